"""A new angle, from its draft to the codebook; the draft stays over a reload until the angle is there."""

from __future__ import annotations

from typing import Any

import streamlit as st

from blindspot.labelling.codebook import Angle
from blindspot.library.angle_edits import add_angle
from blindspot.library.codebooks import scope_of
from blindspot.ui.desk import Desk, topic_of
from blindspot.ui.editing.binding import drafted, forget_drafts
from blindspot.ui.editing.saving import attempt
from blindspot.ui.library.angle_form import LONGEST_DEFINITION, LONGEST_NAME, ask_for_group, languages, words_help
from blindspot.ui.library.angle_list import NEW, pick_angle
from blindspot.ui.library.term_trial import show_matches
from blindspot.ui.lines import read_lines

DRAFTS = ("name_zh", "name_en", "definition_zh", "definition_en", "terms", "exclude")


def ask_for_angle(desk: Desk) -> None:
    """Draw the form of an angle that is still to be made, with the works that its terms would match."""
    t = desk.t
    said: dict[str, str] = {}
    with st.container(border=True):
        st.subheader(t("New angle"), anchor=False)
        for (language, name, definition), column in zip(languages(desk), st.columns(2), strict=True):
            with column:
                said[f"name_{language}"] = st.text_input(
                    name, max_chars=LONGEST_NAME, **_draft(desk, f"name_{language}")
                )
                said[f"definition_{language}"] = st.text_area(
                    definition, height=90, max_chars=LONGEST_DEFINITION, **_draft(desk, f"definition_{language}")
                )
        group = ask_for_group(desk, {"key": f"new_angle_{topic_of(desk).topic_id}_group"})
        has, lacks = st.columns(2)
        of_terms, of_exclusions = words_help(desk)
        said["terms"] = has.text_area(t("Terms, one a line"), height=220, help=of_terms, **_draft(desk, "terms"))
        said["exclude"] = lacks.text_area(
            t("Exclusions, one a line"), height=220, help=of_exclusions, **_draft(desk, "exclude")
        )
        angle = _angle(said, group)
        st.button(
            t("Add the angle"),
            type="primary",
            icon=":material/add:",
            key="angle_add",
            on_click=_add,
            args=(desk, angle),
        )
        if angle.terms:
            show_matches(desk, angle)


def _draft(desk: Desk, field: str) -> dict[str, Any]:
    return drafted(desk, _name(desk, field))


def _name(desk: Desk, field: str) -> str:
    return f"new_angle_{topic_of(desk).topic_id}_{field}"


def _angle(said: dict[str, str], group: str) -> Angle:
    name, definition = (
        {
            language: said[f"{field}_{language}"].strip()
            for language in ("zh", "en")
            if said[f"{field}_{language}"].strip()
        }
        for field in ("name", "definition")
    )
    return Angle(NEW, group, name, definition, read_lines(said["terms"]), read_lines(said["exclude"]))


def _add(desk: Desk, angle: Angle) -> None:
    keys: list[str] = []
    topic_id = topic_of(desk).topic_id

    def act() -> None:
        keys.append(add_angle(desk.store, desk.who, topic_id, angle))

    if attempt(desk, scope_of(topic_id), act):
        forget_drafts(desk, *(_name(desk, field) for field in DRAFTS))
        st.session_state.pop(f"new_angle_{topic_id}_group", None)
        pick_angle(keys[0])
