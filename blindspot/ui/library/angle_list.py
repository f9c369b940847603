"""The angles of a topic by group, each with its works; one of them is chosen to be edited."""

from __future__ import annotations

import streamlit as st

from blindspot.explore.coverage import measure_coverage
from blindspot.explore.filters import Filters
from blindspot.library.codebooks import show_codebook
from blindspot.ui import address
from blindspot.ui.desk import Desk
from blindspot.ui.group_names import group_name
from blindspot.ui.marking import escape_markdown
from blindspot.ui.names import angle_name

NEW = "+new"
"""What is chosen while a new angle is written; no key can hold a plus sign."""

CHOSEN = "codebook_angle"


def choose_angle(desk: Desk) -> str | None:
    """Draw the list; return the key of the chosen angle, NEW, or None where there is no angle."""
    t = desk.t
    codebook = show_codebook(desk.store, desk.topic.topic_id)
    scope, covered = measure_coverage(desk.store, desk.topic.topic_id, Filters())
    works = {angle.angle: angle.works for angle in covered}
    keys = [angle.key for angle in codebook.angles]
    wanted = st.query_params.get("angle")
    if st.session_state.get(CHOSEN) not in (*keys, NEW):
        st.session_state[CHOSEN] = wanted if wanted in keys else (keys[0] if keys else NEW)
    chosen = st.session_state[CHOSEN]
    groups = dict.fromkeys(angle.group for angle in codebook.angles)
    for group in groups:
        st.caption(escape_markdown(group_name(group, t)))
        with st.container(gap="xsmall"):
            for angle in codebook.angles:
                if angle.group == group:
                    name = escape_markdown(angle_name(angle.name, desk.language, angle.key))
                    st.button(
                        t("{angle} · {n}", angle=name, n=t.number(works.get(angle.key, 0))),
                        key=f"choose_{angle.key}",
                        type="primary" if angle.key == chosen else "secondary",
                        width="stretch",
                        on_click=pick_angle,
                        args=(angle.key,),
                    )
    st.button(
        t("New angle"),
        icon=":material/add:",
        type="primary" if chosen == NEW else "tertiary",
        width="stretch" if chosen == NEW else "content",
        on_click=pick_angle,
        args=(NEW,),
        key="angle_new",
    )
    st.caption(
        t(
            "The numbers are works of competitors. Unlabelled: {n} of {works}.",
            n=t.number(scope.unlabelled),
            works=t.number(scope.works),
        )
    )
    return chosen


def pick_angle(key: str | None) -> None:
    """Choose the angle to edit; None leaves the choice to the list."""
    st.session_state[CHOSEN] = key
    address.keep("angle", [])
