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
NAMES = ("name", "title", "hashtag_name", "hashtagName", "tag_name", "text")
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
        objects = _decoded(cells, pl.List(pl.Struct({key: pl.String})))
        if objects is None:
            return _tidied(pl.Series([_names_in(cell, (key,)) for cell in cells], dtype=TAGS))
        return _tidied(objects.to_frame("x").select(pl.col("x").list.eval(pl.element().struct.field(key))).to_series())

    return cell.map_batches(names, return_dtype=TAGS)


def _tidied(tags: pl.Series) -> pl.Series:
    return tags.to_frame("x").select(_tidy(pl.col("x"))).to_series()


def _tidy(tags: pl.Expr) -> pl.Expr:
    named = pl.element().str.strip_chars('#＃ \t\r\n\u3000\x00"')
    return tags.list.eval(named.filter(named.str.contains(r"[^\d\s]"))).list.unique(maintain_order=True)


def _split(cells: pl.Series) -> pl.Series:
    text = cells.str.strip_chars()
    is_list = text.str.starts_with("[").fill_null(False)
    is_quoted = text.str.contains(r'^"[^"]*"$').fill_null(False)
    spelled = text.zip_with(~is_quoted, _unquoted(text.set(~is_quoted, None))) if is_quoted.any() else text
    tags = spelled.set(is_list, None).to_frame("cell").select(
        pl.when(pl.col("cell").str.contains("[,，|;；、\n]"))
        .then(pl.col("cell").str.replace_all("[，|;；、\n]", ",").str.split(","))
        .when(pl.col("cell").str.contains("[#＃]"))
        .then(pl.col("cell").str.replace_all("[#＃]", "\n").str.split("\n"))
        .otherwise(pl.col("cell").str.split(" "))
    ).to_series()  # fmt: skip
    return _tidied(tags.zip_with(~is_list, _lists(text.set(~is_list, None))) if is_list.any() else tags)


def _lists(cells: pl.Series) -> pl.Series:
    """Read JSON lists at once; where one holds no plain values, Python's own list text by its quotes, others singly."""
    lists = _decoded(cells, TAGS)
    if lists is not None:
        return lists
    is_python = cells.str.starts_with("['").fill_null(False)
    bare = pl.element().str.strip_chars("'\"").str.replace_all("\\'", "'", literal=True)
    quoted = cells.to_frame("x").select(pl.col("x").str.extract_all(QUOTED).list.eval(bare)).to_series()
    singly = pl.Series([_names_in(cell, NAMES) for cell in cells.set(is_python, None)], dtype=TAGS)
    return singly.zip_with(singly.is_not_null(), quoted)


def _unquoted(cells: pl.Series) -> pl.Series:
    """Undo json.dumps of a text, which MediaCrawler applies once too often; a text in plain quotes stays as it is."""
    texts = _decoded(cells, pl.String)
    return cells if texts is None else texts


def _decoded(cells: pl.Series, kind: pl.DataType | type[pl.DataType]) -> pl.Series | None:
    """Decode JSON cells, None where one is not of this kind; polars drops blank cells, so they go in as null."""
    try:
        decoded = cells.set(cells.str.contains(r"^\s*$"), None).str.json_decode(kind)
    except pl.exceptions.ComputeError:
        return None
    return decoded if len(decoded) == len(cells) else None


def _names_in(cell: str | None, keys: tuple[str, ...]) -> list[str] | None:
    """Return the values of a JSON list, of its objects those under one of the keys; null where it is no JSON list."""
    try:
        values = orjson.loads(cell or "")
    except orjson.JSONDecodeError:
        return None
    if not isinstance(values, list):
        return None
    named = [next((value[key] for key in keys if key in value), None) if isinstance(value, dict) else value
             for value in values]  # fmt: skip
    return [str(value) for value in named if isinstance(value, str | int | float)]
