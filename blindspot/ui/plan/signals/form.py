"""The words of a signal: to write a new one, and to change one where it stands."""

from __future__ import annotations

from typing import Any

import streamlit as st

from blindspot.plan.signals import SCOPE, Signal, Watch
from blindspot.ui.desk import Desk
from blindspot.ui.editing.binding import BoundRow, draft_key, drafted, forget_drafts
from blindspot.ui.texts import Translator

NEW = ("new_signal_subject", "new_signal_verb", "new_signal_meaning", "new_signal_due")
TEXTS = {"subject": True, "verb": False, "meaning": False}
"""The texts of a signal, and whether one cannot be without it."""


def ask_for_watch(desk: Desk) -> Watch | None:
    """Draw the form of a new signal; return what it says once it is sent."""
    subject, verb, meaning, due = NEW
    with st.form("new_signal", border=False):
        said = (
            st.text_input(**_looks("subject", desk.t), **drafted(desk, subject)),
            st.text_input(**_looks("verb", desk.t), **drafted(desk, verb)),
            st.text_area(**_looks("meaning", desk.t), **drafted(desk, meaning)),
        )
        due_on = st.date_input(**_looks("due_on", desk.t), value=None, key=draft_key(desk.edits, due))
        is_sent = st.form_submit_button(desk.t("Save"), type="primary", icon=":material/save:")
    return Watch(*said, due_on) if is_sent else None


def forget_watch(desk: Desk) -> None:
    """Empty the form of a new signal, which stands there now."""
    forget_drafts(desk, *NEW)


def edit_watch(desk: Desk, signal: Signal) -> None:
    """Draw what a signal says, to change it where it stands."""
    bound = _bound(desk, signal)
    st.text_input(**_looks("subject", desk.t), **bound.text("subject", is_required=True))
    st.text_input(**_looks("verb", desk.t), **bound.text("verb"))
    st.text_area(**_looks("meaning", desk.t), **bound.text("meaning"))
    st.date_input(**_looks("due_on", desk.t), **bound.choice("due_on"))


def expect_watch(desk: Desk, signal: Signal) -> None:
    """Let its texts be stored though they are folded away."""
    for name, is_required in TEXTS.items():
        _bound(desk, signal).expect(name, is_required=is_required)


def _bound(desk: Desk, signal: Signal) -> BoundRow:
    return BoundRow(desk, SCOPE, "signal", str(signal.signal_id), signal.rev, vars(signal.watch))


def _looks(name: str, t: Translator) -> dict[str, Any]:
    looks: dict[str, dict[str, Any]] = {
        "subject": {"label": t("What to watch"), "max_chars": 300},
        "verb": {"label": t("What to do"), "max_chars": 40, "placeholder": t("watch, follow, ask …")},
        "meaning": {"label": t("What it would mean"), "height": 90},
        "due_on": {"label": t("Look again on"), "format": "YYYY-MM-DD"},
    }
    return looks[name]
