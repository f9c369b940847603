"""The storyboard page: one episode shot by shot, or the episodes to choose from."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Literal

import streamlit as st

from blindspot.domain import EPISODE_STATUSES, Episode
from blindspot.plan.loading import load_episode
from blindspot.plan.storyboards.checks import check_storyboard
from blindspot.plan.storyboards.listing import list_storyboards
from blindspot.plan.storyboards.pictures import load_thumbnails
from blindspot.plan.storyboards.shots import scope_of
from blindspot.ui import address
from blindspot.ui.components.contact_sheet import contact_pictures, contact_sheet
from blindspot.ui.confirmation import ask, asked
from blindspot.ui.desk import Desk
from blindspot.ui.editing.binding import BoundRow
from blindspot.ui.editing.conflict_notice import show_conflict
from blindspot.ui.editing.history_panel import offer_undo
from blindspot.ui.fragment import fragment
from blindspot.ui.marking import escape_markdown, shorten
from blindspot.ui.plan.storyboard.bin import show_bin
from blindspot.ui.plan.storyboard.cards import sheet_data
from blindspot.ui.plan.storyboard.claim import show_claim
from blindspot.ui.plan.storyboard.deeds import FOCUS, act
from blindspot.ui.plan.storyboard.drafts import has_episode_drafts, show_episode_drafts
from blindspot.ui.plan.storyboard.format import choose_format
from blindspot.ui.plan.storyboard.handover import show_handover
from blindspot.ui.plan.storyboard.line import say_figures
from blindspot.ui.plan.storyboard.list import EPISODE, choose_storyboard
from blindspot.ui.plan.storyboard.paste import show_paste
from blindspot.ui.plan.storyboard.preview import show_preview
from blindspot.ui.plan.storyboard.shot import OPEN, expect_texts, show_shot
from blindspot.ui.status_names import episode_status_name

LEFT = "storyboard_left"
"""Set in the fragment of one storyboard, for the whole page to draw the list."""
LONGEST_TITLE = 44
DIALOGS: dict[str, Callable[[Desk, int], None]] = {
    OPEN: show_shot,
    "storyboard_claim": show_claim,
    "storyboard_preview": show_preview,
    "storyboard_paste": show_paste,
    "storyboard_hand_over": show_handover,
    "storyboard_drafts": show_episode_drafts,
}


def show_storyboard(desk: Desk) -> None:
    """Draw the page."""
    entries = list_storyboards(desk.store)
    shown = st.query_params.get_all(EPISODE)
    if shown:
        address.point_to(EPISODE, shown)
    wanted = address.landing_words(EPISODE)
    entry = next((entry for entry in entries if [str(entry.episode_id)] == wanted), None)
    if entry is None:
        choose_storyboard(desk, entries, is_missing=bool(wanted))
        return
    address.keep(EPISODE, wanted)
    _show_board(desk, entry.episode_id)


@fragment
def _show_board(desk: Desk, episode_id: int) -> None:
    if st.session_state.pop(LEFT, False):
        st.rerun()
    episode = load_episode(desk.store, episode_id)
    dialog = next((name for name in DIALOGS if asked(name) is not None), None)
    findings = check_storyboard(episode)
    # what was done on the sheet is to stand there first
    above = st.container()
    sheet = sheet_data(desk, episode, findings, st.session_state.pop(FOCUS, None))
    contact_sheet(sheet, key=f"sheet_{episode_id}", act=partial(act, desk, episode), refuse=desk.edits.refuse)
    with above:
        if dialog is None:
            show_conflict(desk, scope_of(episode_id))
        _show_head(desk, episode)
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            _choose_status(desk, episode)
            say_figures(desk, episode, findings)
            choose_format(desk, episode)
        if not episode.shots:
            st.write(desk.t("Add a first shot below, or paste a whole table: a length and what one sees are enough."))
    used = [shot.image.picture_id for shot in episode.shots if shot.image]
    contact_pictures(load_thumbnails(desk.store, used), key=f"pictures_{episode_id}")
    show_bin(desk, episode_id)
    expect_texts(desk, episode)
    if dialog:
        DIALOGS[dialog](desk, episode_id)


def _show_head(desk: Desk, episode: Episode) -> None:
    t = desk.t
    title = t("Episode {number} · {title}", number=episode.number, title=episode.title)
    short = shorten(title, LONGEST_TITLE)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.button(
            "",
            icon=":material/arrow_back:",
            type="tertiary",
            help=t("All storyboards"),
            key="all_storyboards",
            on_click=_leave,
        )
        whole = escape_markdown(title) if short != title else None
        st.subheader(escape_markdown(short), anchor=False, width="stretch", help=whole)
        with st.container(horizontal=True, vertical_alignment="center", gap="small", width="content"):
            offer_undo(desk, scope_of(episode.episode_id))
            _offer(t("Preview"), ":material/play_arrow:", "preview")
            _offer(t("Paste a table"), ":material/content_paste:", "paste")
            if has_episode_drafts(desk, episode.episode_id):
                _offer(t("Draft with a model"), ":material/robot_2:", "drafts")
            _offer(t("Hand over"), ":material/ios_share:", "hand_over", type="primary")


def _leave() -> None:
    address.point_to(EPISODE, [])
    st.session_state[LEFT] = True


def _offer(label: str, icon: str, dialog: str, type: Literal["primary", "secondary"] = "secondary") -> None:
    st.button(label, icon=icon, type=type, key=f"storyboard_{dialog}", on_click=ask, args=(f"storyboard_{dialog}",))


def _choose_status(desk: Desk, episode: Episode) -> None:
    number = episode.episode_id
    bound = BoundRow(desk, scope_of(number), "episode", str(number), episode.rev, {"status": episode.status})
    st.selectbox(
        desk.t("Status"),
        EPISODE_STATUSES,
        format_func=lambda status: episode_status_name(status, desk.t),
        label_visibility="collapsed",
        width=130,
        **bound.choice("status"),
    )
