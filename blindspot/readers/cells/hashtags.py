"""Hashtags from lists, lists of objects and captions (#x, #x#, #x[话题]#), without the sign, each once."""

from __future__ import annotations

import orjson
import polars as pl

TAGS = pl.List(pl.String)
ANY_TAG = (
    r"https?://\S+|&#\w+;|[#＃][^#＃\[\]\r\n]+\[(?:话题|超话)\][#＃]?"
    r"|[#＃][^\s#＃@,，.。!！?？、;；:：…()（）\[\]【】《》<>「」“”\"'’|/\\]+"
)
WRAPPED_TAG = r"[#＃][^#＃\s][^#＃\r\n]{0,40}[#＃]"
QUOTED = r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\""


def caption_tags(caption: pl.Expr, *, is_wrapped: bool = False) -> pl.Expr:
    """Return the hashtags that stand in a caption; `is_wrapped` is Weibo's and Bilibili's form, #two signs#.

    Links (with their #anchors), HTML entities and bare numbers (#1) are no hashtags.
    """
    found = caption.str.extract_all(WRAPPED_TAG if is_wrapped else ANY_TAG)
    return _tidy(found.list.filter(pl.element().str.contains(r"^[#＃]")))


def listed_tags(cell: pl.Expr) -> pl.Expr:
    """Return the hashtags of a cell that lists them: JSON or Python list text, or a, b | c; else parted at blanks."""
    return cell.map_batches(_split, return_dtype=TAGS)


def parted_tags(cell: pl.Expr, separator: str) -> pl.Expr:
    """Return the hashtags of a cell that parts them by one known sign (tags may then hold blanks)."""
    return _tidy(cell.str.split(separator))


def named_tags(column: str, key: str) -> pl.Expr:
    """Return the hashtags of a column whose cells are JSON lists of objects that hold the tag under `key`."""

    def names(cells: pl.Series) -> pl.Series:
        lists = _decoded(cells, pl.List(pl.Struct({key: pl.String})))
        return lists.to_frame("x").select(_tidy(pl.col("x").list.eval(pl.element().struct.field(key)))).to_series()

    return pl.col(column).map_batches(names, return_dtype=TAGS)


def _tidy(tags: pl.Expr) -> pl.Expr:
    named = pl.element().str.replace(r"\[(?:话题|超话)\]", "").str.strip_chars('#＃ \t\r\n\u3000"')
    kept = tags.list.eval(named).list.filter(pl.element().str.contains(r"[^\d\s]"))
    return kept.list.unique(maintain_order=True)


def _split(cells: pl.Series) -> pl.Series:
    text = cells.str.strip_chars()
    is_list = text.str.starts_with("[").fill_null(False)
    is_quoted = text.str.contains(r'^"[^"]*"$').fill_null(False)
    spelled = text.zip_with(~is_quoted, _decoded(text.set(~is_quoted, None), pl.String)) if is_quoted.any() else text
    tags = spelled.set(is_list, None).to_frame("cell").select(
        _tidy(
            pl.when(pl.col("cell").str.contains("[,，|;；、\n]"))
            .then(pl.col("cell").str.replace_all("[，|;；、\n]", ",").str.split(","))
            .when(pl.col("cell").str.contains("[#＃]"))
            .then(pl.col("cell").str.replace_all("[#＃]", "\n").str.split("\n"))
            .otherwise(pl.col("cell").str.split(" "))
        )
    ).to_series()  # fmt: skip
    if not is_list.any():
        return tags
    listed = _decoded(text.set(~is_list, None), TAGS).to_frame("x").select(_tidy(pl.col("x"))).to_series()
    return tags.zip_with(~is_list, listed)


def _decoded(cells: pl.Series, kind: pl.DataType) -> pl.Series:
    """Decode JSON cells at once; where one of them is no JSON, cell by cell, Python's own list text by its quotes."""
    try:
        return cells.str.json_decode(kind)
    except pl.exceptions.ComputeError:
        is_json = pl.Series([cell is not None and _is_json(cell) for cell in cells], dtype=pl.Boolean)
        decoded = cells.set(~is_json, None).str.json_decode(kind)
        if kind != TAGS:
            return decoded
        quoted = cells.to_frame("x").select(
            pl.col("x").str.extract_all(QUOTED).list.eval(
                pl.element().str.slice(1, pl.element().str.len_chars() - 2).str.replace_all(r"\\(.)", "${1}")
            )
        )  # fmt: skip
        return decoded.zip_with(is_json, quoted.to_series())


def _is_json(cell: str) -> bool:
    try:
        orjson.loads(cell)
    except orjson.JSONDecodeError:
        return False
    return True
