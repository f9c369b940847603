"""Leaves out hits that no word makes, for all hits of many texts together; word_borders.py says which those are."""

from __future__ import annotations

import polars as pl

from blindspot.labelling.word_borders import REACH, are_said, next_said, open_ends

MOST_BYTES = 3 * REACH
"""Beside a term. They are cut as bytes, since whole texts would be copied for each hit: of transcripts, gigabytes."""

IN_HEX = "(?:e2b[a-f][89ab].|e3[9ab].[89ab].|e[4-9][89ab].[89ab].|efa[4-9ab][89ab].)*"
"""Ideographs (word_borders.IDEOGRAPH) in UTF-8, written as hexadecimal digits; polars reads no part of a character."""

HIT = ["left", "folded", "right"]


def open_terms(terms: pl.Series) -> pl.DataFrame:
    """Return the folded terms that parts of other words can spell: folded, begins_open, ends_open (Boolean)."""
    ends = [(term, *open_ends(term)) for term in terms]
    schema = {"folded": pl.String, "begins_open": pl.Boolean, "ends_open": pl.Boolean}
    return pl.DataFrame(ends, schema, orient="row").filter(pl.col("begins_open") | pl.col("ends_open"))


def keep_said(hits: pl.DataFrame, terms: pl.DataFrame) -> pl.DataFrame:
    """Return the hits whose term is said in their text, each moved to where it is said first; order and columns stay.

    `hits` has search_text, folded and start_at (byte of the first occurrence); `terms` as from open_terms: all others
    are said wherever they stand.
    """
    start = pl.col("start_at").cast(pl.Int64)
    end = start + pl.col("folded").str.len_bytes()
    left = _bytes(pl.max_horizontal(start - MOST_BYTES, 0), pl.min_horizontal(start, MOST_BYTES), f"({IN_HEX})$")
    right = _bytes(end, MOST_BYTES, f"^({IN_HEX})")
    placed = (
        hits.with_row_index("row")
        .join(terms, on="folded")
        .select(
            "row",
            "folded",
            left=pl.when("begins_open").then(left).otherwise(pl.lit("")),
            right=pl.when("ends_open").then(right).otherwise(pl.lit("")),
        )
    )
    places = placed.select(HIT).unique()
    unsaid = placed.join(places.filter(~are_said(places)), on=HIT, how="semi")["row"]
    later = [_later(*hit) for hit in hits[unsaid].select("search_text", "folded", "start_at").iter_rows()]
    starts = hits["start_at"].scatter(unsaid, pl.Series(later, dtype=hits.schema["start_at"]))
    return hits.with_columns(start_at=starts).filter(pl.col("start_at").is_not_null())


def _bytes(start: pl.Expr, size: pl.Expr | int, ideographs: str) -> pl.Expr:
    """Return the ideographs in some bytes of the texts, where the pattern finds them."""
    cut = pl.col("search_text").cast(pl.Binary).bin.slice(start, size).bin.encode("hex")
    return cut.str.extract(ideographs).str.decode("hex").cast(pl.String)


def _later(text: str, term: str, start_at: int) -> int | None:
    first = len(text.encode()[:start_at].decode())
    found = next_said(text, term, first + 1)
    return len(text[:found].encode()) if found >= 0 else None
