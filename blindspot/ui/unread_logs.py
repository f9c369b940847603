"""The notice that edits may be missing, since the database's log was not read to its end."""

from __future__ import annotations

import streamlit as st

from blindspot.library.backups import put_log_away
from blindspot.store import Store, log_unread
from blindspot.ui.marking import escape_markdown
from blindspot.ui.texts import Translator


def say_unread_logs(store: Store, t: Translator) -> None:
    """Draw it for each log that lies beside the database, until a person has it put with the backups."""
    for log in store.unread_logs():
        with st.container(border=True):
            st.warning(escape_markdown(t.message(log_unread(log))), icon=":material/history:")
            if st.button(t("I have looked: put it with the backups"), key=f"put_away_{log.name}"):
                put_log_away(log)
                st.rerun()
