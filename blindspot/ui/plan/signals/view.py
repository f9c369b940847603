"""The signals page: what to look at next on top, what became of the others below."""

from __future__ import annotations

from datetime import date

import streamlit as st

from blindspot.errors import BlindspotError
from blindspot.plan.signals import SCOPE, Signal, add_signal, bin_signal, list_signals
from blindspot.settings import read_settings
from blindspot.ui.desk import Desk
from blindspot.ui.editing.conflict_notice import show_conflict
from blindspot.ui.editing.history_panel import offer_undo
from blindspot.ui.editing.saving import say_saved
from blindspot.ui.empty_states import say_empty
from blindspot.ui.error_notice import say_error
from blindspot.ui.marking import escape_markdown
from blindspot.ui.plan.signals.card import show_closed_signal, show_open_signal, signal_words
from blindspot.ui.plan.signals.form import ask_for_watch, forget_watch


def show_signals(desk: Desk) -> None:
    """Draw the page."""
    t = desk.t
    signals = list_signals(desk.store)
    show_conflict(desk, SCOPE)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.space("stretch")
        say_saved(desk, SCOPE)
        offer_undo(desk, SCOPE)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        with st.container(gap=None):
            st.header(t("Signals"), anchor=False)
            st.caption(
                t("What to watch, what it would mean, when to look again. Tied to an angle, one closes by itself.")
            )
        _offer_new(desk)
    today = read_settings().today
    waiting = [signal for signal in signals if signal.status == "open"]
    closed = [signal for signal in signals if signal.status != "open"]
    if waiting:
        _say_due(desk, waiting, today)
    else:
        _say_empty(desk, has_closed=bool(closed))
    for signal in waiting:
        show_open_signal(desk, signal, today)
    if closed:
        st.subheader(t("Closed"), anchor=False)
    for signal in closed:
        show_closed_signal(desk, signal)
    _show_bin(desk)


def _offer_new(desk: Desk) -> None:
    t = desk.t
    with st.popover(t("Add a signal"), icon=":material/add_alert:", type="primary"):
        watch = ask_for_watch(desk)
    if watch is None:
        return
    try:
        add_signal(desk.store, desk.who, watch, topic_id=desk.topic.topic_id if desk.topic else None)
    except BlindspotError as error:
        say_error(error, t)
        return
    forget_watch(desk)
    st.rerun()


def _say_due(desk: Desk, waiting: list[Signal], today: date) -> None:
    t = desk.t
    due = sum(signal.watch.due_on is not None and signal.watch.due_on <= today for signal in waiting)
    if due:
        sentence = t.plural("{n} signal is due to be looked at.", "{n} signals are due to be looked at.", due)
        st.info(sentence, icon=":material/notifications_active:")
        return
    dated = [signal.watch.due_on for signal in waiting if signal.watch.due_on]
    if dated:
        st.caption(t("Nothing is due; the next look is on {day}.", day=t.day(min(dated))))


def _say_empty(desk: Desk, *, has_closed: bool) -> None:
    t = desk.t
    say_empty(
        t("Nothing to watch now") if has_closed else t("No signals yet"),
        t(
            "A signal is something that would change your mind: a law, a release, a number. Write down what it "
            "would mean and when to look; reports bring theirs along."
        ),
    )


def _show_bin(desk: Desk) -> None:
    t = desk.t
    binned = list_signals(desk.store, is_binned=True)
    if not binned:
        return
    with st.expander(t("In the bin ({n})", n=len(binned))):
        for signal in binned:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(escape_markdown(signal_words(signal.watch)))
                st.button(
                    t("Put back"),
                    key=f"unbin_signal_{signal.signal_id}",
                    on_click=bin_signal,
                    args=(desk.store, desk.who, signal.signal_id),
                    kwargs={"is_binned": False},
                )
