"""The head of the proposal page: title, status, what has been saved, and the next step."""

from __future__ import annotations

import streamlit as st

from blindspot.domain import PROPOSAL_STATUSES
from blindspot.plan.proposals.parts import UsingEpisode
from blindspot.ui.editing.history_panel import offer_undo
from blindspot.ui.editing.saving import say_saved
from blindspot.ui.marking import escape_markdown, shorten
from blindspot.ui.plan.proposal.sheet import Sheet
from blindspot.ui.plan.proposal.texts import advise
from blindspot.ui.status_names import proposal_status_name
from blindspot.ui.widget_functions import as_callback

SHORTLIST = "pages/plan/shortlist.py"
LONGEST_TITLE = 300
SHORT_TITLE, SHOWN_TITLE = 24, 60


def show_head(sheet: Sheet) -> None:
    """Draw the title with what can be done to the proposal as a whole."""
    desk, t = sheet.desk, sheet.desk.t
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.page_link(SHORTLIST, label=t("Shortlist"), icon=":material/arrow_back:")
        st.space("stretch")
        say_saved(desk, sheet.scope)
        offer_undo(desk, sheet.scope)
        _offer_more(sheet)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        _show_title(sheet.row["title"])
        with st.popover(t("Rename"), icon=":material/edit:", type="tertiary"):
            sheet.text("title", t("Title"), most=LONGEST_TITLE)
        st.space("stretch")
        with st.container(width=190):
            _choose_status(sheet)
    if sheet.row["is_binned"]:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f":material/delete: {t('This proposal is in the bin.')}", width="content")
            st.button(
                t("Put back"),
                icon=":material/undo:",
                on_click=as_callback(sheet.put),
                kwargs={"is_binned": False},
                key=sheet.key("unbin"),
            )
        return
    advise(sheet, "title")
    st.markdown(f":material/arrow_forward: {_next_step(sheet, sheet.episodes)}")


def _show_title(title: str) -> None:
    """Draw the title; a long one in small type and only its beginning: the whole of it stands in the field."""
    draw = st.header if len(title) <= SHORT_TITLE else st.subheader
    draw(escape_markdown(shorten(title, SHOWN_TITLE)), anchor=False, width="content")


def _choose_status(sheet: Sheet) -> None:
    t = sheet.desk.t
    st.selectbox(
        t("Status"),
        PROPOSAL_STATUSES,
        format_func=lambda status: proposal_status_name(status, t),
        label_visibility="collapsed",
        **sheet.bound.choice("status"),
    )


def _offer_more(sheet: Sheet) -> None:
    t = sheet.desk.t
    with st.popover(t("More"), icon=":material/more_horiz:", type="tertiary"):
        st.button(
            t("Put into the bin"),
            icon=":material/delete:",
            type="tertiary",
            key=sheet.key("bin"),
            disabled=sheet.row["is_binned"],
            on_click=as_callback(sheet.put),
            kwargs={"is_binned": True},
        )


def _next_step(sheet: Sheet, episodes: list[UsingEpisode]) -> str:
    """Return the first thing that is still to do, as a sentence."""
    t, row = sheet.desk.t, sheet.row
    if row["status"] == "dropped":
        return t("Dropped: choose another status to take it up again.")
    if not row["thesis"].strip():
        return t("Next: say in one line what it claims.")
    if not row["claims"]:
        return t("Next: add the claims that it rests on.")
    if row["status"] == "idea":
        return t("Next: read it through, and let its status say whether it stays.")
    if not row["counterpoints"]:
        return t("Next: write down what speaks against it, with the answer.")
    if not episodes:
        return t("Next: plan an episode of it.")
    empty = [episode for episode in episodes if not episode.shots]
    if empty:
        return t(
            "Next: storyboard episode {n}, “{title}”.",
            n=empty[0].number,
            title=escape_markdown(shorten(empty[0].title, SHOWN_TITLE)),
        )
    if row["status"] != "published" and all(episode.published_on is None for episode in episodes):
        return t("Next: hand the storyboard to the editor, and note the day of publishing.")
    return t("Nothing is open here.")
