"""Which column of a table holds a field: the first filled one; and what "empty" looks like."""

from __future__ import annotations

import polars as pl

WORDS = ("none", "null", "nan", "nat", "unknown", "undefined")
SIGNS = ("", "-", "--", "---", "—", "——", "N/A", "n/a", "nil", "NaN", "NaT", "<NA>", "{}", "[]", "[None]", "[none]")
CHINESE = ("未知", "无", "暂无")
BLANKS = (*SIGNS, *CHINESE, *(form for word in WORDS for form in (word, word.title(), word.upper())))
"""What tools write where they know nothing: MediaCrawler the word "None", 4CAT "Unknown", spreadsheets a dash."""

AS_FORMULA = r'^="([^"]*)"$'
AFTER_APOSTROPHE = r"^'(\d{12,}|\d+[eE]\d+|[=+\-@|%＝＋－＠][\s\S]*)$"


def first(*columns: str) -> pl.Expr:
    """Return the first filled cell of the columns, stripped; words that mean "nothing" are null."""
    return pl.coalesce([_filled(pl.col(column)) for column in columns])


def wording(*columns: str) -> pl.Expr:
    """Return the first cell of the columns that has any text; unlike `first`, a title may be the word "None"."""
    return pl.coalesce([_stripped(pl.col(column)) for column in columns])


def wording_or_dash(column: str) -> pl.Expr:
    """Return the text of a column in which a lone "-" means none, as in Bilibili's descriptions."""
    return pl.when(wording(column) != "-").then(wording(column))


def is_true(column: str) -> pl.Expr:
    """Return whether a cell says yes; null where it is empty."""
    return _stripped(pl.col(column)).str.to_lowercase().is_in(["true", "1", "yes", "是"])


def share_of(flags: pl.Series) -> float:
    """Return the share (0..1) of true values among the known flags, 0 of none."""
    known = flags.drop_nulls()
    return int(known.sum()) / len(known) if len(known) else 0.0


def mean_of(numbers: pl.Series) -> float:
    """Return the mean of the known numbers, 0 of none."""
    known = numbers.drop_nulls()
    return float(known.sum()) / len(known) if len(known) else 0.0


def filled(cells: pl.Series) -> pl.Series:
    """Return the cells stripped, with the words that mean "nothing" as null."""
    return cells.to_frame("cell").select(first("cell"))["cell"].rename(cells.name)


def unguarded(batch: pl.DataFrame) -> pl.DataFrame:
    """Return the batch without what keeps a spreadsheet's hands off a cell: ="7400…", and '7400… or '=… likewise."""
    texts = [name for name, kind in batch.schema.items() if kind == pl.String]
    guards = batch.select(
        (pl.col(name).str.starts_with("'") | pl.col(name).str.starts_with('="')).any() for name in texts
    )
    guarded = [name for name in texts if guards[name].item()]
    return batch.with_columns(
        pl.col(name).str.replace(AS_FORMULA, "${1}").str.replace(AFTER_APOSTROPHE, "${1}") for name in guarded
    )


def with_missing(batch: pl.DataFrame, expressions: list[pl.Expr]) -> pl.DataFrame:
    """Return the batch with a null column for each column that an expression names and this file lacks."""
    wanted = {name for expression in expressions for name in expression.meta.root_names()}
    absent = sorted(wanted.difference(batch.columns))
    return batch.with_columns(pl.lit(None, dtype=pl.String).alias(name) for name in absent)


def _stripped(cell: pl.Expr) -> pl.Expr:
    text = cell.str.strip_chars()
    return pl.when(text != "").then(text)


def _filled(cell: pl.Expr) -> pl.Expr:
    text = cell.str.strip_chars()
    return pl.when(~text.is_in(BLANKS)).then(text)
