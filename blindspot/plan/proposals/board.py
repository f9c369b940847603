"""The board of proposals: a card's status and its place among those of the same status, moved as one edit."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from blindspot.editing.actions import apply
from blindspot.editing.changes import Change, Changed
from blindspot.editing.conflicts import Stale
from blindspot.store import Store, Transaction

NEAREST = 1e-6
"""Two places nearer than this leave no room for a third."""


def move_proposal(
    store: Store, who: str, proposal_id: str, status: str, *, rev: int, before_id: str | None = None
) -> Changed:
    """Put a card into the column of a status, in front of another card or at the end, as one action.

    A card to stand in front of that has left the column meanwhile counts as the end; of two who order the same column
    the later one counts. Raises Stale where somebody else has given the card another status since `rev`, NotFound where
    there is no such proposal.
    """
    with store.planning() as tx:
        others = [card for card in tx.rows("plan/board_places", status=status) if card["proposal_id"] != proposal_id]
        place, spaced = _make_room(others, before_id)
        moved = Change("proposal", proposal_id, rev, {"status": status, "board_place": place})
        try:
            return apply(tx, who, f"proposal:{proposal_id}", [moved, *spaced])
        except Stale as stale:
            [conflict] = stale.conflicts
            if "status" in conflict.yours:
                raise
            return apply(tx, who, f"proposal:{proposal_id}", [replace(moved, rev=conflict.rev), *spaced])


def first_place(tx: Transaction, status: str) -> float:
    """Return the place above every card of a column."""
    cards = tx.rows("plan/board_places", status=status)
    return cards[0]["board_place"] - 1 if cards else 0.0


def _make_room(cards: list[dict[str, Any]], before_id: str | None) -> tuple[float, list[Change]]:
    """Return the place in front of a card, and what spaces the column again where nothing fits between."""
    places = [card["board_place"] for card in cards]
    index = next((place for place, card in enumerate(cards) if card["proposal_id"] == before_id), len(cards))
    if index == len(cards):
        return (places[-1] + 1 if places else 0.0), []
    if index == 0:
        return places[0] - 1, []
    if places[index] - places[index - 1] >= NEAREST:
        return (places[index - 1] + places[index]) / 2, []
    spaced = [
        Change("proposal", card["proposal_id"], card["rev"], {"board_place": float(number)})
        for number, card in enumerate(cards)
    ]
    return index - 0.5, spaced
