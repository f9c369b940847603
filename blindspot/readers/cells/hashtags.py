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
    is_tag = pl.element().str.starts_with("#") | pl.element().str.starts_with("＃")
    bare = pl.element().filter(is_tag).str.strip_chars("#＃").str.strip_suffix("[话题]").str.strip_suffix("[超话]")
    return _tidy(found.list.eval(bare))


def listed_tags(cell: pl.Expr) -> pl.Expr:
    """Return the hashtags of a cell that lists them: JSON or Python list text, or a, b | c; else parted at blanks."""
    return cell.map_batches(_split, return_dtype=TAGS)


def parted_tags(cell: pl.Expr, separator: str) -> pl.Expr:
    """Return the hashtags of a cell that parts them by one known sign (tags may then hold blanks)."""
    return _tidy(cell.str.split(separator))


def named_tags(cell: pl.Expr, key: str) -> pl.Expr:
    """Return the hashtags of a cell that is a JSON list of objects, each of which holds its tag under `key`."""

    def names(cells: pl.Series) -> pl.Series:
        lists = _decoded(cells, pl.List(pl.Struct({key: pl.String})))
        return lists.to_frame("x").select(_tidy(pl.col("x").list.eval(pl.element().struct.field(key)))).to_series()

    return cell.map_batches(names, return_dtype=TAGS)


def _tidy(tags: pl.Expr) -> pl.Expr:
    named = pl.element().str.strip_chars('#＃ \t\r\n\u3000"')
    return tags.list.eval(named.filter(named.str.contains(r"[^\d\s]"))).list.unique(maintain_order=True)


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
        is_json = pl.Series([_is_json(cell) for cell in cells], dtype=pl.Boolean)
        decoded = cells.set(~is_json, None).str.json_decode(kind)
        if kind != TAGS:
            return decoded
        bare = pl.element().str.strip_chars("'\"").str.replace_all("\\'", "'", literal=True)
        return decoded.zip_with(is_json, cells.to_frame("x").select(_quoted("x").list.eval(bare)).to_series())


def _quoted(column: str) -> pl.Expr:
    return pl.col(column).str.extract_all(QUOTED)


def _is_json(cell: str | None) -> bool:
    if cell is None or cell.startswith("['"):
        return False
    try:
        orjson.loads(cell)
    except orjson.JSONDecodeError:
        return False
    return True
