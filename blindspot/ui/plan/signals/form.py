"""The words of a signal, to write or to change."""

from __future__ import annotations

import streamlit as st

from blindspot.plan.signals import Watch
from blindspot.ui.desk import Desk


def ask_for_watch(desk: Desk, watch: Watch, *, key: str) -> Watch | None:
    """Draw the form of a signal; return what it says once it is sent."""
    t = desk.t
    with st.form(key, border=False, clear_on_submit=not watch.subject):
        subject = st.text_input(t("What to watch"), watch.subject, max_chars=300, key=f"{key}_subject")
        verb = st.text_input(
            t("What to do"), watch.verb, max_chars=40, placeholder=t("watch, follow, ask …"), key=f"{key}_verb"
        )
        meaning = st.text_area(t("What it would mean"), watch.meaning, height=90, key=f"{key}_meaning")
        due_on = st.date_input(t("Look again on"), watch.due_on, format="YYYY-MM-DD", key=f"{key}_due")
        is_sent = st.form_submit_button(t("Save"), type="primary", icon=":material/save:")
    return Watch(subject, verb, meaning, due_on) if is_sent else None
