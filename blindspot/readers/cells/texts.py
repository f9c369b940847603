"""Wording as platforms deliver it, made plain: HTML entities, search marks, and a text that only repeats the title."""

from __future__ import annotations

import html

import polars as pl


def without_html(cell: pl.Expr) -> pl.Expr:
    """Return the wording of a search answer without its marks (<em class="keyword">) and with entities resolved."""
    return cell.str.replace_all(r"</?em[^>]*>", "").map_batches(_unescape, return_dtype=pl.String)


def _unescape(cells: pl.Series) -> pl.Series:
    escaped = cells.str.contains("&", literal=True).fill_null(False).arg_true()
    if not len(escaped):
        return cells
    return cells.scatter(escaped, pl.Series([html.unescape(cell) for cell in cells.gather(escaped)], dtype=pl.String))


def unlike(text: pl.Expr, title: pl.Expr) -> pl.Expr:
    """Return the text where it says more than the title, else null."""
    return pl.when(text.ne_missing(title)).then(text)
