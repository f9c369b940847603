"""The frame around every page: menu, language, notices; whatever goes wrong in it becomes sentences."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from blindspot.ui.components.keeper import draw_keeper, drawing
from blindspot.ui.desk import choose_language, open_store, user_name
from blindspot.ui.editing.edits import NOTHING, session_edits
from blindspot.ui.error_notice import say_faults
from blindspot.ui.late_parts import mind_late_parts
from blindspot.ui.missing import say_missing_topic
from blindspot.ui.sample_notice import say_sample
from blindspot.ui.sign_in import must_sign_in, offer_sign_out, show_sign_in
from blindspot.ui.texts import Translator, translator
from blindspot.ui.unread_logs import say_unread_logs

# A Material icon here would be fetched from a server of Google's, and the app works offline.
ICON = str(Path(__file__).with_name("icon.svg"))


def run() -> None:
    """Draw the frame and run the page in it."""
    mind_late_parts()
    st.set_page_config(page_title="Blindspot", page_icon=ICON, layout="wide")
    language = choose_language()
    t = translator(language)
    is_closed = must_sign_in()
    page = st.navigation(_menu(t), expanded=True, position="hidden" if is_closed else "sidebar")
    if is_closed:
        show_sign_in(t)
        return
    offer_sign_out(t)
    with say_faults(t, page.title):
        with st.spinner(t("Opening the library …")):
            store = open_store()
        say_sample(store, t)
        say_unread_logs(store, t)
        say_missing_topic(store, t)
        edits = session_edits()
        edits.drawn = edits.done
        draw_keeper(edits, t, user_name())
        edits.drawn = NOTHING
        with drawing(edits, "page"):
            page.run()


def _menu(t: Translator) -> dict[str, list[st.Page]]:
    return {
        t("Library"): [
            st.Page("pages/library/imports.py", title=t("Import"), icon=":material/upload_file:"),
            st.Page("pages/library/topics.py", title=t("Topics"), icon=":material/topic:"),
            st.Page("pages/library/codebook.py", title=t("Codebook"), icon=":material/label:"),
            st.Page("pages/library/sources.py", title=t("Sources"), icon=":material/source_notes:"),
            st.Page("pages/library/reports.py", title=t("Reports"), icon=":material/article:"),
            st.Page("pages/library/creators.py", title=t("Creators"), icon=":material/groups:"),
        ],
        t("Explore"): [
            st.Page("pages/explore/gaps.py", title=t("Gaps"), icon=":material/visibility_off:", default=True),
            st.Page("pages/explore/coverage.py", title=t("Coverage"), icon=":material/grid_on:"),
            st.Page("pages/explore/works.py", title=t("Works"), icon=":material/movie:"),
            st.Page("pages/explore/questions.py", title=t("Questions"), icon=":material/contact_support:"),
            st.Page("pages/explore/discovery.py", title=t("Discovery"), icon=":material/lightbulb:"),
        ],
        t("Plan"): [
            st.Page("pages/plan/shortlist.py", title=t("Shortlist"), icon=":material/bookmarks:"),
            st.Page("pages/plan/proposal.py", title=t("Proposal"), icon=":material/edit_note:", visibility="hidden"),
            st.Page("pages/plan/series.py", title=t("Series"), icon=":material/playlist_play:"),
            st.Page("pages/plan/storyboard.py", title=t("Storyboard"), icon=":material/view_carousel:"),
            st.Page("pages/plan/signals.py", title=t("Signals"), icon=":material/notifications:"),
        ],
    }
