"""What to look at, one sentence each, with the way to the place."""

from __future__ import annotations

import streamlit as st

from blindspot.explore.flags import Flag
from blindspot.ui.desk import Desk
from blindspot.ui.library.source_state import open_claim, open_source
from blindspot.ui.marking import escape_markdown
from blindspot.ui.texts import Translator

FIRST = 3
SHOWN_ALL = "flags_all"
OF_SOURCES = ("secondary", "same_article", "local_address", "uncited")
"""Flags that are put right at the source; all others at the claim."""
ICONS = {
    "conflict": ":material/balance:",
    "arithmetic": ":material/calculate:",
    "stale": ":material/schedule:",
    "secondary": ":material/record_voice_over:",
    "unrated": ":material/star_half:",
    "same_article": ":material/content_copy:",
    "one_origin": ":material/filter_1:",
    "local_address": ":material/link_off:",
    "placeholder": ":material/add_link:",
    "dangling": ":material/help:",
    "uncited": ":material/playlist_remove:",
}


def flag_name(code: str, t: Translator) -> str:
    """Return a flag in a word or two, for a table."""
    return {
        "conflict": t("contradicted"),
        "arithmetic": t("a sum"),
        "stale": t("out of date"),
        "secondary": t("only passed on"),
        "unrated": t("a source without a grade"),
        "same_article": t("one article twice"),
        "one_origin": t("one origin only"),
        "local_address": t("a local address"),
        "placeholder": t("a placeholder for a link"),
        "dangling": t("a citation of nothing"),
        "uncited": t("listed, never cited"),
    }[code]


def show_flags(desk: Desk, flags: list[Flag]) -> None:
    """Draw the first flags, the others on demand."""
    t = desk.t
    if not flags:
        return
    shows_all = st.session_state.get(SHOWN_ALL, False)
    with st.container(border=True, gap="xsmall"):
        for number, flag in enumerate(flags if shows_all else flags[:FIRST]):
            show_flag(desk, flag, f"flag_{number}")
        if len(flags) > FIRST:
            st.button(
                t("Show fewer") if shows_all else t("Show all {n}", n=t.number(len(flags))),
                icon=":material/expand_less:" if shows_all else ":material/expand_more:",
                type="tertiary",
                key="flags_toggle",
                on_click=_toggle,
            )


def show_flag(desk: Desk, flag: Flag, key: str, *, opened: str = "") -> None:
    """Draw one flag in a line: its sentence, the passage it is about, and a button to where it is put right.

    `opened` is what is open already (claim or source), to which no button leads.
    """
    t = desk.t
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"{ICONS[flag.code]} {escape_markdown(t.message(flag.message))}", width="stretch")
        if flag.words:
            with st.popover(t("The words"), type="tertiary"):
                st.markdown(escape_markdown(flag.words))
        place = "source" if flag.code in OF_SOURCES else "claim"
        if place == opened:
            return
        if place == "source" and flag.source_id is not None:
            st.button(
                t("The source"),
                icon=":material/arrow_forward:",
                type="tertiary",
                key=f"{key}_source",
                on_click=open_source,
                args=(flag.source_id,),
            )
        elif flag.claim_id is not None:
            st.button(
                t("The claim"),
                icon=":material/arrow_forward:",
                type="tertiary",
                key=f"{key}_claim",
                on_click=open_claim,
                args=(flag.claim_id,),
            )


def _toggle() -> None:
    st.session_state[SHOWN_ALL] = not st.session_state.get(SHOWN_ALL, False)
