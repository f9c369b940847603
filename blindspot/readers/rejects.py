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
A_SUM = Message("The row is the sum of the others ({value}), not a work.")
A_PLACEHOLDER = Message("The row stands for a work that is private or deleted ({value}).")
WITHOUT_WORDS = Message("The row {value} has neither words nor a time, as live rooms and error rows have not.")

SUM = (
    r"^(?i:(?:grand |sub)?totals?|sum|gesamt|summe|suma|somme|totale|итого|всего|average|mean|"
    r"合计|总计|小计|汇总|总和|平均|均值|合計|總計|小計|총계|합계)[:：]?$"
)
PLACEHOLDER = (
    r"^\[[^\[\]]*(?i:private|deleted|unavailable|removed|privat|gelöscht|privado|eliminado|privée|supprimée|"
    r"私享|私密|已删除|已刪除|非公開|削除)[^\[\]]*\]$|^(?:已失效视频|该视频已失效|视频已失效|该视频已删除|作品已删除|内容已删除)$"
)


def refuse_rows(raw: pl.DataFrame, id_columns: list[str]) -> tuple[pl.DataFrame, pl.Series]:
    """Return the rejected rows (REJECT_SCHEMA) and a mask of them.

    `raw` has one row a record with the text columns row, platform, work_id, title, text, published_at and not_a_work.
    """
    work_id = raw["work_id"]
    reasons = raw.select(
        "row",
        reason=pl.when(pl.col("not_a_work").is_not_null())
        .then(pl.lit(NOT_A_WORK.template))
        .when(pl.col("work_id").is_null())
        .then(pl.lit(NO_ID.template))
        .when(pl.col("work_id").str.contains(SUM))
        .then(pl.lit(A_SUM.template))
        .when(are_rounded(work_id))
        .then(pl.lit(ROUNDED_ID.template))
        .when(are_error_cells(work_id))
        .then(pl.lit(ERROR_CELL.template))
        .when(pl.col("title").str.contains(PLACEHOLDER))
        .then(pl.lit(A_PLACEHOLDER.template))
        .when(_are_without_words(raw))
        .then(pl.lit(WITHOUT_WORDS.template))
        .when(pl.col("platform").is_null())
        .then(pl.lit(NO_PLATFORM.template)),
        column=pl.lit(" / ".join(dict.fromkeys(id_columns))),
        value=pl.when(pl.col("title").str.contains(PLACEHOLDER).fill_null(False))
        .then("title")
        .otherwise(pl.coalesce("not_a_work", "work_id")),
    )
    mask = reasons["reason"].is_not_null()
    refused = reasons.filter(mask).select(
        "row", "reason", values=pl.struct("column", "value").struct.json_encode().cast(pl.String)
    )
    return refused.cast(REJECT_SCHEMA), mask


def _are_without_words(raw: pl.DataFrame) -> pl.Series:
    """Say where a row has no words and no time although most rows of the table have both."""
    has_words = raw["title"].is_not_null() | raw["text"].is_not_null()
    has_time = raw["published_at"].is_not_null()
    is_usual = 2 * (has_words & has_time).sum() > len(raw)
    return ~has_words & ~has_time & is_usual
