"""The sample in the bin: what goes with it when it is removed, and its way back, whole, whatever is there by then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import pyarrow as pa

from blindspot.errors import BlindspotError
from blindspot.plan.sample import has_sample, take_out_sample
from blindspot.store import Store, Transaction

APART = {"library.state", "library.binned_sample", "main.migrations"}


@dataclass(frozen=True)
class Made:
    """What people made of the sample: edits of its rows, labels set by hand, words and votes on its proposals."""

    edits: int
    labels: int
    remarks: int

    def __bool__(self) -> bool:
        return bool(self.edits or self.labels or self.remarks)


def made_of_sample(store: Store) -> Made:
    """Return what people made of the sample, which goes and comes back with it."""
    [row] = store.rows("plan/made_of_sample")
    return Made(**row)


def remove_sample(store: Store) -> None:
    """Put the sample into the bin with all that hangs on it; what the user brought or shortlisted stays."""
    # the transaction in which it is read sees the rows as they were, however much is deleted after its first look
    with store.import_lock, store.plan_lock, store.reading() as before:
        before.value("library/data_version")
        take_out_sample(store)
        with store.changing() as after:
            after.run("library/empty_sample_bin")
            for name in sorted(set(before.tables()) - APART):
                # nothing is put in meanwhile: a table that is as long as it was has lost nothing
                if before.size(name) > after.size(name):
                    gone = _gone(before.table(name), after, name)
                    after.run("library/bin_sample_rows", table_name=name, rows=_packed(gone))


def sample_binned_at(store: Store) -> datetime | None:
    """Return when the sample was put into the bin, None where none lies there."""
    binned_at: datetime | None = store.value("library/sample_binned_at")
    return binned_at


def bring_sample_back(store: Store) -> None:
    """Take the sample out of the bin as it was; raises BlindspotError where none lies there, or one is in use."""
    if has_sample(store):
        raise BlindspotError("The sample is there already.")
    with store.changing() as tx:
        kept = tx.rows("library/binned_sample")
        if not kept:
            raise BlindspotError("No sample lies in the bin.", "A new, empty database begins with one.")
        for row in kept:
            tx.append(row["table_name"], pa.ipc.open_stream(row["rows"]).read_all())
        tx.run("library/empty_sample_bin")


def empty_sample_bin(store: Store) -> None:
    """Give up the sample in the bin for good."""
    with store.importing() as tx:
        tx.run("library/empty_sample_bin")


def _gone(rows: pa.Table, after: Transaction, name: str) -> pa.Table:
    """Return the rows that a table has no longer; one that is only changed is there under its key."""
    gone = after.rows_without(rows, name)
    now = after.table(name) if gone.num_rows else None
    if now is None or now.num_rows + gone.num_rows <= rows.num_rows:
        return gone
    keys = [column for column in (gone.column_names[0], "position") if column in gone.column_names]
    # a join carries no lists, so it is told the rows by number
    numbered = gone.select(keys).append_column("row", pa.array(range(gone.num_rows)))
    return gone.take(numbered.join(now.select(keys), keys, join_type="left anti").sort_by("row")["row"])


def _packed(rows: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, rows.schema) as stream:
        stream.write_table(rows)
    packed: bytes = sink.getvalue().to_pybytes()
    return packed
