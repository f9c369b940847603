"""Where comments and interest series are dropped, what became of them, and where such files come from."""

from __future__ import annotations

import streamlit as st

from blindspot.library.import_files import import_source
from blindspot.library.import_result import Imported, Refused, Result
from blindspot.library.interest import ImportedInterest, import_interest
from blindspot.library.staging import Source
from blindspot.library.uploads import Upload, keep_files
from blindspot.ui.desk import Desk
from blindspot.ui.library.import_desk import open_import_desk
from blindspot.ui.marking import escape_markdown

ROUND = "questions_round"
"""Each hand-in gets a fresh uploader, so that a reload does not hand the same files in again."""
OUTCOME = "questions_outcome"


def offer_intake(desk: Desk) -> None:
    """Draw the button under which comments are dropped; it closes once they are brought in."""
    number = st.session_state.setdefault(ROUND, 0)
    with st.popover(
        desk.t("Import comments"), icon=":material/upload:", type="primary", key=f"questions_intake_{number}"
    ):
        _hand_in(desk, number)


def _hand_in(desk: Desk, number: int) -> None:
    t = desk.t
    files = st.file_uploader(
        t("Drop comments here, or a table of search interest: CSV, Excel, JSON, SQLite"),
        accept_multiple_files=True,
        key=f"questions_files_{number}",
    )
    st.caption(t("Who wrote a comment is not kept. Search interest is any table of dates, terms and values."))
    if files:
        st.session_state[ROUND] += 1
        uploads = open_import_desk().uploads
        kept = keep_files(uploads, files)
        try:
            with st.spinner(t("Reading the comments …")):
                st.session_state[OUTCOME] = [_bring_in(desk, upload) for upload in kept]
        finally:
            uploads.remove(kept)
        st.rerun()


def show_outcome(desk: Desk) -> None:
    """Draw what became of the files handed in last."""
    t = desk.t
    outcome = st.session_state.get(OUTCOME)
    if not outcome:
        return
    with st.container(border=True, gap="small"):
        for one in outcome:
            if isinstance(one, Imported):
                _say_comments(desk, one)
            elif isinstance(one, ImportedInterest):
                _say_interest(desk, one)
            else:
                st.error(escape_markdown(f"{t.message(one.reason)} {t.message(one.hint)}"), icon=":material/error:")
        st.button(
            t("Put this away"),
            icon=":material/close:",
            type="tertiary",
            on_click=lambda: st.session_state.pop(OUTCOME),
            key="questions_away",
        )


def say_how_to_get_comments(desk: Desk) -> None:
    """Say where files with comments come from."""
    t = desk.t
    st.write(t("Viewers say under the works what they miss. Comments come from:"))
    st.markdown(
        "\n".join(
            f"- {line}"
            for line in (
                t("MediaCrawler with comments switched on: its comments files, workbooks and databases"),
                t("yt-dlp with `--write-comments`, the YouTube and Bilibili APIs, TikTok-Api"),
                t("any table with a column `work_id` (or the link of the work) and a column `text`"),
            )
        )
    )


def _bring_in(desk: Desk, upload: Upload) -> Imported | ImportedInterest | Refused:
    """Import a file as comments, failing that as search interest; of two refusals the first counts."""
    result = Result()
    source = Source(upload.path, upload.name, upload.received_at)
    import_source(desk.store, source, result, reader="comments")
    if result.imports:
        return result.imports[0]
    interest = import_interest(desk.store, [upload])
    return interest.interest[0] if interest.interest else result.refused[0]


def _say_comments(desk: Desk, imported: Imported) -> None:
    t = desk.t
    file = escape_markdown(imported.file)
    if not imported.comments_seen:
        st.info(t("{file} holds no comments.", file=file), icon=":material/info:")
        return
    if imported.comments_added:
        questions = desk.store.value("library/questions_of_import", import_id=imported.import_id)
        added = t.plural("{n} new comment", "{n} new comments", imported.comments_added)
        asking = t.plural("{n} question", "{n} questions", questions)
        st.success(t("{file}: {added}, among them {asking}.", file=file, added=added, asking=asking))
    else:
        st.info(t("{file}: nothing new, these comments were imported before.", file=file), icon=":material/done_all:")
    if imported.rejected_comments:
        row, reason = imported.rejected_comments[0]
        rejected = t.plural("{n} comment was rejected", "{n} comments were rejected", len(imported.rejected_comments))
        st.caption(
            t(
                "{rejected}, the first in row {row}: {reason}",
                rejected=rejected,
                row=t.number(row),
                reason=t.message(reason),
            )
        )


def _say_interest(desk: Desk, imported: ImportedInterest) -> None:
    t = desk.t
    file, terms = escape_markdown(imported.file), [f"“{escape_markdown(term)}”" for term in imported.terms[:5]]
    if imported.points_added:
        points = t.plural("{n} point", "{n} points", imported.points_added)
        st.success(
            t("{file}: {points} of search interest in {terms}.", file=file, points=points, terms=t.all_of(terms))
        )
    else:
        st.info(t("{file}: nothing new, this series was imported before.", file=file), icon=":material/done_all:")
