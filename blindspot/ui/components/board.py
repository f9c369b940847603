"""A board: cards in columns that one drags within and between them, by mouse, finger or keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Annotated

import streamlit as st
from pydantic import Field

from blindspot.errors import NotFound
from blindspot.ui.components.outbox import Refuse, receive, taken
from blindspot.ui.texts import Translator
from blindspot.ui.widget_functions import as_callback

FILES = Path(__file__).parent
HTML = '<div class="board"><div class="columns"></div><div role="status"></div></div>'


@dataclass(frozen=True)
class Card:
    """One card, in plain text: a title, lines below it, badges as (text, colour of a Streamlit badge).

    `hint` is the full sentence behind what the card says in short; it shows where the pointer rests.
    """

    id: str
    title: str
    lines: tuple[str, ...] = ()
    badges: tuple[tuple[str, str], ...] = ()
    hint: str = ""


@dataclass(frozen=True)
class Column:
    """Cards in order under a title; a folded one opens at a click on its title and takes cards while it is closed."""

    id: str
    title: str
    cards: tuple[Card, ...] = ()
    is_folded: bool = False


@dataclass(frozen=True)
class Moved:
    """Where a card was dropped: its column, and the card that follows it there, None at the end."""

    card_id: Annotated[str, Field(validation_alias="card")]
    column_id: Annotated[str, Field(validation_alias="column")]
    before_id: Annotated[str | None, Field(validation_alias="before")]


def read_script(*names: str) -> str:
    """Return files that lie beside this one as one text: a component has a single script."""
    return "\n".join((FILES / name).read_text(encoding="utf-8") for name in names)


_MOUNT = st.components.v2.component(
    "blindspot_board", html=HTML, css=read_script("board.css"), js=read_script("drag.js", "board.js")
)


def board(
    t: Translator,
    columns: list[Column],
    *,
    key: str,
    on_move: Callable[[Moved], None],
    refuse: Refuse,
    beside: str = "",
) -> str | None:
    """Draw the board; return the id of a card that was opened in this run.

    `on_move` stores one move; it is called before the page is drawn again, once a move and in order. The browser shows
    the card in its new place at once and then what `columns` says. `refuse` is told of what is no move between these.
    `beside` is the key of the container in which a card opens; where that lies out of sight, the page scrolls to it.
    """
    labels = {
        "empty": t("Drop a card here"),
        "help": t("Click to open. Drag to move, or press Alt and an arrow key."),
        "moved": t("{card} now stands in {column}.", card="{card}", column="{column}"),
    }
    hand_on = partial(_hand_on, key, columns, on_move, refuse)
    shown = _MOUNT(
        key=key,
        data={
            "columns": [asdict(column) for column in columns],
            "labels": labels,
            "received": taken(key).receipt,
            "beside": beside,
        },
        on_sent_change=as_callback(hand_on),
        on_opened_change=lambda: None,
    )
    # Where another click ended the run in which moves were handed on, the rest of them still waits.
    if hand_on():
        st.rerun()
    return shown.opened if shown.opened in _card_ids(columns) else None


def _hand_on(key: str, columns: list[Column], on_move: Callable[[Moved], None], refuse: Refuse) -> int:
    """Return how many moves were handed on."""

    def move(moved: Moved) -> None:
        if _stands(moved, columns):
            on_move(moved)
        else:
            refuse(NotFound("What you moved is not there any more.", "Reload the page."))

    return receive(key, Moved, refuse, move)


def _stands(moved: Moved, columns: list[Column]) -> bool:
    cards = _card_ids(columns)
    is_column = any(column.id == moved.column_id for column in columns)
    return is_column and moved.card_id in cards and (moved.before_id is None or moved.before_id in cards)


def _card_ids(columns: list[Column]) -> list[str]:
    return [card.id for column in columns for card in column.cards]
