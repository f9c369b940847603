"""Which rows of a batch are no works, and the sentence why: no id, an id without its digits, another kind of record."""

from __future__ import annotations

import polars as pl

from blindspot.errors import Message
from blindspot.readers.cells.ids import are_error_cells, are_rounded
from blindspot.readers.shapes import REJECT_SCHEMA

NO_ID = Message("The row has no id in {column}, so its work cannot be told apart from others.")
NO_PLATFORM = Message("The row does not say which platform the work {value} is on.")
ROUNDED_ID = Message(
    "The id {value} in column {column} has lost its digits in a spreadsheet. Export again with ids as text."
)
ERROR_CELL = Message(
    "Column {column} holds the spreadsheet error {value} instead of an id. Export again with ids as text."
)
NOT_A_WORK = Message("The row is a {value}, not a work.")


def refuse_rows(raw: pl.DataFrame, id_columns: list[str]) -> tuple[pl.DataFrame, pl.Series]:
    """Return the rejected rows (REJECT_SCHEMA) and a mask of them.

    `raw` has one row a record with the text columns row, platform, work_id and not_a_work.
    """
    work_id = raw["work_id"]
    reasons = raw.select(
        "row",
        reason=pl.when(pl.col("not_a_work").is_not_null())
        .then(pl.lit(NOT_A_WORK.template))
        .when(pl.col("work_id").is_null())
        .then(pl.lit(NO_ID.template))
        .when(are_rounded(work_id))
        .then(pl.lit(ROUNDED_ID.template))
        .when(are_error_cells(work_id))
        .then(pl.lit(ERROR_CELL.template))
        .when(pl.col("platform").is_null())
        .then(pl.lit(NO_PLATFORM.template)),
        column=pl.lit(" / ".join(dict.fromkeys(id_columns))),
        value=pl.coalesce("not_a_work", "work_id"),
    )
    mask = reasons["reason"].is_not_null()
    refused = reasons.filter(mask).select(
        "row", "reason", values=pl.struct("column", "value").struct.json_encode().cast(pl.String)
    )
    return refused.cast(dict(REJECT_SCHEMA)), mask
