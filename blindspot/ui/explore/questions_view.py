"""The questions page: what viewers ask, the most asked first, and how many ask for which angle, or for none yet."""

from __future__ import annotations

from collections import Counter

import streamlit as st

from blindspot.explore.demand import demand_material
from blindspot.explore.questions import QuestionGroup, group_questions
from blindspot.explore.works import Work, works_by_key
from blindspot.store import Store
from blindspot.ui import address, empty_states
from blindspot.ui.desk import Desk, choose_topic, topic_of
from blindspot.ui.explore.question_card import MOST_WORKS, show_group
from blindspot.ui.explore.question_intake import offer_intake, say_how_to_get_comments, show_outcome
from blindspot.ui.marking import escape_markdown
from blindspot.ui.names import angle_name

PER_PAGE = 20
ANY, UNLINKED = "", "-"


def show_questions(desk: Desk) -> None:
    """Draw the page."""
    t = desk.t
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        with st.container(width=260):
            choose_topic(desk)
        if desk.topic is None:
            empty_states.no_topic(desk)
            return
        st.space("stretch")
        offer_intake(desk)
    show_outcome(desk)
    groups = _groups(desk.store, desk.topic.topic_id, desk.store.data_version())
    if not groups:
        _say_nothing(desk)
        return
    angles = _angle_names(desk)
    _say_answer(desk, groups)
    chosen = _choose_angle(desk, groups, angles)
    wanted = [group for group in groups if _fits(group, chosen)]
    if not wanted:
        st.info(t("No question asks for this angle."), icon=":material/info:")
    shown = wanted[: _shown()]
    works = _works(desk, shown)
    with st.container(gap="xsmall"):
        for group in shown:
            show_group(desk, group, angles, works)
    if len(wanted) > _shown() and st.button(
        t("Show {n} more", n=t.number(min(PER_PAGE, len(wanted) - _shown()))),
        icon=":material/expand_more:",
        key="questions_more",
    ):
        st.session_state["questions_shown"] = _shown() + PER_PAGE
        st.rerun()


@st.cache_data(max_entries=8, show_spinner=False)
def _groups(_store: Store, topic_id: int, data_version: int) -> list[QuestionGroup]:
    return group_questions(_store, topic_id)


def _works(desk: Desk, groups: list[QuestionGroup]) -> dict[int, Work]:
    keys = list(dict.fromkeys(key for group in groups for key in group.work_keys[:MOST_WORKS]))
    return {work.work_key: work for work in works_by_key(desk.store, topic_of(desk).topic_id, keys)}


def _shown() -> int:
    shown: int = st.session_state.get("questions_shown", PER_PAGE)
    return shown


def _angle_names(desk: Desk) -> dict[str, str]:
    rows = desk.store.rows("library/topic_angles", topic_id=topic_of(desk).topic_id)
    names = {row["key"]: {code: row[f"name_{code}"] for code in ("zh", "en") if row[f"name_{code}"]} for row in rows}
    return {key: angle_name(name, desk.language, key) for key, name in names.items()}


def _choose_angle(desk: Desk, groups: list[QuestionGroup], angles: dict[str, str]) -> str:
    """Draw how many questions ask for each angle, the most first; one of them narrows the list."""
    t = desk.t
    asked = Counter({ANY: sum(group.count for group in groups), UNLINKED: 0})
    for group in groups:
        asked.update({key: number for key, number in group.angles.items() if key in angles} or {UNLINKED: group.count})
    key = address.restore("asks", ANY, lambda words: words[0] if words[0] in {UNLINKED, *angles} else None)
    if st.session_state[key] not in {ANY, UNLINKED, *angles}:
        st.session_state[key] = ANY
    names = {ANY: t("all questions"), UNLINKED: t("no angle yet")} | angles
    named = [angle for angle, _ in asked.most_common() if angle in angles]
    chosen = st.pills(
        t("Asks for"),
        list(dict.fromkeys([ANY, UNLINKED, *named, st.session_state[key]])),
        format_func=lambda angle: f"{escape_markdown(names[angle])} · {t.number(asked[angle])}",
        key=key,
        required=True,
        label_visibility="collapsed",
        persist_state="session",
    )
    address.keep("asks", [chosen] if chosen else [])
    return chosen or ANY


def _fits(group: QuestionGroup, chosen: str) -> bool:
    return chosen == ANY or (not group.angles if chosen == UNLINKED else chosen in group.angles)


def _say_answer(desk: Desk, groups: list[QuestionGroup]) -> None:
    t = desk.t
    count = sum(group.count for group in groups)
    said = {
        "questions": t.plural("{n} question", "{n} questions", count),
        "works": t.plural("{n} work", "{n} works", len({key for group in groups for key in group.work_keys})),
    }
    if len(groups) < count:
        things = t.plural("{n} thing", "{n} things", len(groups))
        st.subheader(t("{questions} under {works}, about {groups}", groups=things, **said), anchor=False)
    else:
        st.subheader(t("{questions} under {works}", **said), anchor=False)


def _say_nothing(desk: Desk) -> None:
    t = desk.t
    has_comments = demand_material(desk.store, topic_of(desk).topic_id).comments
    with st.container(border=True):
        st.subheader(t("No questions yet"), anchor=False)
        if has_comments:
            st.write(t("None of the {n} comments under this topic's works asks anything.", n=t.number(has_comments)))
        say_how_to_get_comments(desk)
