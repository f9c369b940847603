"""Where documents are dropped, and what became of each: reports with their claims, articles with their candidates."""

from __future__ import annotations

import streamlit as st

from blindspot.errors import BlindspotError
from blindspot.explore.sources import list_claims
from blindspot.library.sources.import_sources import DocumentsResult, ImportedSource, RefusedDocument, import_documents
from blindspot.library.uploads import Upload
from blindspot.plan.reports.import_reports import ImportedReport, import_read_report
from blindspot.ui.desk import Desk
from blindspot.ui.library.import_desk import open_import_desk
from blindspot.ui.library.source_state import go_to, look_at_all
from blindspot.ui.marking import escape_markdown

ROUND = "sources_round"
"""Each hand-in gets a fresh uploader, so that a reload does not hand the same files in again."""
OUTCOME = "sources_outcome"
TYPES = ["md", "markdown", "txt", "html", "htm", "pdf", "docx"]


def offer_intake(desk: Desk) -> None:
    """Draw the button under which documents are dropped; dropped ones are brought in at once."""
    t = desk.t
    number = st.session_state.setdefault(ROUND, 0)
    with st.popover(t("Bring in documents"), icon=":material/upload_file:", type="primary"):
        files = st.file_uploader(
            t("Drop reports and articles here: Markdown, text, saved web pages, PDF, Word"),
            type=TYPES,
            accept_multiple_files=True,
            key=f"sources_files_{number}",
        )
        st.caption(
            t("Reports bring their facts with the grades they give; articles bring candidates for you to accept.")
        )
    if files:
        st.session_state[ROUND] += 1
        uploads = open_import_desk().uploads
        kept = [uploads.keep(file, file.name) for file in files]
        try:
            st.session_state[OUTCOME] = _bring_in(desk, kept)
        finally:
            uploads.remove(kept)
        st.rerun()


def show_intake(desk: Desk) -> None:
    """Draw what became of the documents handed in last."""
    t = desk.t
    outcome = st.session_state.get(OUTCOME)
    if outcome is None:
        return
    result, reports = outcome
    with st.container(border=True, gap="small"):
        for report in reports:
            _say_report(desk, report)
        for source in result.sources:
            _say_source(desk, source)
        for refused in result.refused:
            st.error(escape_markdown(t.message(refused.reason)), icon=":material/error:")
            if str(refused.hint):
                st.markdown(f":material/lightbulb: {escape_markdown(t.message(refused.hint))}")
        with st.container(horizontal=True):
            if any(source.claims and not source.is_repeated for source in result.sources):
                st.button(
                    t("Go through the candidates"),
                    icon=":material/fact_check:",
                    type="primary",
                    on_click=_go_through,
                    args=(_is_in_view(desk, result.sources),),
                )
            st.button(t("Put this away"), icon=":material/close:", type="tertiary", on_click=_put_away)


def _bring_in(desk: Desk, uploads: list[Upload]) -> tuple[DocumentsResult, list[ImportedReport]]:
    """Import the files one by one under a bar that moves."""
    t = desk.t
    outcome, reports = DocumentsResult(), []
    bar = st.progress(0.0)
    for number, upload in enumerate(uploads):
        bar.progress(number / len(uploads), t("Reading {file}…", file=escape_markdown(upload.name)))
        done = import_documents(desk.store, [upload])
        outcome.sources += done.sources
        outcome.refused += done.refused
        for found in done.reports:
            try:
                reports.append(import_read_report(desk.store, found.document, found.sha256, upload.name))
            except BlindspotError as error:
                outcome.refused.append(RefusedDocument(upload.name, error.message, error.hint))
    bar.empty()
    return outcome, reports


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


def _say_source(desk: Desk, source: ImportedSource) -> None:
    t = desk.t
    title = escape_markdown(source.title)
    if source.is_repeated:
        st.info(t("“{title}” was brought in before; nothing changed.", title=title), icon=":material/done_all:")
        return
    parts = [
        t.plural("{n} candidate", "{n} candidates", source.claims),
        t.plural("{n} reference", "{n} references", source.references),
    ]
    st.success(t("Article “{title}”: {parts}.", title=title, parts=t.all_of(parts)), icon=":material/check_circle:")
    if not source.topics:
        st.caption(t("It uses no term of a topic; you find it under all topics."))


def _is_in_view(desk: Desk, sources: list[ImportedSource]) -> bool:
    """Return whether all that came in belongs to the topic in view."""
    topic = desk.topic
    return topic is not None and not topic.is_sample and all(topic.name in source.topics for source in sources)


def _go_through(is_in_view: bool) -> None:
    _put_away()
    go_to("candidates")
    if not is_in_view:
        look_at_all()


def _put_away() -> None:
    st.session_state.pop(OUTCOME, None)
