"""Edits a topic: its name, the terms and days that select its works; or puts it into the bin."""

from __future__ import annotations

from datetime import date

import streamlit as st

from blindspot.editing.rows import read_rows
from blindspot.library.codebooks import scope_of
from blindspot.library.topic_bin import bin_topic, look_at_topic
from blindspot.ui.confirmation import ask, asked, confirm
from blindspot.ui.desk import Desk, topic_of
from blindspot.ui.editing.binding import BoundRow
from blindspot.ui.editing.history_panel import show_history
from blindspot.ui.library.topic_bin import held_words
from blindspot.ui.lines import read_lines, write_lines
from blindspot.ui.marking import escape_markdown

LONGEST_NAME = 200


def edit_topic(desk: Desk) -> None:
    """Draw the fields of the topic in view, each saved by itself, and below them the way to delete the topic."""
    t = desk.t
    item_id = str(topic_of(desk).topic_id)
    row = read_rows(desk.store, "topic", [item_id])[item_id]
    bound = BoundRow(desk, scope_of(topic_of(desk).topic_id), "topic", item_id, row["rev"], row)
    with st.container(border=True):
        st.text_input(t("Name of the topic"), max_chars=LONGEST_NAME, **bound.text("name", is_whole=True))
        st.text_area(
            t("Terms that select its works, one a line"),
            height=180,
            help=t("A work belongs to the topic if one of them stands in its title, text, hashtags or transcript."),
            **bound.text("terms", show=write_lines, read=lambda text: list(read_lines(text)), is_whole=True),
        )
        st.caption(t("Without terms every imported work belongs to the topic."))
        first, last = st.columns(2)
        first.date_input(t("From (included)"), format="YYYY-MM-DD", **bound.choice("date_from", show=_day))
        last.date_input(t("To (included)"), format="YYYY-MM-DD", **bound.choice("date_to", show=_day))
        st.caption(t("Without days all works count; with one, a work whose day is unknown does not."))
        show_history(desk, "topic", item_id, bound.scope)
    scope = desk.store.rows("explore/whole_topic", topic_id=topic_of(desk).topic_id)[0]
    st.caption(t.plural("{n} work belongs to the topic now.", "{n} works belong to the topic now.", scope["works"]))
    st.button(
        t("Delete the topic"),
        icon=":material/delete:",
        type="tertiary",
        on_click=ask,
        args=("delete_topic", topic_of(desk).topic_id),
        key="topic_delete",
    )
    if asked("delete_topic") == topic_of(desk).topic_id:
        _confirm(desk)


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


def _confirm(desk: Desk) -> None:
    t = desk.t

    def say() -> None:
        held = look_at_topic(desk.store, topic_of(desk).topic_id)
        st.markdown(f"**{escape_markdown(topic_of(desk).name)}**")
        st.write(t("It goes into the bin with {held}, and comes back whole from there.", held=held_words(desk, held)))
        st.write(t("The works stay in the library."))

    def act() -> None:
        bin_topic(desk.store, desk.who, topic_of(desk).topic_id)
        st.session_state["piles"] = {}

    confirm(t, t("Put the topic into the bin?"), t("Put it into the bin"), icon=":material/delete:", say=say, act=act)
