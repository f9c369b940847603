"""Claims as a person decides on them: accepted or not, in whose words, how good, and for how long."""

from __future__ import annotations

from collections.abc import Sequence

from blindspot.editing import Change
from blindspot.editing.actions import apply
from blindspot.editing.items import Row, Written
from blindspot.editing.rows import read_rows
from blindspot.editing.tidying import need, one_of, stripped
from blindspot.errors import BlindspotError, NotFound
from blindspot.library.label_demand import label_demand
from blindspot.store import Store, Transaction

GRADES = ("high", "medium", "low", "unrated")
STATUSES = ("candidate", "accepted", "rejected")


class EmptyStatement(BlindspotError):
    """A claim that would say nothing."""


def scope_of(claim_id: int) -> str:
    """Return where the edits of a claim are undone."""
    return f"claim:{claim_id}"


def decide_claim(
    store: Store, who: str, claim_id: int, status: str, *, statement: str | None = None, said_by: str | None = None
) -> None:
    """Accept a claim, reject it, or make it a candidate again, in other words where given; the grade stays as it is.

    Raises NotFound for a claim or status that does not exist, EmptyStatement for words that say nothing.
    """
    said: Row = {"status": status}
    if statement is not None:
        said["statement"] = statement
    if said_by is not None:
        said["said_by"] = said_by
    with store.importing() as tx:
        row = read_rows(tx, "claim", [str(claim_id)]).get(str(claim_id))
        if row is None or row["is_binned"]:
            raise NotFound("There is no claim {claim_id}.", "Reload the page.", claim_id=claim_id)
        apply(tx, who, scope_of(claim_id), [Change("claim", str(claim_id), row["rev"], said)])


def check_claim(fields: Row) -> Row:
    """Return what is said of a claim in single blanks; refuse no words, and a status or grade that is none of ours."""
    need(fields, "statement", EmptyStatement("A claim needs words.", "Write what it says, or reject it."))
    one_of(STATUSES, fields.get("status", STATUSES[0]))
    for graded in (fields, *fields.get("uses", ())):
        one_of(GRADES, graded.get("grade", GRADES[0]))
    said = stripped(fields)
    return said | ({"statement": " ".join(said["statement"].split())} if "statement" in said else {})


def settle_claims(tx: Transaction, written: Sequence[Written]) -> None:
    """Label the topics of claims whose words changed."""
    changed = [int(one.item_id) for one in written if one.changed("statement", "said_by")]
    found = {row["topic_id"] for claim_id in changed for row in tx.rows("library/topics_of_claim", claim_id=claim_id)}
    if found:
        label_demand(tx, sorted(found))
