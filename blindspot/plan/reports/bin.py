"""The bin of reports: a report goes in with its claims and plans, and comes out with those that went in with it."""

from __future__ import annotations

from blindspot.library.label_demand import label_demand
from blindspot.store import Store, Transaction

PLANS = ("episodes", "series", "proposals", "signals")


def bin_report(store: Store, source_id: int) -> None:
    """Put a report into the bin; what it cites stays, and so does what was in the bin before."""
    with store.changing() as tx:
        _put(tx, source_id, is_binned=True)


def restore_report(store: Store, source_id: int) -> None:
    """Take a report out of the bin as it went in."""
    with store.changing() as tx:
        take_from_bin(tx, source_id)


def take_from_bin(tx: Transaction, source_id: int) -> None:
    """Do the same as a part of a larger change."""
    _put(tx, source_id, is_binned=False)


def _put(tx: Transaction, source_id: int, *, is_binned: bool) -> None:
    tx.run("library/bin_report_claims", source_id=source_id, is_binned=is_binned)
    for table in PLANS:
        tx.run(f"plan/bin_report_{table}", source_id=source_id, is_binned=is_binned)
    # the last, since the others are known by the moment at which it went in
    tx.run("library/bin_source", source_id=source_id, is_binned=is_binned)
    label_demand(tx, [row["topic_id"] for row in tx.rows("library/topics_of_source", source_id=source_id)])
