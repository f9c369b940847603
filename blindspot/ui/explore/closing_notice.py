"""The notice of what imports changed: gaps that close, signals that came true, what is behind each, and “seen”."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from blindspot.plan.closing_gaps import ClosingGap, find_closing_gaps, find_fired_signals, mark_imports_seen
from blindspot.plan.signals import Signal
from blindspot.ui import address
from blindspot.ui.desk import Desk, topic_name, topic_of
from blindspot.ui.explore.works_view import open_works
from blindspot.ui.marking import escape_markdown
from blindspot.ui.names import angle_name
from blindspot.ui.widget_functions import known

MOST_SHOWN = 3
SIGNALS = "pages/plan/signals.py"


def show_closing_gaps(desk: Desk, line: float, *, is_topic_named: bool = False) -> None:
    """Draw the gaps of the topic that close and its signals that came true, until the user has seen them."""
    t = desk.t
    topic_id = topic_of(desk).topic_id
    news: list[ClosingGap | Signal] = [
        *find_closing_gaps(desk.store, topic_id, line),
        *find_fired_signals(desk.store, topic_id),
    ]
    if not news:
        return
    shown = news[:MOST_SHOWN]
    with st.container(border=True, gap="small"):
        if is_topic_named:
            st.caption(t("Topic: {topic}", topic=escape_markdown(topic_name(topic_of(desk), t))))
        for each in shown:
            with st.container(horizontal=True, vertical_alignment="center"):
                if isinstance(each, ClosingGap):
                    _show_gap(desk, each)
                else:
                    _show_signal(desk, each)
                if each is shown[-1]:
                    st.space("stretch")
                    _offer_seen(desk, more=len(news) - len(shown))


def open_works_of(topic_id: int, angle: str, creators: Sequence[int]) -> None:
    """Go to all works of these creators that carry an angle of that topic, whatever the filters were."""
    if st.session_state.get(address.key_of("topic")) != str(topic_id):
        address.put("topic", str(topic_id), [str(topic_id)])
    # The filters may be drawn on this page already, so their values wait for the next.
    for name, value in (
        ("creator", [str(creator_key) for creator_key in creators]),
        ("platform", []),
        ("dates", ()),
        ("response", "any"),
    ):
        address.put_next(name, value)
    open_works(angle=angle, role="competitor")


def since_words(desk: Desk, creators: int, since: date | None) -> str:
    """Return how many creators came and since when, as a part of a sentence."""
    t = desk.t
    if since is None:
        return t.plural("{n} new creator", "{n} new creators", creators)
    return t.plural("{n} creator since {day}", "{n} creators since {day}", creators, day=t.day(since))


def _show_gap(desk: Desk, gap: ClosingGap) -> None:
    t = desk.t
    sentence = t(
        "**This gap is closing: {angle}**, {creators}",
        angle=escape_markdown(angle_name(gap.name, desk.language, gap.angle)),
        creators=since_words(desk, len(gap.creators), gap.since),
    )
    st.markdown(f":material/trending_up: {sentence}", width="content")
    key = f"closing_{topic_of(desk).topic_id}_{gap.angle}"
    label = t.plural("See the {n} work", "See the {n} works", gap.works)
    if st.button(label, icon=":material/movie:", key=key):
        open_works_of(topic_of(desk).topic_id, gap.angle, gap.creators)


def _show_signal(desk: Desk, signal: Signal) -> None:
    t = desk.t
    sentence = t(
        "**This signal came true: {subject}**, {creators} on “{angle}”",
        subject=escape_markdown(signal.watch.subject),
        creators=since_words(desk, known(signal.new_creators), signal.new_since),
        angle=escape_markdown(angle_name(signal.angle_name, desk.language, signal.angle or "—")),
    )
    st.markdown(f":material/notifications_active: {sentence}", width="content")
    if st.button(t("See the signal"), icon=":material/notifications:", key=f"fired_{signal.signal_id}"):
        st.switch_page(SIGNALS, query_params=dict(st.query_params))


def _offer_seen(desk: Desk, *, more: int) -> None:
    t = desk.t
    if more:
        st.caption(t("and {n} more", n=t.number(more)), width="content")
    st.button(
        t("Seen"),
        icon=":material/done:",
        type="tertiary",
        key=f"closing_seen_{topic_of(desk).topic_id}",
        help=t("Put this notice away; only what later imports bring is told again."),
        on_click=mark_imports_seen,
        args=(desk.store, topic_of(desk).topic_id),
    )
