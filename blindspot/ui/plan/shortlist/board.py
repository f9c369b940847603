"""The shortlist as a board: a column a status; a card that is dropped elsewhere is saved at once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from blindspot.domain import PROPOSAL_STATUSES
from blindspot.editing import Change, Changed
from blindspot.plan.proposals.board import move_proposal
from blindspot.plan.proposals.listing import Proposal
from blindspot.ui.components.board import Card, Column, Moved, board
from blindspot.ui.desk import Desk
from blindspot.ui.editing.saving import attempt
from blindspot.ui.names import evidence_name, kind_name
from blindspot.ui.plan.proposal.address import open_proposal
from blindspot.ui.plan.proposal.evidence import statement
from blindspot.ui.plan.shortlist.words import about_words, claims_words, gap_words, votes_words
from blindspot.ui.status_names import proposal_status_name


def show_board(desk: Desk, proposals: Sequence[Proposal]) -> None:
    """Draw the board; a card that is clicked opens its proposal."""
    in_order = sorted(proposals, key=lambda one: one.board_place)
    columns = [
        Column(
            status,
            _capital(proposal_status_name(status, desk.t)),
            tuple(_card(desk, one) for one in in_order if one.status == status),
            is_folded=status == "dropped",
        )
        for status in PROPOSAL_STATUSES
    ]
    revs = {one.proposal_id: one.rev for one in proposals}
    opened = board(desk.t, columns, key="shortlist_board", on_move=partial(_move, desk, revs), refuse=desk.edits.refuse)
    if opened:
        open_proposal(opened)


def _move(desk: Desk, revs: dict[str, int], moved: Moved) -> None:
    def move() -> Changed:
        done = move_proposal(
            desk.store,
            desk.who,
            moved.card_id,
            moved.column_id,
            rev=revs[moved.card_id],
            before_id=moved.before_id,
        )
        # The next card may be dropped before the page is drawn again, on what this move has made of the rows.
        revs.update({proposal_id: rev for (_, proposal_id), rev in done.revs.items()})
        return done

    wanted = Change("proposal", moved.card_id, revs[moved.card_id], {"status": moved.column_id})
    attempt(desk, f"proposal:{moved.card_id}", move, [wanted])


def _card(desk: Desk, proposal: Proposal) -> Card:
    t = desk.t
    badges, hint = [], ""
    if proposal.known:
        kind, evidence = proposal.known.verdict.kind, proposal.known.verdict.evidence
        badges.append((kind_name(kind, t), "gray" if kind == "covered" else "orange"))
        if evidence:
            badges.append((t("evidence: {grade}", grade=evidence_name(evidence, t)), "gray"))
        hint = f"{proposal.title}\n{statement(proposal.known, t)}"
    team = [
        votes_words(proposal, t) if proposal.votes else "",
        t.plural("{n} comment", "{n} comments", proposal.comments) if proposal.comments else "",
    ]
    lines = (
        gap_words(proposal, t),
        about_words(desk, proposal),
        " · ".join(part for part in (claims_words(proposal, t), *team) if part),
        " ".join(f"#{tag}" for tag in proposal.tags),
        t("from the report {title}", title=proposal.report) if proposal.report else "",
    )
    return Card(proposal.proposal_id, proposal.title, tuple(line for line in lines if line), tuple(badges), hint)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
