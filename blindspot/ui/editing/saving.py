"""Saves every edit of the plan at once; an edit that met another's stays in the session until a person has decided."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from blindspot.editing import Change, Changed, Stale, change
from blindspot.errors import BlindspotError
from blindspot.settings import read_settings
from blindspot.ui.components.keeper import show_state
from blindspot.ui.desk import Desk
from blindspot.ui.editing.edits import Waiting


def save(desk: Desk, scope: str, changes: Sequence[Change]) -> bool:
    """Store changes as one action; return whether they are stored.

    What goes wrong is left in the session for `show_conflict` to say in the next drawing, with nothing typed lost.
    """
    edits = desk.edits
    based: list[Change] = []

    def act() -> Changed:
        based.extend(_on_top_of_mine(one, edits.mine) for one in changes)
        done = change(desk.store, desk.who, scope, based)
        for one in based:
            rev = done.revs.get((one.item, one.item_id))
            if one.rev is not None and rev == one.rev + 1:
                edits.mine[one.item, one.item_id, one.rev] = rev
        return done

    return attempt(desk, scope, act, based)


def attempt(desk: Desk, scope: str, act: Callable[[], Any], changes: Sequence[Change] = ()) -> bool:
    """Do something to the plan that may be refused (an undo, a use case); return whether it is done."""
    edits = desk.edits
    edits.done += 1
    try:
        with edits.one_by_one:
            done = act()
    except Stale as stale:
        edits.wait(scope, Waiting(tuple(changes), stale.conflicts))
        return False
    except BlindspotError as error:
        edits.refuse(error)
        return False
    edits.saved_at[scope] = datetime.now(read_settings().zone)
    edits.met.extend(getattr(done, "met", ()))
    return True


def say_saved(desk: Desk, scope: str) -> None:
    """Say quietly that what was done last in this session is stored; until something is done, that all is.

    While something is typed the browser says there how far that is.
    """
    at = desk.edits.saved_at.get(scope)
    said = desk.t("Saved at {time}", time=f"{at:%H:%M:%S}") if at else desk.t("Every change is saved at once")
    show_state(said, scope.replace(":", "_"))


def _on_top_of_mine(one: Change, mine: dict[tuple[str, str, int], int]) -> Change:
    """Return a change on the revision that this session itself has made of the one it was drawn on.

    Two edits in quick succession are both sent from the same drawing; the second must not meet the first.
    """
    rev = one.rev
    while rev is not None and (one.item, one.item_id, rev) in mine:
        rev = mine[one.item, one.item_id, rev]
    return replace(one, rev=rev)
