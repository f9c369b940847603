"""Proposal: everything that stands in one, each part edited in place."""

from blindspot.ui.desk import desk
from blindspot.ui.plan.proposal.view import show_proposal

show_proposal(desk())
