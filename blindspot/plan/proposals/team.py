"""What the team says of a proposal: a vote up or down a person, and comments."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from blindspot.errors import BlindspotError
from blindspot.store import Store


@dataclass(frozen=True)
class Vote:
    """What one person thinks of a proposal: 1 for, -1 against."""

    who: str
    vote: int
    voted_at: datetime


@dataclass(frozen=True)
class Comment:
    """What one person said."""

    comment_id: int
    who: str
    said_at: datetime
    text: str


def list_votes(store: Store, proposal_id: str) -> list[Vote]:
    """Return the votes on a proposal, oldest first."""
    return [Vote(**row) for row in store.rows("plan/votes_of_proposal", proposal_id=proposal_id)]


def cast_vote(store: Store, who: str, proposal_id: str, vote: int) -> None:
    """Let somebody be for (1) or against (-1) a proposal, in place of an earlier vote; 0 takes the vote back."""
    with store.planning() as tx:
        if vote:
            tx.run("plan/put_vote", proposal_id=proposal_id, who=who, vote=vote)
        else:
            tx.run("plan/forget_vote", proposal_id=proposal_id, who=who)


def list_comments(store: Store, proposal_id: str, *, is_binned: bool = False) -> list[Comment]:
    """Return the comments on a proposal, oldest first; or those in the bin."""
    rows = store.rows("plan/comments_of_proposal", proposal_id=proposal_id, is_binned=is_binned)
    return [Comment(**row) for row in rows]


def add_comment(store: Store, who: str, proposal_id: str, text: str) -> int:
    """Add a comment and return its id; raises BlindspotError for an empty one."""
    if not text.strip():
        raise BlindspotError("The comment is empty.", "Write what you think first.")
    with store.planning() as tx:
        comment_id: int = tx.value("plan/next_comment_id")
        tx.run("plan/add_comment", comment_id=comment_id, proposal_id=proposal_id, who=who, text=text.strip())
    return comment_id


def bin_comment(store: Store, comment_id: int, *, is_binned: bool = True) -> None:
    """Put a comment into the bin, or take it out again."""
    with store.planning() as tx:
        tx.run("plan/bin_comment", comment_id=comment_id, is_binned=is_binned)
