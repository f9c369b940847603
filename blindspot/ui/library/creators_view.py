"""The creators page: what each creator is to us, one by one in the table or many at once."""

from __future__ import annotations

from functools import partial

import pandas as pd
import streamlit as st

from blindspot.editing import Change
from blindspot.errors import BlindspotError
from blindspot.library.creators import ROLES, SCOPE, list_creators, set_role
from blindspot.ui.desk import Desk
from blindspot.ui.editing.conflict_notice import show_conflict
from blindspot.ui.editing.history_panel import offer_undo
from blindspot.ui.editing.saving import attempt, save, say_saved
from blindspot.ui.empty_states import say_empty
from blindspot.ui.error_notice import say_error
from blindspot.ui.library.creators_table import draw_table, edited_rows, find_rows, read_edits, start_anew
from blindspot.ui.library.import_desk import say_busy
from blindspot.ui.names import role_name
from blindspot.ui.widget_functions import named_by

MOST_SHOWN = 1_000
PICKED = "creators_picked"
PROBLEM = "creators_problem"


def show_creators(desk: Desk) -> None:
    """Draw the page; the sample's creators stand here only while the sample is the topic in view."""
    t = desk.t
    st.header(t("Creators"), anchor=False)
    st.caption(t("Coverage and gaps count competitors only. New creators are competitors until you say otherwise."))
    say_busy(desk)
    show_conflict(desk, SCOPE)
    with st.container(horizontal=True, vertical_alignment="center"):
        say_saved(desk, SCOPE)
        offer_undo(desk, SCOPE)
    creators = list_creators(desk.store, is_sample=_choose_sample(desk))
    if creators.empty:
        _say_empty(desk)
        return
    _explain_roles(desk)
    with st.container(width=360):
        search = st.text_input(
            t("Find a creator"), key="creators_search", type="search", placeholder=t("name, id or group")
        )
    found = find_rows(creators, search or "")
    if found.empty:
        st.info(t("No creator fits these words."), icon=":material/search_off:")
        return
    _say_counts(desk, found, len(creators))
    shown = found.head(MOST_SHOWN)
    problem = st.session_state.pop(PROBLEM, None)
    if problem is not None:
        say_error(problem, t)
    actions = st.container(horizontal=True, vertical_alignment="center")
    draw_table(desk, shown, _picked(), on_change=_save_edits, args=(desk, shown))
    with actions:
        _offer_roles(desk, shown)


def _choose_sample(desk: Desk) -> bool:
    """Return whether the sample's creators are looked at: only while it is in view, and not if there are others."""
    t = desk.t
    if desk.topic is None or not desk.topic.is_sample:
        return False
    if list_creators(desk.store, is_sample=False).empty:
        return True
    names = {"own": t("of your works"), "sample": t("of the sample")}
    chosen = st.segmented_control(
        t("Creators"),
        list(names),
        default="own",
        required=True,
        format_func=named_by(names),
        label_visibility="collapsed",
        key="creators_of",
    )
    return chosen == "sample"


def _say_empty(desk: Desk) -> None:
    t = desk.t
    say_empty(
        t("No creators yet"),
        t("Creators come in with their works."),
        ("pages/library/imports.py", t("Import works"), "upload"),
    )


def _explain_roles(desk: Desk) -> None:
    t = desk.t
    with st.expander(t("What the roles do"), icon=":material/help:"):
        st.markdown(
            t(
                "- **competitor**: counted in coverage and gaps\n"
                "- **own**: your own accounts; shown beside the competitors, so that you see what only you lack\n"
                "- **ignored**: counted nowhere, such as news bots or accounts that only repost"
            )
        )
        st.caption(t("A group is a word of your own, such as “big accounts”; it changes no count."))


def _say_counts(desk: Desk, found: pd.DataFrame, total: int) -> None:
    t = desk.t
    roles = [f"{role_name(role, t)} {t.number(int(n))}" for role in ROLES if (n := int((found["role"] == role).sum()))]
    parts = [t.plural("{n} creator", "{n} creators", len(found)), *roles]
    if len(found) > MOST_SHOWN:
        parts.append(t("the first {n} are shown; search for the others", n=t.number(MOST_SHOWN)))
    elif len(found) < total:
        parts.append(t("of {n} in all", n=t.number(total)))
    st.caption(" · ".join(parts))


def _picked() -> set[int]:
    picked: set[int] = st.session_state.setdefault(PICKED, set())
    return picked


def _save_edits(desk: Desk, shown: pd.DataFrame) -> None:
    """Store what was just changed in the table; runs before the page is drawn anew."""
    try:
        for edit in read_edits(shown, edited_rows(shown)):
            if edit.column == "picked":
                (_picked().add if edit.value else _picked().discard)(edit.creator_key)
            else:
                rev = int(shown.set_index("creator_key").at[edit.creator_key, "rev"])
                save(desk, SCOPE, [Change("creator", str(edit.creator_key), rev, {edit.column: edit.value or ""})])
    except BlindspotError as error:
        st.session_state[PROBLEM] = error


def _offer_roles(desk: Desk, shown: pd.DataFrame) -> None:
    t = desk.t
    picked = [int(key) for key in shown["creator_key"] if key in _picked()]
    if picked:
        st.markdown(t.plural("{n} ticked, make it:", "{n} ticked, make them:", len(picked)))
    else:
        st.markdown(t("Tick some to make them:"))
    for role in ROLES:
        if st.button(role_name(role, t), key=f"creators_make_{role}", disabled=not picked):
            attempt(desk, SCOPE, partial(set_role, desk.store, desk.who, picked, role))
            _picked().clear()
            start_anew()
            st.rerun()
