"""Hands a storyboard over: every format with who opens it; each file is made when it is asked for."""

from __future__ import annotations

from typing import Literal

import streamlit as st

from blindspot.errors import BlindspotError
from blindspot.plan.handover import EVERYTHING, FORMATS, Made, hand_over
from blindspot.settings import read_settings
from blindspot.ui.confirmation import put_away
from blindspot.ui.desk import Desk
from blindspot.ui.error_notice import say_error
from blindspot.ui.marking import escape_markdown
from blindspot.ui.texts import Translator
from blindspot.writers import Options

MADE = "handover_made"
KILOBYTE, MEGABYTE = 1_000, 1_000_000


def show_handover(desk: Desk, episode_id: int) -> None:
    """Draw the dialog with all formats, everything at once first."""
    t = desk.t

    @st.dialog(t("Hand over"), width="medium", icon=":material/ios_share:", on_dismiss=_close)
    def show() -> None:
        made_here = st.container()
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            st.markdown(
                t("**Everything at once**: all formats in one zip, with a list of what is in it"), width="stretch"
            )
            wanted = EVERYTHING if _offer(t("Make the zip"), EVERYTHING, type="primary") else None
        for format in FORMATS:
            if format == EVERYTHING:
                continue
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                name, reader = _words(format, t)
                st.markdown(f"**{name}** :gray[{reader}]", width="stretch")
                if _offer(t("Make"), format):
                    wanted = format
        with made_here:
            if wanted:
                _make(desk, episode_id, wanted)
            _show_made(t)

    show()


def _offer(label: str, format: str, type: Literal["primary", "secondary"] = "secondary") -> bool:
    return st.button(label, key=f"hand_over_{format}", type=type, width="content")


def _make(desk: Desk, episode_id: int, format: str) -> None:
    """Make the file and keep it for as long as the dialog is open."""
    options = Options(language=desk.language, timezone=read_settings().timezone)
    st.session_state.pop(MADE, None)
    with st.spinner(desk.t("Making the file …"), show_time=True):
        try:
            st.session_state[MADE] = hand_over(desk.store, episode_id, format, options)
        except BlindspotError as error:
            say_error(error, desk.t)


def _show_made(t: Translator) -> None:
    made: Made | None = st.session_state.get(MADE)
    if made is None:
        return
    for message in (*made.missing, *made.warnings):
        st.warning(escape_markdown(t.message(message)), icon=":material/warning:")
    st.download_button(
        t("Download {file} ({size})", file=escape_markdown(made.name), size=_size(len(made.content), t)),
        made.content,
        file_name=made.name,
        mime=made.media_type,
        type="primary",
        icon=":material/download:",
        on_click="ignore",
        width="stretch",
        key="handover_download",
    )


def _size(count: int, t: Translator) -> str:
    if count < MEGABYTE:
        return t("{n} KB", n=t.number(count / KILOBYTE, 0 if count > KILOBYTE else 1))
    return t("{n} MB", n=t.number(count / MEGABYTE))


def _words(format: str, t: Translator) -> tuple[str, str]:
    """Return what a format is called, and who opens it."""
    return {
        "md": ("Markdown", t("the brief in the form of a report; Blindspot reads it back")),
        "docx": ("DOCX", t("the brief for Word, WPS, Feishu")),
        "pdf": ("PDF", t("the brief with the contact sheet, to print and send round")),
        "xlsx": ("XLSX", t("the shot list for Excel, WPS, Feishu")),
        "csv": ("CSV", t("the shot list for any table; can be pasted back")),
        "srt": ("SRT", t("the narration as subtitles, for Jianying, CapCut, Premiere")),
        "fountain": ("Fountain", t("the script for screenwriting programs")),
        "otio": ("OTIO", t("the timeline for Resolve and other editors, with every field")),
        "otioz": ("OTIOZ", t("the same with the pictures inside")),
        "fcpxml": ("FCPXML 1.10", t("the timeline for Final Cut Pro and DaVinci Resolve")),
        "fcp7": ("FCP7 XML", t("the timeline for Premiere Pro")),
        "edl": ("EDL", t("the cuts alone, for older editing suites")),
        "jianying": (
            t("Jianying draft"),
            t("text and pictures on the tracks of Jianying 5; it is only written, never read"),
        ),
        "json": ("JSON", t("everything without loss, for programs")),
    }.get(format, (format, ""))


def _close() -> None:
    st.session_state.pop(MADE, None)
    put_away()
