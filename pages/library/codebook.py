"""Codebook: the topic, its angles and their terms, and labelling by hand."""

from blindspot.ui.codebook_view import show_codebook_page
from blindspot.ui.desk import desk

show_codebook_page(desk())
