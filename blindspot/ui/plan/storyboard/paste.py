"""Many shots at once: a table pasted or from a file, shown as it would come in before it does."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from blindspot.domain import Episode
from blindspot.editing.items import Row
from blindspot.errors import BlindspotError, Message
from blindspot.plan.loading import load_episode
from blindspot.plan.storyboards.shots import add_shots, names_ahead, scope_of
from blindspot.plan.storyboards.shown_claims import find_claims
from blindspot.plan.storyboards.tables import ShotTable, read_pasted, read_shot_file, with_names
from blindspot.ui.components.keeper import hand_fields
from blindspot.ui.confirmation import put_away
from blindspot.ui.desk import Desk
from blindspot.ui.editing.binding import drafted, forget_drafts
from blindspot.ui.editing.field_names import field_name
from blindspot.ui.editing.saving import attempt
from blindspot.ui.error_notice import say_error
from blindspot.ui.marking import escape_markdown
from blindspot.ui.plan.storyboard.cards import text_names
from blindspot.writers.shot_rows import CHOICES
from blindspot.writers.words import word

TYPES = ["csv", "tsv", "txt", "xlsx", "json", "md", "docx", "html"]
MOST_TOLD = 20
PASTED = "storyboard_pasted"
OTHERS = (*CHOICES, "lens", "visual", "asset", "prompt", "claim_ids")
"""Fields that a table may bring besides the texts of a card, in the order in which they are shown."""


def show_paste(desk: Desk, episode_id: int) -> None:
    """Draw the dialog."""
    t = desk.t

    @st.dialog(t("Paste a table"), width="large", icon=":material/content_paste:", on_dismiss=put_away)
    def show() -> None:
        episode = load_episode(desk.store, episode_id)
        st.caption(
            t(
                "Copy the rows with their header from Excel, Feishu, a document or another tool. A length and what one "
                "sees or hears are enough; size, movement, narration, on-screen text and more are read too."
            )
        )
        text = st.text_area(
            t("Table"),
            height=180,
            placeholder=t("Length\tPicture\tNarration\n5\tA clock fills the frame\tThe data lasts until next year"),
            **drafted(desk, PASTED),
        )
        hand_fields(desk.edits, "paste")
        file = st.file_uploader(t("Or a file"), TYPES, key="storyboard_shot_file")
        st.button(t("Show what comes in"), icon=":material/visibility:", key="paste_show")
        if not text.strip() and file is None:
            return
        try:
            with st.spinner(t("Reading the table …")):
                table = find_claims(desk.store, _read(text, file, episode), episode)
                table = with_names(table, names_ahead(desk.store, episode_id, table.shots))
        except BlindspotError as error:
            say_error(error, t)
            return
        _show_table(desk, episode, table)

    show()


def _read(text: str, file: UploadedFile | None, episode: Episode) -> ShotTable:
    if file is None:
        return read_pasted(text, episode.fps)
    with tempfile.TemporaryDirectory(prefix="blindspot_") as folder:
        path = Path(folder) / f"table{Path(file.name).suffix.lower()}"
        path.write_bytes(file.getbuffer())
        return read_shot_file(path, file.name, episode.fps)


def _show_table(desk: Desk, episode: Episode, table: ShotTable) -> None:
    t = desk.t
    if table.shots:
        if st.button(
            t.plural("Add {n} shot at the end", "Add {n} shots at the end", len(table.shots)),
            type="primary",
            icon=":material/playlist_add:",
            key="paste_add",
        ) and attempt(
            desk,
            scope_of(episode.episode_id),
            lambda: add_shots(desk.store, desk.who, episode.episode_id, table.shots),
        ):
            forget_drafts(desk, PASTED)
            put_away()
            st.rerun()
        st.dataframe(_what_comes(desk, episode, table.shots), hide_index=True)
    else:
        st.warning(t("No row of it can come in."), icon=":material/warning:")
    _tell(desk, t("Left out"), table.rejected)
    _tell(desk, t("To know"), table.notes)
    for message in table.tables_left_out:
        st.caption(t.message(message))
    if table.unread:
        columns = escape_markdown(t.all_of(table.unread))
        st.caption(t("Columns that are not read: {columns}", columns=columns))


def _what_comes(desk: Desk, episode: Episode, shots: Sequence[Row]) -> list[dict[str, str]]:
    """Return rows of the texts on a card and of every other field that one of the shots has."""
    t = desk.t
    names = text_names(t)
    others = [name for name in OTHERS if any(shot.get(name) for shot in shots)]
    return [
        {
            t("Length"): t("{seconds} s", seconds=t.number(float(shot["frames"] / episode.fps), 2)),
            **{title: shot.get(name, "") for name, title in names.items()},
            **{field_name("shot", name, t): _words(name, shot.get(name), desk.language) for name in others},
        }
        for shot in shots
    ]


def _words(name: str, value: Any, language: str) -> str:
    if name == "claim_ids":
        return str(len(value or ()))
    return word(CHOICES[name], value, language) if value and name in CHOICES else value or ""


def _tell(desk: Desk, title: str, rows: Iterable[tuple[int, Message]]) -> None:
    t = desk.t
    told = list(rows)
    if not told:
        return
    lines = [
        t("Row {row}: {reason}", row=row, reason=escape_markdown(t.message(reason))) for row, reason in told[:MOST_TOLD]
    ]
    if len(told) > MOST_TOLD:
        lines.append(t.plural("and {n} more", "and {n} more", len(told) - MOST_TOLD))
    st.markdown(f"**{title}**\n" + "\n".join(f"- {line}" for line in lines))
