"""Where documents are dropped, and what became of each: reports with their claims, articles with their candidates."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from blindspot.errors import BlindspotError
from blindspot.explore.sources import list_claims
from blindspot.library.sources.import_sources import ImportedSource
from blindspot.library.sources.topics import topics_of_source
from blindspot.library.staging import Watch
from blindspot.library.uploads import Upload, keep_files
from blindspot.plan.reports.import_reports import ImportedReport
from blindspot.plan.reports.intake import Intake, bring_in_one
from blindspot.ui.desk import Desk
from blindspot.ui.library.import_desk import open_document_desk
from blindspot.ui.library.import_progress import say_documents, show_progress
from blindspot.ui.library.import_results import say_problem
from blindspot.ui.library.source_state import go_to, look_at_all
from blindspot.ui.marking import escape_markdown
from blindspot.ui.plan.kept_words import kept_words

ROUND = "sources_round"
"""Each hand-in gets a fresh uploader, so that a reload does not hand the same files in again."""
TYPES = ["md", "markdown", "txt", "html", "htm", "pdf", "docx"]


def offer_intake(desk: Desk) -> None:
    """Draw the button under which documents are dropped; their import starts at once."""
    t = desk.t
    number = st.session_state.setdefault(ROUND, 0)
    is_busy = open_document_desk().is_busy
    with st.popover(
        t("Bring in documents"),
        icon=":material/upload_file:",
        type="primary",
        key=f"sources_intake_{number}",
        disabled=is_busy,
    ):
        files = st.file_uploader(
            t("Drop reports and articles here: Markdown, text, saved web pages, PDF, Word"),
            type=TYPES,
            accept_multiple_files=True,
            key=f"sources_files_{number}",
            disabled=is_busy,
        )
        st.caption(
            t("Reports bring their facts with the grades they give; articles bring candidates for you to accept.")
        )
        st.caption(t("Exports of works and comments are handed in under “Import”, hot lists under “Topics”."))
    if files:
        st.session_state[ROUND] += 1
        hand_in(desk, files)
        st.rerun()


def is_document(name: str) -> bool:
    """Return whether a file is a document by its name; a .txt may be a table as well."""
    return PurePath(name).suffix.lower().removeprefix(".") in TYPES and not name.lower().endswith(".txt")


def hand_in(desk: Desk, files: Sequence[UploadedFile]) -> None:
    """Start to bring documents in; `show_intake` says how far that is, and what became of them."""
    documents = open_document_desk()
    kept = keep_files(documents.uploads, files)

    def take(upload: Upload, intake: Intake, watch: Watch) -> None:
        bring_in_one(store, upload, intake, watch.should_stop)

    store = desk.store
    try:
        documents.run(kept, Intake(), take)
    except BlindspotError:
        # Another window was quicker; the frame says so, and the bytes must not stay behind.
        documents.uploads.remove(kept)
        raise


def show_intake(desk: Desk) -> None:
    """Draw how far the documents that come in are, and what became of those handed in last."""
    t = desk.t
    documents = open_document_desk()
    if documents.job is None:
        return
    view = documents.job.view()
    if view.state == "running":
        show_progress(desk, documents.job, say=say_documents, key="sources")
    result = view.result
    if not (result.sources or result.reports or result.refused or view.problem):
        return
    goes_through = False
    with st.container(border=True, gap="small"):
        if view.problem is not None:
            has_before = bool(result.sources or result.reports)
            say_problem(desk, view.state == "stopped", t.message(view.problem), has_before)
        for report in result.reports:
            _say_report(desk, report)
        for source in result.sources:
            _say_source(desk, source)
        for refused in result.refused:
            st.error(escape_markdown(t.message(refused.reason)), icon=":material/error:")
            if str(refused.hint):
                st.markdown(f":material/lightbulb: {escape_markdown(t.message(refused.hint))}")
        with st.container(horizontal=True):
            if any(source.claims and not source.is_repeated for source in result.sources):
                goes_through = st.button(
                    t("Go through the candidates"),
                    icon=":material/fact_check:",
                    type="primary",
                    key="sources_go_through",
                )
            if view.state != "running":
                st.button(
                    t("Put this away"),
                    icon=":material/close:",
                    type="tertiary",
                    on_click=documents.clear,
                    key="documents_away",
                )
    if goes_through:
        documents.clear()
        go_to("candidates")
        if not _is_in_view(desk, result.sources):
            look_at_all()
        st.switch_page("pages/library/sources.py", query_params=dict(st.query_params))


def _say_report(desk: Desk, report: ImportedReport) -> None:
    t = desk.t
    claims = list_claims(desk.store, source_id=report.source_id)
    title = escape_markdown(claims[0].document if claims else report.file)
    if report.outcome == "unchanged":
        st.info(t("“{title}” was brought in before; nothing changed.", title=title), icon=":material/done_all:")
        return
    sources = {use.source_id for claim in claims for use in claim.uses}
    parts = [t.plural("{n} claim", "{n} claims", len(claims)), t.plural("{n} source", "{n} sources", len(sources))]
    st.success(t("Report “{title}”: {parts}.", title=title, parts=t.all_of(parts)), icon=":material/check_circle:")
    for kept in report.kept:
        st.info(kept_words(kept, t), icon=":material/edit_note:")


def _say_source(desk: Desk, source: ImportedSource) -> None:
    t = desk.t
    title = escape_markdown(source.title)
    if source.is_repeated:
        st.info(t("“{title}” was brought in before; nothing changed.", title=title), icon=":material/done_all:")
        return
    parts = [
        t.plural("{n} candidate claim", "{n} candidate claims", source.claims),
        *([t.plural("{n} reference", "{n} references", source.references)] if source.references else []),
    ]
    st.success(t("Article “{title}”: {parts}.", title=title, parts=t.all_of(parts)), icon=":material/check_circle:")
    if not topics_of_source(desk.store, source.source_id):
        st.caption(t("It uses no term of a topic; you find it under all topics."))


def _is_in_view(desk: Desk, sources: list[ImportedSource]) -> bool:
    """Return whether all that came in belongs to the topic in view."""
    topic = desk.topic
    return topic is not None and not topic.is_sample and all(topic.name in source.topics for source in sources)
