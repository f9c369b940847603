"""Questions that stand before a step that takes something away; which one is open is kept in the session."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from blindspot.errors import BlindspotError
from blindspot.ui.error_notice import say_error
from blindspot.ui.texts import Translator

ASKED = "asked"


def ask(question: str, about: object = True) -> None:
    """Open a question about something; for `on_click` of the button that leads to it."""
    st.session_state[ASKED] = (question, about)


def asked(question: str) -> object | None:
    """Return what the open question is about, None where it is not open."""
    open_question = st.session_state.get(ASKED)
    return open_question[1] if open_question and open_question[0] == question else None


def put_away() -> None:
    """Close the open question."""
    st.session_state.pop(ASKED, None)


def confirm(
    t: Translator, title: str, yes: str, *, icon: str, say: Callable[[], None], act: Callable[[], None]
) -> None:
    """Draw the question as a dialog: `say` draws what will happen, `act` does it after a yes."""

    @st.dialog(title, icon=icon, on_dismiss=put_away)
    def show() -> None:
        say()
        with st.container(horizontal=True):
            is_sure = st.button(yes, type="primary", icon=icon, key="confirmed")
            is_kept = st.button(t("Keep it"), key="not_confirmed")
        if is_sure:
            try:
                act()
            except BlindspotError as error:
                say_error(error, t)
                return
        if is_sure or is_kept:
            put_away()
            st.rerun()

    show()
