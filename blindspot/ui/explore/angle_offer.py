"""The step from a theme to an angle: a name, a group, the phrases that make a work carry it; then its gap."""

from __future__ import annotations

from typing import Literal

import streamlit as st

from blindspot.errors import BlindspotError
from blindspot.explore.discovery import Theme
from blindspot.library.candidate_angle import add_candidate_angle
from blindspot.library.codebooks import show_codebook
from blindspot.ui import address
from blindspot.ui.desk import Desk, topic_of
from blindspot.ui.editing.binding import drafted, forget_drafts
from blindspot.ui.error_notice import say_error
from blindspot.ui.group_names import group_name

GAPS = "pages/explore/gaps.py"


def offer_angle(desk: Desk, theme: Theme, width: Literal["stretch", "content"]) -> None:
    """Draw the form that makes a theme an angle; saving it labels the works and opens the angle's gap."""
    t = desk.t
    terms = [term.term for term in theme.terms]
    groups = [angle.group for angle in show_codebook(desk.store, topic_of(desk).topic_id).angles if angle.group]
    place = theme.terms[0].folded
    with (
        st.popover(t("Make it a candidate angle"), icon=":material/add:", type="primary", width=width),
        st.form(f"angle_{place}", border=False),
    ):
        name = st.text_input(t("Name"), max_chars=80, **drafted(desk, f"angle_{place}_name", theme.name))
        group = st.selectbox(
            t("Group"),
            list(dict.fromkeys(groups)),
            None,
            format_func=lambda group: group_name(group, t),
            accept_new_options=True,
            placeholder=t("choose a group or type a new one"),
            key=f"angle_{place}_group",
        )
        chosen = st.pills(
            t("A work with one of these carries it"), terms, selection_mode="multi", default=terms, key=f"terms_{place}"
        )
        if not st.form_submit_button(t("Save and see the gap"), type="primary", icon=":material/save:"):
            return
    try:
        key = add_candidate_angle(
            desk.store,
            desk.who,
            topic_of(desk).topic_id,
            name,
            chosen,
            group=(group or "").strip(),
            language=desk.language,
        )
    except BlindspotError as error:
        say_error(error, t)
        return
    forget_drafts(desk, f"angle_{place}_name")
    st.toast(t("“{name}” is an angle now; the works are labelled.", name=name.strip()), icon=":material/check:")
    open_gap(key)


def open_gap(angle: str) -> None:
    """Go to the gaps page with this angle in view."""
    address.point_to("gap", [angle])
    st.switch_page(GAPS, query_params=dict(st.query_params) | {"gap": angle})
