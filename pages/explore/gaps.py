"""Gaps: what nobody says, how sure that is, and what to do next."""

from blindspot.ui.desk import desk
from blindspot.ui.explore.gaps_view import show_gaps

show_gaps(desk())
