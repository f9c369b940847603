"""Works as a planner reads them: the words that matched marked, the counts, the angles, the way to the original."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from blindspot.explore.works import Work
from blindspot.labelling.folding import mark_spans as find_spans
from blindspot.ui.desk import Desk
from blindspot.ui.marking import escape_markdown, mark_spans, safe_url
from blindspot.ui.names import angle_name, platform_name

TITLE_LENGTH = 160


def show_work(
    desk: Desk, work: Work, *, angle: str | None = None, search: str = "", actions: Callable[..., Any] | None = None
) -> None:
    """Draw one work; the words of `angle` (else of all its labels) and of `search` are marked."""
    with st.container(border=True):
        st.markdown(marked_words(work, angle=angle, search=search))
        st.caption(_facts(desk, work))
        with st.container(horizontal=True, vertical_alignment="center"):
            for label in work.labels:
                is_person = label.origin == "person"
                st.badge(
                    escape_markdown(angle_name(label.name, desk.language, label.angle)),
                    icon=":material/person:" if is_person else None,
                    color="blue" if is_person else "gray",
                )
            if not work.labels:
                st.badge(desk.t("unlabelled"), color="orange")
            url = safe_url(work.url)
            if url:
                st.link_button(desk.t("Original"), url, icon=":material/open_in_new:", type="tertiary")
            if actions:
                actions()


def marked_words(work: Work, *, angle: str | None = None, search: str = "") -> str:
    """Return Markdown of the work's title and text with the matched words marked."""
    parts = []
    for field, text in (("title", work.title), ("text", work.text)):
        if not text:
            continue
        spans = [
            (word.start, word.end)
            for label in work.labels
            if angle is None or label.angle == angle
            for word in label.words
            if word.field == field
        ]
        terms = {word.term for label in work.labels if angle in (None, label.angle) for word in label.words}
        spans += find_spans(text, [*terms, *([search] if search.strip() else [])])
        start, end = _window(text, spans)
        shown = [(a - start, b - start) for a, b in spans if start <= a and b <= end]
        cut = ("…" if start else "") + mark_spans(text[start:end], shown) + ("…" if end < len(text) else "")
        parts.append(cut)
    hashtags = [tag for tag in work.hashtags if f"#{tag}" not in f"{work.title or ''}{work.text or ''}"]
    if hashtags:
        tagged = [word.term for label in work.labels if angle in (None, label.angle) for word in label.words]
        line = " ".join(f"#{tag}" for tag in hashtags[:12])
        parts.append(mark_spans(line, find_spans(line, tagged)))
    return "  \n".join(parts) or "—"


def _window(text: str, spans: list[tuple[int, int]]) -> tuple[int, int]:
    if len(text) <= TITLE_LENGTH:
        return 0, len(text)
    first = min((start for start, _ in spans), default=0)
    start = max(0, min(first - TITLE_LENGTH // 4, len(text) - TITLE_LENGTH))
    return start, start + TITLE_LENGTH


def _facts(desk: Desk, work: Work) -> str:
    t = desk.t
    parts = [escape_markdown(work.creator or t("unknown creator")), platform_name(work.platform, t)]
    parts.append(t.day(work.published_at.date()) if work.published_at else t("no date"))
    counts = (
        (t("plays"), work.plays),
        (t("likes"), work.likes),
        (t("comments"), work.comments),
        (t("shares"), work.shares),
        (t("collects"), work.collects),
    )
    parts += [f"{name} {t.compact(count)}" for name, count in counts if count is not None]
    if work.response is not None:
        parts.append(t("{times}× the creator's usual", times=t.number(round(2**work.response, 1))))
    return " · ".join(parts)
