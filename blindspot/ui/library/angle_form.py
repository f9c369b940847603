"""Edits one angle: names, definition, group, terms, exclusions, examples, each saved by itself; its place; the bin."""

from __future__ import annotations

from typing import Any

import streamlit as st

from blindspot.editing import Change
from blindspot.editing.items import Row
from blindspot.editing.rows import read_rows
from blindspot.library.angle_edits import angle_id, move_angle
from blindspot.library.codebook_rows import angle_of
from blindspot.library.codebooks import scope_of, show_codebook
from blindspot.ui.desk import Desk, topic_of
from blindspot.ui.editing.binding import BoundRow
from blindspot.ui.editing.history_panel import show_history
from blindspot.ui.editing.saving import attempt, save
from blindspot.ui.explore.works_view import open_works
from blindspot.ui.group_names import group_name
from blindspot.ui.library.angle_list import pick_angle
from blindspot.ui.library.term_trial import try_one_term
from blindspot.ui.lines import read_lines, write_lines
from blindspot.ui.marking import escape_markdown
from blindspot.ui.names import angle_name

LONGEST_NAME = 120
LONGEST_DEFINITION = 2_000
AS_LINES: dict[str, Any] = {"show": write_lines, "read": lambda text: list(read_lines(text))}
"""How a list is shown in a widget, and read from it."""


def edit_angle(desk: Desk, key: str) -> None:
    """Draw the fields of the angle `key`, its other buttons and its history, and the trial of a term."""
    topic_id = topic_of(desk).topic_id
    item_id = angle_id(desk.store, topic_id, key)
    row = read_rows(desk.store, "angle", [item_id])[item_id]
    bound = BoundRow(desk, scope_of(topic_id), "angle", item_id, row["rev"], row)
    angle = angle_of(row)
    with st.container(border=True):
        st.subheader(escape_markdown(angle_name(angle.name, desk.language, key)), anchor=False)
        _ask_for_names(desk, bound)
        ask_for_group(desk, bound.choice("angle_group", show=_named, fields=_group_field), row["angle_group"])
        _ask_for_words(desk, bound)
        show_history(desk, "angle", item_id, bound.scope)
    _offer_moves(desk, item_id, row)
    try_one_term(desk, angle, add=lambda field, term: _add_term(desk, item_id, field, term))


def expect_angles(desk: Desk) -> None:
    """Let what was typed into any angle be stored after a reload, though another one is in view then."""
    topic_id = topic_of(desk).topic_id
    ids = [str(row["angle_id"]) for row in desk.store.rows("library/topic_angles", topic_id=topic_id)]
    for item_id, row in read_rows(desk.store, "angle", ids).items():
        bound = BoundRow(desk, scope_of(topic_id), "angle", item_id, row["rev"], row)
        for name in ("name_zh", "name_en", "definition_zh", "definition_en"):
            bound.expect(name)
        for name in ("terms", "exclude", "examples"):
            bound.expect(name, **AS_LINES)


def ask_for_group(desk: Desk, tie: dict[str, Any], group: str = "") -> str:
    """Draw the choice of a group among those of the codebook, or of a new one; return what is chosen."""
    t = desk.t
    known = [angle.group for angle in show_codebook(desk.store, topic_of(desk).topic_id).angles]
    chosen = st.selectbox(
        t("Group"),
        [one for one in dict.fromkeys([*known, group]) if one],
        index=None,
        format_func=lambda one: group_name(one, t),
        accept_new_options=True,
        placeholder=t("choose a group or type a new one"),
        **tie,
    )
    return (chosen or "").strip()


def languages(desk: Desk) -> tuple[tuple[str, str, str], ...]:
    """Return the languages of names, the reader's first, each with the labels of a name and of a definition."""
    t = desk.t
    chinese = ("zh", t("Name in Chinese"), t("Definition in Chinese"))
    english = ("en", t("Name in English"), t("Definition in English"))
    return (chinese, english) if desk.language == "zh" else (english, chinese)


def words_help(desk: Desk) -> tuple[str, str]:
    """Return what is said of terms and of exclusions."""
    t = desk.t
    return (
        t(
            "A Chinese term counts where it is a word or a part of its compounds, not where parts of other words "
            "spell it; Latin terms match whole words, with a hyphen, a blank or neither. Upper and lower case, full "
            "and half width, traditional and simplified are the same."
        ),
        t("A work with one of these does not get the angle by its terms."),
    )


def _ask_for_names(desk: Desk, bound: BoundRow) -> None:
    for (language, name, definition), column in zip(languages(desk), st.columns(2), strict=True):
        with column:
            st.text_input(name, max_chars=LONGEST_NAME, **bound.text(f"name_{language}", is_whole=True))
            st.text_area(definition, height=90, max_chars=LONGEST_DEFINITION, **bound.text(f"definition_{language}"))


def _ask_for_words(desk: Desk, bound: BoundRow) -> None:
    t = desk.t
    has, lacks = st.columns(2)
    of_terms, of_exclusions = words_help(desk)
    # half a term would label works by what nobody means
    has.text_area(t("Terms, one a line"), height=220, help=of_terms, **bound.text("terms", is_whole=True, **AS_LINES))
    lacks.text_area(
        t("Exclusions, one a line"), height=220, help=of_exclusions, **bound.text("exclude", is_whole=True, **AS_LINES)
    )
    st.text_area(t("Titles that are typical of the angle, one a line"), height=90, **bound.text("examples", **AS_LINES))


def _named(group: str) -> str | None:
    return group or None


def _group_field(chosen: str | None) -> dict[str, str]:
    return {"angle_group": (chosen or "").strip()}


def _add_term(desk: Desk, item_id: str, field: str, term: str) -> None:
    """Add one term to what stands there now: nobody's list is in its way."""
    row = read_rows(desk.store, "angle", [item_id])[item_id]
    terms = list(dict.fromkeys([*row[field], term]))
    save(desk, scope_of(topic_of(desk).topic_id), [Change("angle", item_id, row["rev"], {field: terms})])


def _offer_moves(desk: Desk, item_id: str, row: Row) -> None:
    t = desk.t
    key = row["key"]
    with st.container(horizontal=True):
        if st.button(t("Its works"), icon=":material/movie:", type="tertiary", key="angle_works"):
            open_works(angle=key)
        for label, icon, step in (
            (t("Move up"), ":material/arrow_upward:", -1),
            (t("Move down"), ":material/arrow_downward:", 1),
        ):
            st.button(
                label, icon=icon, type="tertiary", key=f"angle_move_{step}", on_click=_move, args=(desk, key, step)
            )
        st.button(
            t("Put into the bin"),
            icon=":material/delete:",
            type="tertiary",
            key="angle_bin",
            help=t("Takes the angle out of the codebook and of every count. Labels by hand stay for its return."),
            on_click=_bin,
            args=(desk, item_id, row),
        )


def _move(desk: Desk, key: str, step: int) -> None:
    topic_id = topic_of(desk).topic_id
    attempt(desk, scope_of(topic_id), lambda: move_angle(desk.store, desk.who, topic_id, key, step))


def _bin(desk: Desk, item_id: str, row: Row) -> None:
    change = Change("angle", item_id, row["rev"], {"is_binned": True})
    if save(desk, scope_of(topic_of(desk).topic_id), [change]):
        pick_angle(None)
