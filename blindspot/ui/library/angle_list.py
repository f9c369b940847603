"""The angles of a topic by group, each with its works; one of them is chosen to be edited."""

from __future__ import annotations

import streamlit as st

from blindspot.editing import Change
from blindspot.editing.rows import read_rows
from blindspot.explore.coverage import measure_coverage
from blindspot.explore.filters import Filters
from blindspot.library.codebook_rows import angle_of
from blindspot.library.codebooks import scope_of, show_codebook
from blindspot.ui import address
from blindspot.ui.desk import Desk, topic_of
from blindspot.ui.editing.saving import save
from blindspot.ui.group_names import group_name
from blindspot.ui.marking import escape_markdown
from blindspot.ui.names import angle_name
from blindspot.ui.widget_functions import as_callback

NEW = "+new"
"""What is chosen while a new angle is written; no key can hold a plus sign."""

CHOSEN = "codebook_angle"


def choose_angle(desk: Desk) -> str:
    """Draw the list; return the key of the chosen angle, or NEW, as where there is no angle."""
    t = desk.t
    codebook = show_codebook(desk.store, topic_of(desk).topic_id)
    scope, covered = measure_coverage(desk.store, topic_of(desk).topic_id, Filters())
    works = {angle.angle: angle.works for angle in covered}
    keys = [angle.key for angle in codebook.angles]
    wanted = st.query_params.get("angle")
    if st.session_state.get(CHOSEN) not in (*keys, NEW):
        st.session_state[CHOSEN] = wanted if wanted in keys else (keys[0] if keys else NEW)
    chosen: str = st.session_state[CHOSEN]
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
    _show_bin(desk)
    return chosen


def _show_bin(desk: Desk) -> None:
    """Draw the angles in the bin, each with the way back."""
    t = desk.t
    topic_id = topic_of(desk).topic_id
    ids = [row["item_id"] for row in desk.store.rows("library/angles_of_topic", topic_id=topic_id) if row["is_binned"]]
    if not ids:
        return
    with st.expander(t("In the bin ({n})", n=len(ids)), icon=":material/delete:", key="angles_binned"):
        for item_id, row in read_rows(desk.store, "angle", ids).items():
            back = [Change("angle", item_id, row["rev"], {"is_binned": False})]
            with st.container(horizontal=True, vertical_alignment="center"):
                name = angle_name(angle_of(row).name, desk.language, row["key"])
                st.markdown(escape_markdown(name), width="stretch")
                st.button(
                    t("Put back"),
                    icon=":material/undo:",
                    type="tertiary",
                    key=f"unbin_angle_{item_id}",
                    on_click=as_callback(save),
                    args=(desk, scope_of(topic_id), back),
                )


def pick_angle(key: str | None) -> None:
    """Choose the angle to edit; None leaves the choice to the list."""
    st.session_state[CHOSEN] = key
    address.keep("angle", [])
