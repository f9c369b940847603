"""The works that come nearest to an angle, for a person to say yes or no to; each click is that person's label."""

from __future__ import annotations

from functools import partial

import streamlit as st

from blindspot.explore.coverage_types import Gap
from blindspot.explore.filters import Filters
from blindspot.explore.gaps import nearest_to_angle
from blindspot.explore.works import Work
from blindspot.library.codebooks import show_codebook
from blindspot.library.person_labels import set_label
from blindspot.ui.desk import Desk, topic_of
from blindspot.ui.marking import escape_markdown
from blindspot.ui.names import angle_name
from blindspot.ui.works_list import show_work

MOST = 10


def show_nearest(desk: Desk, gap: Gap, angle_id: int, filters: Filters, place: str) -> None:
    """Draw the nearest works without the angle, each with "covers it" and "does not"."""
    t = desk.t
    codebook = show_codebook(desk.store, topic_of(desk).topic_id)
    angle = next(angle for angle in codebook.angles if angle.key == gap.angle.angle)
    with st.spinner(t("Looking for the nearest works …")):
        works = nearest_to_angle(desk.store, topic_of(desk).topic_id, angle_id, angle, filters, MOST)
    name = escape_markdown(angle_name(gap.angle.name, desk.language, gap.angle.angle))
    said_no = sum(1 for work in works if (angle.key, False) in work.decided)
    st.subheader(t("Does any of these cover “{angle}”?", angle=name), anchor=False)
    st.caption(
        t(
            "The {n} works that come nearest by their words. Your yes or no wins over the codebook's terms. "
            "Checked: {done} of {n}.",
            n=len(works),
            done=said_no,
        )
    )
    for work in works:
        show_work(desk, work, actions=partial(_ask, desk, work, angle.key, place))


def _ask(desk: Desk, work: Work, angle_key: str, place: str) -> None:
    t = desk.t
    said_no = (angle_key, False) in work.decided
    say = partial(set_label, desk.store, topic_of(desk).topic_id, angle_key, work.work_key)
    st.button(t("Covers it"), icon=":material/check:", key=f"yes_{place}_{work.work_key}", on_click=say, args=(True,))
    st.button(
        t("Does not"),
        icon=":material/close:",
        key=f"no_{place}_{work.work_key}",
        on_click=say,
        args=(None if said_no else False,),
        type="primary" if said_no else "secondary",
    )
