"""Creators: who counts as a competitor, who is us, and who is left out."""

from blindspot.ui.creators_view import show_creators
from blindspot.ui.desk import desk

show_creators(desk())
