"""One signal: what it says, how it stands, and its next steps."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import PurePath

import streamlit as st

from blindspot.plan.signals import (
    SCOPE,
    Signal,
    Status,
    Watch,
    bin_signal,
    check_signal,
    close_signal,
    newcomers_of,
)
from blindspot.ui.desk import Desk
from blindspot.ui.editing.binding import drafted, forget_drafts
from blindspot.ui.editing.history_panel import show_history
from blindspot.ui.explore.closing_notice import open_works_of, since_words
from blindspot.ui.explore.works_view import ANY
from blindspot.ui.marking import escape_markdown
from blindspot.ui.names import angle_name
from blindspot.ui.plan.signals.form import edit_watch, expect_watch
from blindspot.ui.plan.signals.tie import ask_for_tie, offer_tie
from blindspot.ui.widget_functions import known, named_by

NEXT_LOOK = timedelta(days=14)
LAST_LATIN = "\u2e7f"
"""Chinese characters and marks come after it."""


def show_open_signal(desk: Desk, signal: Signal, today: date) -> None:
    """Draw a signal that waits, with what can be done about it."""
    with st.container(border=True):
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            st.markdown(f"**{escape_markdown(signal_words(signal.watch))}**", width="content")
            _show_due(desk, signal, today)
            if signal.angle_id is not None:
                _show_tie(desk, signal)
        _show_meaning(desk, signal)
        with st.container(horizontal=True, gap="small"):
            _offer_look(desk, signal, today)
            _offer_close(desk, signal)
            offer_tie(desk, signal)
            _offer_more(desk, signal)


def show_closed_signal(desk: Desk, signal: Signal) -> None:
    """Draw a signal that was closed, by whom or by which import, with the works behind that."""
    t = desk.t
    with st.container(border=True):
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            st.badge(_status_name(desk, signal), color="orange" if signal.status == "fired" else "gray")
            st.caption(t.day(known(signal.closed_at).date()), width="content")
        st.markdown(f"**{escape_markdown(signal_words(signal.watch))}**")
        _show_meaning(desk, signal)
        if signal.outcome:
            st.write(escape_markdown(signal.outcome))
        with st.container(horizontal=True, vertical_alignment="center"):
            if signal.closed_by:
                _show_newcomers(desk, signal)
            st.button(
                t("Open again"),
                icon=":material/undo:",
                type="tertiary",
                key=f"reopen_{signal.signal_id}",
                on_click=close_signal,
                args=(desk.store, desk.who, signal.signal_id, "open"),
            )


def signal_words(watch: Watch) -> str:
    """Return what to do and what with as one phrase; no blank stands between two Chinese characters."""
    is_chinese = watch.verb[-1:] > LAST_LATIN and watch.subject[:1] > LAST_LATIN
    return f"{watch.verb}{'' if is_chinese or not watch.verb else ' '}{watch.subject}"


def _show_due(desk: Desk, signal: Signal, today: date) -> None:
    t = desk.t
    due_on = signal.watch.due_on
    if due_on is None:
        st.badge(t("no date"), color="gray")
    elif late := signal.days_overdue(today):
        st.badge(t.plural("{n} day overdue", "{n} days overdue", late), icon=":material/alarm:", color="red")
    elif due_on == today:
        st.badge(t("look today"), icon=":material/alarm:", color="orange")
    else:
        st.badge(t("look on {day}", day=t.day(due_on)), icon=":material/event:", color="blue")


def _show_tie(desk: Desk, signal: Signal) -> None:
    t = desk.t
    st.badge(
        t.plural(
            "closes at {n} new creator on “{angle}”",
            "closes at {n} new creators on “{angle}”",
            known(signal.creators_to_fire),
            angle=escape_markdown(angle_name(signal.angle_name, desk.language, known(signal.angle))),
        ),
        icon=":material/link:",
        color="gray",
    )


def _show_meaning(desk: Desk, signal: Signal) -> None:
    t = desk.t
    if signal.watch.meaning:
        st.write(escape_markdown(t("It would mean: {meaning}", meaning=signal.watch.meaning)))
    parts = [t("from “{source}”", source=signal.source)] if signal.source else []
    if signal.last_checked_on:
        parts.append(t("last looked at on {day}", day=t.day(signal.last_checked_on)))
    if parts:
        st.caption(escape_markdown(" · ".join(parts)))


def _offer_look(desk: Desk, signal: Signal, today: date) -> None:
    t = desk.t
    key = f"look_{signal.signal_id}"
    with (
        st.popover(t("Looked: still open"), icon=":material/visibility:", key=f"{key}_fold"),
        st.form(key, border=False),
    ):
        due_on = st.date_input(t("Look again on"), today + NEXT_LOOK, format="YYYY-MM-DD", key=f"{key}_due")
        if st.form_submit_button(t("Save"), type="primary"):
            check_signal(desk.store, desk.who, signal.signal_id, today, due_on)
            st.rerun()


def _offer_close(desk: Desk, signal: Signal) -> None:
    t = desk.t
    key = f"close_{signal.signal_id}"
    names: dict[Status, str] = {
        "fired": t("it happened"),
        "refuted": t("it did not"),
        "expired": t("it no longer matters"),
    }
    with st.popover(t("Close it"), icon=":material/flag:", key=f"{key}_fold"), st.form(key, border=False):
        status = st.segmented_control(
            t("What became of it"),
            list(names),
            default="fired",
            required=True,
            format_func=named_by(names),
            key=f"{key}_is",
        )
        outcome = st.text_area(t("In your words"), height=90, **drafted(desk, f"{key}_outcome"))
        if st.form_submit_button(t("Save"), type="primary"):
            close_signal(desk.store, desk.who, signal.signal_id, status, outcome)
            forget_drafts(desk, f"{key}_outcome")
            st.rerun()


def _offer_more(desk: Desk, signal: Signal) -> None:
    t = desk.t
    expect_watch(desk, signal)
    key = f"more_signal_{signal.signal_id}"
    fold = st.popover(t("More"), icon=":material/more_horiz:", type="tertiary", key=key, on_change="rerun")
    # the browser makes a closed one's widgets later, and by then has lost what they were given
    if not fold.open:
        return
    with fold:
        edit_watch(desk, signal)
        show_history(desk, "signal", str(signal.signal_id), SCOPE)
        st.divider()
        ask_for_tie(desk, signal)
        st.button(
            t("Put into the bin"),
            icon=":material/delete:",
            type="tertiary",
            key=f"bin_signal_{signal.signal_id}",
            on_click=bin_signal,
            args=(desk.store, desk.who, signal.signal_id),
        )


def _status_name(desk: Desk, signal: Signal) -> str:
    t = desk.t
    if signal.closed_by:
        return t("creators have begun to cover the angle")
    return {"fired": t("it happened"), "refuted": t("it did not"), "expired": t("it no longer matters")}[signal.status]


def _show_newcomers(desk: Desk, signal: Signal) -> None:
    t = desk.t
    creators = newcomers_of(desk.store, signal.signal_id)
    st.markdown(
        t(
            "{angle}: {creators}, with the import of {file}",
            angle=escape_markdown(angle_name(signal.angle_name, desk.language, signal.angle or "—")),
            creators=since_words(desk, known(signal.new_creators), signal.new_since),
            file=escape_markdown(PurePath(known(signal.closed_by)).name),
        ),
        width="content",
    )
    if creators and st.button(t("See their works"), icon=":material/movie:", key=f"works_{signal.signal_id}"):
        open_works_of(known(signal.topic_id), signal.angle or ANY, creators)
