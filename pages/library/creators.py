"""Creators: who counts as a competitor, who is us, and who is left out."""

from blindspot.ui.desk import desk
from blindspot.ui.library.creators_view import show_creators

show_creators(desk())
