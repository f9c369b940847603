"""The codebook as a file: taken along, brought in, and every version that was saved."""

from __future__ import annotations

from math import ceil
from typing import Any

import streamlit as st

from blindspot.errors import BlindspotError, CodebookError
from blindspot.labelling.codebook import dump, parse
from blindspot.library.codebooks import load_codebook, save_codebook, show_codebook
from blindspot.ui.desk import Desk, topic_of
from blindspot.ui.error_notice import say_error
from blindspot.ui.library.topic_starter import view_topic_next

PAGE_SIZE = 10
ROUND = "codebook_round"


def show_files(desk: Desk) -> None:
    """Draw download, upload and the versions, newest first."""
    _offer_download(desk)
    _take_upload(desk)
    _list_versions(desk)


def _offer_download(desk: Desk) -> None:
    t = desk.t
    with st.container(border=True):
        st.subheader(t("Take it along"), anchor=False)
        st.write(t("One text file (TOML) with the topic and its angles; it can be edited by hand and loaded again."))
        st.download_button(
            t("Download the codebook"),
            dump(show_codebook(desk.store, topic_of(desk).topic_id)).encode(),
            file_name="codebook.toml",
            mime="application/toml",
            icon=":material/download:",
            on_click="ignore",
            key="codebook_download",
        )


def _take_upload(desk: Desk) -> None:
    t = desk.t
    st.session_state.setdefault(ROUND, 0)
    with st.container(border=True):
        st.subheader(t("Load a codebook"), anchor=False)
        file = st.file_uploader(
            t("Drop a codebook file (TOML) here"), key=f"codebook_file_{st.session_state[ROUND]}", max_upload_size=5
        )
        st.caption(
            t(
                "A topic of the same name is updated, angle by angle; angles that the file does not name stay. "
                "Otherwise a new topic is made."
            )
        )
        if file is None:
            return
        try:
            topic = load_codebook(desk.store, desk.who, _text(file.getvalue(), file.name), file=file.name)
        except BlindspotError as error:
            say_error(error, t)
            return
    st.session_state[ROUND] += 1
    view_topic_next(topic.topic_id)
    st.rerun()


def _text(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CodebookError("{file} is not UTF-8 text.", "Save it as UTF-8 and load it again.", file=name) from error


def _list_versions(desk: Desk) -> None:
    t = desk.t
    versions = desk.store.rows("library/codebook_versions", topic_id=topic_of(desk).topic_id)
    st.subheader(t("Versions"), anchor=False)
    pages = ceil(len(versions) / PAGE_SIZE)
    page = min(st.session_state.get("versions_page") or 1, max(pages, 1))
    st.session_state["versions_page"] = page
    for row in versions[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]:
        _show_version(desk, row)
    if pages > 1:
        st.pagination(pages, key="versions_page")


def _show_version(desk: Desk, row: dict[str, Any]) -> None:
    t = desk.t
    version, when = row["version"], row["saved_at"]
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown(
            t(
                "Version {number} · {day}, {time}",
                number=t.number(version),
                day=t.day(when.date()),
                time=f"{when:%H:%M}",
            )
        )
        st.space("stretch")
        st.download_button(
            t("Download"),
            row["toml"].encode(),
            file_name=f"codebook_{version}.toml",
            mime="application/toml",
            icon=":material/download:",
            type="tertiary",
            on_click="ignore",
            key=f"version_{version}_download",
        )
        if version == topic_of(desk).version:
            st.badge(t("current"), color="blue")
        elif st.button(
            t("Bring back"),
            icon=":material/history:",
            type="tertiary",
            key=f"version_{version}_restore",
            help=t("Saves the codebook as it was then, as a new version."),
        ):
            save_codebook(desk.store, desk.who, topic_of(desk).topic_id, parse(row["toml"]))
            st.rerun()
