"""What the team says of a proposal: votes with names, and comments."""

from __future__ import annotations

import streamlit as st

from blindspot.plan.proposals.team import Comment, Vote, add_comment, bin_comment, cast_vote, list_comments, list_votes
from blindspot.settings import read_settings
from blindspot.ui.desk import Desk
from blindspot.ui.editing.binding import drafted, forget_drafts
from blindspot.ui.editing.saving import attempt
from blindspot.ui.marking import escape_markdown
from blindspot.ui.plan.proposal.sheet import Sheet


def show_team(sheet: Sheet) -> None:
    """Draw the votes and the comments."""
    desk, t = sheet.desk, sheet.desk.t
    with st.container(border=True, gap="small"):
        st.markdown(f"##### :material/groups: {t('The team')}")
        _show_votes(sheet, list_votes(desk.store, sheet.proposal_id))
        for comment in list_comments(desk.store, sheet.proposal_id):
            _show_comment(sheet, comment)
        _ask_for_comment(sheet)
        _show_bin(sheet, list_comments(desk.store, sheet.proposal_id, is_binned=True))


def _show_votes(sheet: Sheet, votes: list[Vote]) -> None:
    desk, t = sheet.desk, sheet.desk.t
    mine = next((vote.vote for vote in votes if vote.who == desk.who), 0)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        for vote, label, icon in ((1, t("For it"), "thumb_up"), (-1, t("Against it"), "thumb_down")):
            st.button(
                f"{label} · {sum(one.vote == vote for one in votes)}",
                icon=f":material/{icon}:",
                type="primary" if mine == vote else "secondary",
                key=sheet.key("vote", icon),
                help=t("A second click takes it back."),
                on_click=cast_vote,
                args=(desk.store, desk.who, sheet.proposal_id, 0 if mine == vote else vote),
            )
    said = [
        t(
            "{side}: {people}",
            side=side,
            people=t.all_of([escape_markdown(vote.who) for vote in votes if vote.vote == kind]),
        )
        for kind, side in ((1, t("For it")), (-1, t("Against it")))
        if any(vote.vote == kind for vote in votes)
    ]
    if said:
        st.caption(" · ".join(said))


def _show_comment(sheet: Sheet, comment: Comment) -> None:
    desk, t = sheet.desk, sheet.desk.t
    with st.container(gap=None):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.caption(f"**{escape_markdown(comment.who)}** · {_when(desk, comment)}", width="stretch")
            st.button(
                "",
                icon=":material/delete:",
                type="tertiary",
                key=sheet.key("bin_comment", comment.comment_id),
                help=t("Put into the bin"),
                on_click=bin_comment,
                args=(desk.store, comment.comment_id),
            )
        for line in comment.text.splitlines():
            st.markdown(escape_markdown(line))


def _ask_for_comment(sheet: Sheet) -> None:
    desk, t = sheet.desk, sheet.desk.t
    with st.form(sheet.key("comment_form"), border=False, clear_on_submit=False):
        text = st.text_area(
            t("Your comment"),
            height=80,
            max_chars=4000,
            placeholder=t("Your comment"),
            label_visibility="collapsed",
            **drafted(desk, sheet.key("comment_text")),
        )
        if st.form_submit_button(t("Comment"), icon=":material/chat:") and text.strip():
            if attempt(desk, sheet.scope, lambda: add_comment(desk.store, desk.who, sheet.proposal_id, text)):
                forget_drafts(desk, sheet.key("comment_text"))
            st.rerun()


def _show_bin(sheet: Sheet, binned: list[Comment]) -> None:
    desk, t = sheet.desk, sheet.desk.t
    if not binned:
        return
    with st.popover(t("In the bin ({n})", n=len(binned)), icon=":material/delete:", type="tertiary"):
        for comment in binned:
            st.caption(f"**{escape_markdown(comment.who)}**: {escape_markdown(comment.text[:80])}")
            st.button(
                t("Put back"),
                key=sheet.key("unbin_comment", comment.comment_id),
                on_click=bin_comment,
                args=(desk.store, comment.comment_id),
                kwargs={"is_binned": False},
            )


def _when(desk: Desk, comment: Comment) -> str:
    at = comment.said_at.astimezone(read_settings().zone)
    return desk.t("{day}, {time}", day=desk.t.day(at.date()), time=f"{at:%H:%M}")
