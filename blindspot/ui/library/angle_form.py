"""Edits one angle: names, definition, group, terms, exclusions, examples; shows what a change does before saving."""

from __future__ import annotations

from typing import Any

import streamlit as st

from blindspot.editing import Change, change
from blindspot.editing.rows import read_rows
from blindspot.errors import BlindspotError
from blindspot.labelling.codebook import Angle, Codebook
from blindspot.library.angle_edits import add_angle, angle_id, move_angle
from blindspot.library.codebook_rows import angle_fields
from blindspot.library.codebooks import scope_of, show_codebook
from blindspot.ui.desk import Desk
from blindspot.ui.error_notice import say_error
from blindspot.ui.explore.works_view import open_works
from blindspot.ui.group_names import group_name
from blindspot.ui.library.angle_list import NEW, pick_angle
from blindspot.ui.library.term_trial import show_change, try_one_term
from blindspot.ui.lines import read_lines, write_lines
from blindspot.ui.marking import escape_markdown
from blindspot.ui.names import angle_name


def edit_angle(desk: Desk, key: str) -> None:
    """Draw the form of the angle `key` (NEW: an empty one), its other buttons, and the trial of a term."""
    t = desk.t
    codebook = show_codebook(desk.store, desk.topic.topic_id)
    angle = next((angle for angle in codebook.angles if angle.key == key), Angle(NEW))
    form = f"angle_{desk.topic.topic_id}_{desk.topic.version}_{angle.key}"
    with st.container(border=True):
        name = angle_name(angle.name, desk.language, angle.key) if angle.key != NEW else t("New angle")
        st.subheader(escape_markdown(name), anchor=False)
        with st.form(form, border=False):
            edited = _ask(desk, codebook, angle, form)
            with st.container(horizontal=True):
                is_saved = st.form_submit_button(t("Save"), type="primary", icon=":material/save:")
                is_tried = st.form_submit_button(t("Try without saving"), icon=":material/science:")
        if is_saved:
            _save(desk, edited)
        if is_tried:
            show_change(desk, edited)
    if angle.key != NEW:
        _offer_moves(desk, angle)
    try_one_term(desk, angle, terms_key=f"{form}_terms", exclude_key=f"{form}_exclude")


def _ask(desk: Desk, codebook: Codebook, angle: Angle, key: str) -> Angle:
    t = desk.t
    languages = ("zh", "en") if desk.language == "zh" else ("en", "zh")
    labels = {
        "zh": (t("Name in Chinese"), t("Definition in Chinese")),
        "en": (t("Name in English"), t("Definition in English")),
    }
    name, definition = {}, {}
    for language, column in zip(languages, st.columns(2), strict=True):
        with column:
            name[language] = st.text_input(
                labels[language][0], angle.name.get(language, ""), key=f"{key}_name_{language}"
            )
            definition[language] = st.text_area(
                labels[language][1], angle.definition.get(language, ""), height=90, key=f"{key}_definition_{language}"
            )
    groups = list(dict.fromkeys([*(known.group for known in codebook.angles if known.group), angle.group]))
    group = st.selectbox(
        t("Group"),
        [group for group in groups if group],
        [group for group in groups if group].index(angle.group) if angle.group else None,
        format_func=lambda group: group_name(group, t),
        accept_new_options=True,
        placeholder=t("choose a group or type a new one"),
        key=f"{key}_group",
    )
    has, lacks = st.columns(2)
    terms = has.text_area(
        t("Terms, one a line"),
        write_lines(angle.terms),
        height=220,
        key=f"{key}_terms",
        help=t(
            "A Chinese term counts where it is a word or a part of its compounds, not where parts of other words "
            "spell it; Latin terms match whole words, with a hyphen, a blank or neither. Upper and lower case, full "
            "and half width, traditional and simplified are the same."
        ),
    )
    exclude = lacks.text_area(
        t("Exclusions, one a line"),
        write_lines(angle.exclude),
        height=220,
        key=f"{key}_exclude",
        help=t("A work with one of these does not get the angle by its terms."),
    )
    with st.expander(t("Examples, one a line")):
        examples = st.text_area(
            t("Titles that are typical of the angle"), write_lines(angle.examples), key=f"{key}_examples"
        )
    return Angle(
        key=angle.key,
        group=(group or "").strip(),
        name={language: name[language].strip() for language in ("zh", "en") if name[language].strip()},
        definition={
            language: definition[language].strip() for language in ("zh", "en") if definition[language].strip()
        },
        terms=read_lines(terms),
        exclude=read_lines(exclude),
        examples=read_lines(examples),
    )


def _save(desk: Desk, angle: Angle) -> None:
    key = angle.key
    try:
        if key == NEW:
            key = add_angle(desk.store, desk.who, desk.topic.topic_id, angle)
        else:
            _change(desk, key, **angle_fields(angle))
    except BlindspotError as error:
        say_error(error, desk.t)
        return
    pick_angle(key)
    st.toast(desk.t("Saved."), icon=":material/check:")
    st.rerun()


def _change(desk: Desk, angle: str, **fields: Any) -> None:
    item_id = angle_id(desk.store, desk.topic.topic_id, angle)
    [row] = read_rows(desk.store, "angle", [item_id]).values()
    change(desk.store, desk.who, scope_of(desk.topic.topic_id), [Change("angle", item_id, row["rev"], fields)])


def _offer_moves(desk: Desk, angle: Angle) -> None:
    t = desk.t
    is_changed = False
    with st.container(horizontal=True):
        if st.button(t("Its works"), icon=":material/movie:", type="tertiary", key=f"angle_works_{angle.key}"):
            open_works(angle=angle.key)
        if st.button(t("Move up"), icon=":material/arrow_upward:", type="tertiary", key=f"angle_up_{angle.key}"):
            is_changed = bool(move_angle(desk.store, desk.who, desk.topic.topic_id, angle.key, -1))
        if st.button(t("Move down"), icon=":material/arrow_downward:", type="tertiary", key=f"angle_down_{angle.key}"):
            is_changed = bool(move_angle(desk.store, desk.who, desk.topic.topic_id, angle.key, 1))
        if st.button(
            t("Retire"),
            icon=":material/archive:",
            type="tertiary",
            help=t("Takes the angle out of the codebook and of every count. An earlier version brings it back."),
            key=f"angle_retire_{angle.key}",
        ):
            _change(desk, angle.key, is_binned=True)
            is_changed = True
    if is_changed:
        st.rerun()
