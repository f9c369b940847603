"""Ties a signal to an angle, so that an import which brings creators to it closes the signal by itself."""

from __future__ import annotations

from typing import Any

import streamlit as st

from blindspot.labelling.folding import mark_spans
from blindspot.library.codebooks import TopicEntry, list_topics
from blindspot.plan.signals import Signal, tie_signal
from blindspot.ui.desk import Desk, topic_name
from blindspot.ui.marking import escape_markdown
from blindspot.ui.names import angle_name


def offer_tie(desk: Desk, signal: Signal) -> None:
    """Offer the angle that the signal speaks of in one click; nothing where it is tied or speaks of none."""
    t = desk.t
    topic = _topic_of(desk, signal)
    if topic is None or signal.angle_id is not None:
        return
    spoken_of = _spoken_of(signal, desk.store.rows("library/topic_angles", topic_id=topic.topic_id))
    if spoken_of is not None:
        st.button(
            t("Tie to “{angle}”", angle=escape_markdown(_name(desk, spoken_of))),
            icon=":material/link:",
            type="tertiary",
            key=f"tie_{signal.signal_id}",
            help=t("The import that brings the first new creator to this angle then closes the signal."),
            on_click=tie_signal,
            args=(desk.store, desk.who, signal.signal_id, spoken_of["angle_id"]),
        )


def ask_for_tie(desk: Desk, signal: Signal) -> None:
    """Draw the form that ties a signal to any angle of its topic, or the button that unties it."""
    t = desk.t
    topic = _topic_of(desk, signal)
    if topic is None:
        return
    if signal.angle_id is not None:
        st.button(
            t("Untie"),
            icon=":material/link_off:",
            type="tertiary",
            key=f"untie_{signal.signal_id}",
            on_click=tie_signal,
            args=(desk.store, desk.who, signal.signal_id, None),
        )
        return
    st.markdown(f"**{t('Tie to an angle')}**")
    st.caption(t("Topic: {topic}", topic=escape_markdown(topic_name(topic, t))))
    _ask_for_angle(desk, signal, desk.store.rows("library/topic_angles", topic_id=topic.topic_id))


def _topic_of(desk: Desk, signal: Signal) -> TopicEntry | None:
    """Return the signal's topic, the one in view where it has none."""
    its = (topic for topic in list_topics(desk.store) if topic.topic_id == signal.topic_id)
    return next(its, desk.topic)


def _ask_for_angle(desk: Desk, signal: Signal, angles: list[dict[str, Any]]) -> None:
    t = desk.t
    key = f"tie_form_{signal.signal_id}"
    with st.form(key, border=False):
        by_id = {row["angle_id"]: row for row in angles}
        angle_id = st.selectbox(
            t("Angle"), list(by_id), format_func=lambda angle_id: _name(desk, by_id[angle_id]), key=f"{key}_angle"
        )
        creators = st.number_input(t("New creators that close it"), 1, 1000, 1, key=f"{key}_creators")
        if st.form_submit_button(t("Save"), type="primary", disabled=not angles):
            tie_signal(desk.store, desk.who, signal.signal_id, angle_id, creators)
            st.rerun()


def _spoken_of(signal: Signal, angles: list[dict[str, Any]]) -> dict[str, Any] | None:
    """Return the angle whose terms and names the signal uses the most, None where it uses none."""
    words = f"{signal.watch.subject}\n{signal.watch.meaning}"

    def hits(row: dict[str, Any]) -> int:
        names = [name for name in (row["name_zh"], row["name_en"]) if name]
        return len(mark_spans(words, [*row["terms"], *names]))

    best = max(angles, key=hits, default=None)
    return best if best and hits(best) else None


def _name(desk: Desk, row: dict[str, Any]) -> str:
    return angle_name(
        {language: row[f"name_{language}"] for language in ("zh", "en") if row[f"name_{language}"]},
        desk.language,
        row["key"],
    )
