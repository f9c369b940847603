"""The contact sheet: shots as cards under their strip of time; texts are edited where they stand, cards are dragged."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Annotated, Any, Literal

import streamlit as st
from pydantic import ConfigDict, Field

from blindspot.ui.components.board import read_script
from blindspot.ui.components.outbox import Refuse, receive, taken
from blindspot.ui.widget_functions import as_callback

HTML = """<div class="sheet">
  <div class="strip"></div>
  <div class="tools"><label class="safe-switch"><input type="checkbox" checked><span></span>
      <span class="basis"></span></label>
    <span class="state" role="status"></span></div>
  <ol class="cards" data-list="shots" data-flow="grid"></ol>
  <div class="menu" popover></div>
</div>"""
SCRIPTS = (
    "drag.js", "contact_parts.js", "outbox.js", "contact_outbox.js", "contact_field.js", "contact_strip.js",
    "contact_card.js", "contact_sheet.js",
)  # fmt: skip
Whole = Annotated[int, Field(ge=0, lt=2**31)]

_SHEET = st.components.v2.component(
    "blindspot_contact_sheet",
    html=HTML,
    css=read_script("contact_hues.css", "contact_sheet.css"),
    js=read_script(*SCRIPTS),
)
_PICTURES = st.components.v2.component("blindspot_contact_pictures", js=read_script("contact_pictures.js"))


@dataclass(frozen=True)
class Deed:
    """What was done on the sheet: edit, move, add, duplicate, split, bin, open, claim, undo, redo; with what it needs.

    `rev` is the revision that the text of an edit was based on; `before` the shot in front of which it goes, None at
    the end; `shot` of an add is what the browser calls the card until the shot has its id.
    """

    __pydantic_config__ = ConfigDict(extra="forbid")

    kind: Literal["edit", "move", "add", "duplicate", "split", "bin", "open", "claim", "undo", "redo"]
    shot: str | None = None
    before: str | None = None
    rev: Whole = 0
    field: Literal["", "duration", "picture", "narration", "on_screen_text", "sound"] = ""
    value: str = ""
    claim: Whole | None = None


@dataclass(frozen=True)
class Made:
    """The shot that a card which the browser drew ahead has become."""

    shot: str
    coming: str
    rev: int = 1

    def as_data(self) -> dict[str, Any]:
        """Return it as the script reads it."""
        return {"shot": self.shot, "coming": self.coming, "rev": self.rev}


@dataclass(frozen=True)
class Saved:
    """From which revision to which an edit took its shot."""

    shot: str
    field: str
    to: int
    base: int

    def as_data(self) -> dict[str, Any]:
        """Return it as the script reads it."""
        return {"shot": self.shot, "field": self.field, "from": self.base, "to": self.to}


def contact_sheet(
    data: Mapping[str, Any], *, key: str, act: Callable[[Deed], Saved | Made | None], refuse: Refuse
) -> None:
    """Draw the sheet; `act` does one deed and says how an edit was saved or what was made, None where nothing was.

    It is called before the page is drawn again, once a deed and in order. The browser shows every edit at once, and
    from `data` what nobody is typing in. `refuse` is told of what is no deed.
    """
    outbox = taken(key)
    ack = {**outbox.receipt, "saved": [saved.as_data() for saved in outbox.done if saved]}
    _SHEET(key=key, data={**data, "ack": ack}, on_sent_change=as_callback(partial(receive, key, Deed, refuse, act)))


def contact_pictures(thumbnails: Mapping[str, bytes], *, key: str) -> None:
    """Hand thumbnails (JPEG by picture id) to the sheets of this browser; draws nothing."""
    pictures = {name: f"data:image/jpeg;base64,{b64encode(content).decode()}" for name, content in thumbnails.items()}
    _PICTURES(key=key, data={"pictures": pictures}, height=1)
