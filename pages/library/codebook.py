"""Codebook: the topic, its angles and their terms, and labelling by hand."""

from blindspot.ui.desk import desk
from blindspot.ui.library.codebook_view import show_codebook_page

show_codebook_page(desk())
