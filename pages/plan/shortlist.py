"""Shortlist: the angles kept for later, with the evidence as it stood that day."""

from blindspot.ui.desk import desk
from blindspot.ui.plan.shortlist.view import show_shortlist

show_shortlist(desk())
