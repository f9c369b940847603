"""The browser's side of what is typed: kept there at once, sent after a pause; the page says what is saved."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Annotated

import streamlit as st
from pydantic import ConfigDict, Field

from blindspot.settings import read_settings
from blindspot.ui.components.board import read_script
from blindspot.ui.components.outbox import receive, taken
from blindspot.ui.editing.edits import Edits
from blindspot.ui.texts import Translator
from blindspot.ui.widget_functions import as_callback

KEY = "keeper"
DRAFT = "draft:"
"""What the names of texts begin with that belong to nothing stored yet."""

_KEEPER = st.components.v2.component(
    "blindspot_keeper",
    html='<span role="status"></span>',
    css=read_script("keeper.css"),
    js=read_script("outbox.js", "keeper.js"),
)


@dataclass(frozen=True)
class Typed:
    """A text that was typed into the field `id`: on which revision, and which texts one has seen stand there.

    `is_resumed` where it comes from a page that was closed or opened anew before it was stored.
    """

    __pydantic_config__ = ConfigDict(extra="forbid")

    id: str
    text: str
    rev: Annotated[int, Field(ge=0, lt=2**31)]
    was: list[str]
    is_resumed: Annotated[bool, Field(validation_alias="isResumed")]


@dataclass(frozen=True)
class Outcome:
    """What came of a text: stored, waits (for a decision), refused, draft or unknown (no such field on the page)."""

    id: str
    text: str
    outcome: str


def draw_keeper(edits: Edits, t: Translator, who: str) -> None:
    """Draw nothing; store what is typed into the fields of any page. For the frame, once, before the page."""
    edits.who = who
    st.fragment(_draw)(edits, t)


@contextmanager
def drawing(edits: Edits, key: str) -> Iterator[None]:
    """Draw in it a part of a page that shows all that was done so far, and tell the browser of the fields in it."""
    done = edits.done
    yield
    hand_fields(edits, key)
    # only here: of a drawing that was cut short nobody knows what it shows
    edits.drawn = done


def hand_fields(edits: Edits, key: str) -> None:
    """Tell the browser of the fields that were drawn since it was told last; for the end of whatever draws fields."""
    drawn, edits.fields.drawn = edits.fields.drawn, {}
    _KEEPER(
        key=f"fields_{key}",
        height=1,
        data={
            "kind": "fields",
            "fields": drawn,
            "gone": edits.fields.gone,
            "waiting": _waiting(edits),
            "visit": edits.visit,
            "former": edits.former,
            "waits": any(edits.waiting.values()),
        },
    )


def show_state(said: str, key: str) -> None:
    """Draw `said`, what was saved last; while something is typed the browser says there how far that is."""
    _KEEPER(key=f"state_{key}", data={"kind": "state", "said": said}, height="content", width="content")


def _draw(edits: Edits, t: Translator) -> None:
    # a text that came back from a closed page stands in its field only in the next drawing; and what was done on a page
    # in the same turn of the browser came along here
    if edits.fields.is_to_draw or not edits.is_drawn:
        edits.fields.is_to_draw = False
        st.rerun()
    outbox = taken(KEY)
    done = [vars(outcome) for outcome in outbox.done if outcome]
    _KEEPER(
        key=KEY,
        height=1,
        data={
            "kind": "keeper",
            "place": _place(edits.who),
            "labels": {
                "saving": t("Saving …"),
                "late": t("Not saved yet: no connection. It is kept in this browser."),
                "waits": t("Not saved yet: it waits for your decision."),
            },
            "ack": {**outbox.receipt, "done": done, "said": _said(edits, t)},
        },
        on_sent_change=as_callback(partial(receive, KEY, Typed, edits.refuse, partial(_keep, edits))),
        on_former_change=partial(_take_over, edits),
    )


def _keep(edits: Edits, typed: Typed) -> Outcome:
    fields = edits.fields
    if typed.id.startswith(DRAFT):
        fields.drafts[typed.id.removeprefix(DRAFT)] = typed.text
        fields.is_to_draw = True
        return Outcome(typed.id, typed.text, "draft")
    keep = fields.keep.get(typed.id)
    if keep is None:
        return Outcome(typed.id, typed.text, "unknown")
    is_drawn = edits.is_drawn
    outcome = keep(typed.text, typed.rev, typed.was)
    # nothing is drawn anew under the cursor
    if is_drawn:
        edits.drawn = edits.done
    if typed.is_resumed:
        fields.kept.pop(typed.id, None)
        fields.is_to_draw = True
    return Outcome(typed.id, typed.text, outcome)


def _take_over(edits: Edits) -> None:
    former = st.session_state[KEY].get("former")
    if isinstance(former, str):
        edits.take_over(former)
        edits.fields.is_to_draw = True


def _waiting(edits: Edits) -> list[str]:
    """Return the fields whose text waits for a decision."""
    return [name for name, (scope, one) in edits.fields.waits.items() if one in edits.waiting.get(scope, ())]


def _said(edits: Edits, t: Translator) -> str:
    at = max(edits.saved_at.values(), default=None)
    return t("Saved at {time}", time=f"{at:%H:%M:%S}") if at else ""


def _place(who: str) -> str:
    """Return where a browser keeps texts: two databases or two people on one machine never mix."""
    whose = f"{read_settings().db.absolute()}\n{who}"
    return f"blindspot-kept:{hashlib.sha256(whose.encode()).hexdigest()[:16]}:"
