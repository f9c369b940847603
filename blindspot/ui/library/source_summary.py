"""A source summed up by a language model: the summary that a person kept, drafts of one, and the way to ask for one."""

from __future__ import annotations

from blindspot.explore.sources import Source
from blindspot.plan.drafts import list_drafts
from blindspot.ui.desk import Desk
from blindspot.ui.plan.drafts.card import show_taken
from blindspot.ui.plan.drafts.panel import offer_drafts, show_drafts


def show_summary(desk: Desk, source: Source) -> None:
    """Draw what there is of it; without a model and a summary, nothing."""
    if not source.has_text:
        return
    item_id = str(source.source_id)
    for draft in list_drafts(desk.store, "source", item_id, "accepted")[:1]:
        show_taken(desk, draft)
    offer_drafts(desk, ("summary",), item_id)
    show_drafts(desk, "source", item_id, rev=0)
