"""What asks for an angle, part by part, each a way to what is behind it; and what to import where nothing could ask."""

from __future__ import annotations

import streamlit as st

from blindspot.explore.demand import Demand, Material, demand_material
from blindspot.explore.gaps import GapList
from blindspot.ui import address
from blindspot.ui.desk import Desk, topic_of
from blindspot.ui.explore.interest_line import interest_line
from blindspot.ui.library.source_angle import look_for
from blindspot.ui.library.source_state import go_to
from blindspot.ui.reading_names import grade_name
from blindspot.ui.texts import Translator

QUESTIONS = "pages/explore/questions.py"
SOURCES = "pages/library/sources.py"
MOST_SERIES = 2


def show_demand(desk: Desk, found: GapList, angle_key: str, place: str) -> None:
    """Draw the parts in a line of buttons; the search interest opens beside them."""
    t = desk.t
    demand = found.demand[angle_key]
    if not demand.is_any and not demand.candidates:
        _say_nothing_asks(desk, demand_material(desk.store, topic_of(desk).topic_id), place)
    else:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(f":gray[{t('Asked for by')}]", width="content")
            if demand.origins and _part(origins_text(demand, t), "source_notes", f"origins_{place}"):
                _open_sources("sources", angle_key)
            if (demand.claims or demand.candidates) and _part(claims_text(demand, t), "fact_check", f"claims_{place}"):
                _open_sources("claims" if demand.claims else "candidates", angle_key)
            if demand.questions and _part(questions_text(demand, t), "contact_support", f"asked_{place}"):
                open_questions(angle_key)
            _show_interest(demand, t)


def _show_interest(demand: Demand, t: Translator) -> None:
    """Draw how much is searched for, in a popover: the first screen has room for the answer and the picture only."""
    if not demand.interest:
        return
    with st.popover(t("Interest"), icon=":material/show_chart:", type="tertiary"):
        for series in demand.interest[:MOST_SERIES]:
            st.caption(interest_line(series, t))


def open_questions(angle_key: str) -> None:
    """Go to the questions that ask for an angle."""
    address.put("asks", angle_key, [angle_key])
    st.switch_page(QUESTIONS, query_params=dict(st.query_params))


def demand_text(demand: Demand, t: Translator) -> str:
    """Return the parts in a line; "" where nothing asks."""
    parts = [
        text
        for has_any, text in (
            (demand.origins, origins_text(demand, t)),
            (demand.claims or demand.candidates, claims_text(demand, t)),
            (demand.questions, questions_text(demand, t)),
        )
        if has_any
    ]
    return " · ".join(parts)


def origins_text(demand: Demand, t: Translator) -> str:
    """Return how many independent origins there are, how they are graded, and the newest day."""
    text = t.plural("{n} origin", "{n} origins", demand.origins)
    if demand.origins_by_grade:
        graded = [
            t("{n} {grade}", n=t.count(number), grade=grade_name(grade, t))
            for grade, number in demand.origins_by_grade.items()
        ]
        text = t("{origins} ({grades})", origins=text, grades=t.all_of(graded))
    return t("{origins}, newest {day}", origins=text, day=t.day(demand.newest_on)) if demand.newest_on else text


def claims_text(demand: Demand, t: Translator) -> str:
    """Return how many claims there are, and how many wait for a yes."""
    waiting = t.plural("{n} candidate claim", "{n} candidate claims", demand.candidates)
    if not demand.claims:
        return waiting
    claims = t.plural("{n} claim", "{n} claims", demand.claims)
    return t("{claims} and {candidates}", claims=claims, candidates=waiting) if demand.candidates else claims


def questions_text(demand: Demand, t: Translator) -> str:
    """Return how many questions viewers asked."""
    return t.plural("{n} question", "{n} questions", demand.questions)


def _say_nothing_asks(desk: Desk, material: Material, place: str) -> None:
    t = desk.t
    if material.sources or material.questions:
        looked_at = t.all_of(
            [
                t.plural("{n} source", "{n} sources", material.sources),
                t.plural("{n} question", "{n} questions", material.questions),
            ]
        )
        st.caption(t("Nothing that was imported asks for it: {looked_at}.", looked_at=looked_at))
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(
            t("Whether anybody asks for it is not known yet: import articles, reports or comments."), width="content"
        )
        if place == "card":
            st.page_link(SOURCES, label=t("Import sources"), icon=":material/source_notes:")
            st.page_link(QUESTIONS, label=t("Import comments"), icon=":material/contact_support:")


def _part(text: str, icon: str, key: str) -> bool:
    return st.button(f":primary[{text}]", icon=f":material/{icon}:", key=key, type="tertiary")


def _open_sources(part: str, angle_key: str) -> None:
    look_for(angle_key)
    go_to(part)
    st.switch_page(SOURCES, query_params=dict(st.query_params))
