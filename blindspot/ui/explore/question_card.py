"""One thing that viewers ask: how many, in which words, under which works, and which angle it asks for."""

from __future__ import annotations

import streamlit as st

from blindspot.explore.questions import QuestionGroup
from blindspot.explore.works import Work
from blindspot.library.label_demand import set_demand_labels
from blindspot.ui.desk import Desk, topic_of
from blindspot.ui.marking import escape_markdown, safe_url
from blindspot.ui.names import platform_name
from blindspot.ui.widget_functions import named_by

MOST_WORDINGS = 6
MOST_WORKS = 5
TITLE = 24
"""Characters of a work's title where it stands in one line with the rest."""


def show_group(desk: Desk, group: QuestionGroup, angles: dict[str, str], works: dict[int, Work]) -> None:
    """Draw a group as a row: the question over what is behind it, the angles beside. `works` holds those by key."""
    place = group.comment_keys[0]
    behind = [works[key] for key in group.work_keys[:MOST_WORKS] if key in works]
    with st.container(border=True):
        words, answer = st.columns([0.66, 0.34], gap="small", vertical_alignment="center")
    with words, st.container(gap=None):
        st.markdown(f"**{escape_markdown(group.example)}**{_how_often(desk, group)}")
        if group.count > 1:
            with st.expander(_behind(desk, group), key=f"behind_{place}", type="compact"):
                _show_behind(desk, group, behind)
        else:
            works_told = [_work_text(desk, work, TITLE) for work in behind]
            st.caption(" · ".join([*_liked(desk, group), *_newest(desk, group), *works_told]))
    with answer:
        _choose_angles(desk, group, angles, place)


def _choose_angles(desk: Desk, group: QuestionGroup, angles: dict[str, str], place: int) -> None:
    """Let a person say which angles the question asks for; the rule's answer stands there until then."""
    t = desk.t
    key = f"angles_of_{place}"
    before = [angle for angle in group.angles if angle in angles]
    st.session_state[key] = before
    st.multiselect(
        t("Which angle does it ask for?"),
        list(angles),
        format_func=named_by(angles),
        key=key,
        placeholder=t("Which angle?"),
        label_visibility="collapsed",
        on_change=_save,
        args=(desk, group, before, key),
    )


def _save(desk: Desk, group: QuestionGroup, before: list[str], key: str) -> None:
    chosen = st.session_state[key]
    keys = list(group.comment_keys)
    for angle in {*before, *chosen} - ({*before} & {*chosen}):
        set_demand_labels(desk.store, topic_of(desk).topic_id, angle, "question", keys, angle in chosen)


def _behind(desk: Desk, group: QuestionGroup) -> str:
    t = desk.t
    wordings = t.plural("{n} wording", "{n} wordings", len(group.wordings))
    works = t.plural("{n} work", "{n} works", len(group.work_keys))
    said = t("{wordings} under {works}", wordings=wordings, works=works)
    return " · ".join([*_liked(desk, group), *_newest(desk, group), said])


def _how_often(desk: Desk, group: QuestionGroup) -> str:
    return f" :blue-badge[{desk.t.plural('asked once', 'asked {n} times', group.count)}]" if group.count > 1 else ""


def _liked(desk: Desk, group: QuestionGroup) -> list[str]:
    return [desk.t.plural("{n} like", "{n} likes", group.likes)] if group.likes else []


def _newest(desk: Desk, group: QuestionGroup) -> list[str]:
    return [desk.t("newest {day}", day=desk.t.day(group.newest_on))] if group.newest_on else []


def _show_behind(desk: Desk, group: QuestionGroup, works: list[Work]) -> None:
    t = desk.t
    st.markdown("\n".join(f"- {escape_markdown(text)}" for text in group.wordings[:MOST_WORDINGS]))
    if len(group.wordings) > MOST_WORDINGS:
        st.caption(t("and {n} more", n=t.number(len(group.wordings) - MOST_WORDINGS)))
    for work in works:
        st.markdown(f":material/movie: {_work_text(desk, work)}")
    if len(group.work_keys) > MOST_WORKS:
        st.caption(t("and {n} more works", n=t.number(len(group.work_keys) - MOST_WORKS)))


def _work_text(desk: Desk, work: Work, most: int | None = None) -> str:
    t = desk.t
    title = work.title or work.text or work.work_id
    title = escape_markdown(title if most is None or len(title) <= most else f"{title[:most]}…")
    url = safe_url(work.url)
    name = escape_markdown(work.creator) if work.creator else t("unknown creator")
    place = platform_name(work.platform, t)
    return f"[{title}]({url}) · {name} · {place}" if url else f"{title} · {name} · {place}"
