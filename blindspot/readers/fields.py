"""Where an export keeps each field of a work, and how a batch of its text cells becomes works, rejects and notes."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from blindspot.readers.cells.columns import with_missing
from blindspot.readers.cells.counts import is_minus_one, to_counts
from blindspot.readers.cells.durations import is_no_length, to_seconds
from blindspot.readers.cells.hashtags import TAGS, caption_tags
from blindspot.readers.cells.ids import plain_ids
from blindspot.readers.cells.texts import unlike
from blindspot.readers.cells.times import to_times
from blindspot.readers.rejects import refuse_rows
from blindspot.readers.shapes import COUNTS, NOTE_SCHEMA, WORK_SCHEMA, Reading
from blindspot.settings import read_settings

MASKED_NAME = r"^.?\*{3}.?$"
NOTHING = pl.lit(None, dtype=pl.String)
NO_TAGS = pl.lit(None, dtype=TAGS)


@dataclass(frozen=True, eq=False)
class WorkFields:
    """Expressions over a table's text columns, one a field; what the tool does not say stays `NOTHING`.

    `creator_hash` stands in where the tool hides the creator's id; `tags` gives lists; `not_a_work` names what a record
    is instead of a work ("playlist"); `duration_unit` ("s" or "ms") is that of bare numbers.
    """

    platform: pl.Expr
    work_id: pl.Expr
    title: pl.Expr
    url: pl.Expr = NOTHING
    creator_id: pl.Expr = NOTHING
    creator_hash: pl.Expr = NOTHING
    creator_name: pl.Expr = NOTHING
    text: pl.Expr = NOTHING
    tags: pl.Expr = NO_TAGS
    has_wrapped_tags: bool = False
    transcript: pl.Expr = NOTHING
    published_at: pl.Expr = NOTHING
    captured_at: pl.Expr = NOTHING
    duration: pl.Expr = NOTHING
    duration_unit: str = "s"
    plays: pl.Expr = NOTHING
    likes: pl.Expr = NOTHING
    comments: pl.Expr = NOTHING
    shares: pl.Expr = NOTHING
    collects: pl.Expr = NOTHING
    keyword: pl.Expr = NOTHING
    not_a_work: pl.Expr = NOTHING

    def texts(self) -> dict[str, pl.Expr]:
        """Return the fields that give text, by name."""
        return {name: value for name, value in vars(self).items() if isinstance(value, pl.Expr) and name != "tags"}


def read_works(batch: pl.DataFrame, fields: WorkFields) -> Reading:
    """Turn a batch of text cells into works; every row ends in `works` or in `rejected`, once."""
    complete = with_missing(batch, [*fields.texts().values(), fields.tags])
    raw = complete.select("row", *(value.alias(name) for name, value in fields.texts().items()), tags=fields.tags)
    raw = raw.with_columns(plain_ids(raw["work_id"]))
    rejected, is_refused = refuse_rows(raw, fields.work_id.meta.root_names())
    if len(rejected):
        complete, raw = complete.filter(~is_refused), raw.filter(~is_refused)
    zone = read_settings().zone
    times = {name: to_times(raw[name], zone) for name in ("published_at", "captured_at")}
    counts = {name: to_counts(raw[name]) for name in COUNTS}
    seconds = to_seconds(raw["duration"], fields.duration_unit)
    unread = {name: raw[name].is_not_null() & moments.is_null() for name, moments in times.items()}
    unread |= {name: raw[name].is_not_null() & counts[name].is_null() & ~is_minus_one(raw[name]) for name in COUNTS}
    unread["duration"] = raw["duration"].is_not_null() & seconds.is_null() & ~is_no_length(raw["duration"])
    values = raw.with_columns(
        *(moments.alias(name) for name, moments in times.items()),
        *(count.alias(name) for name, count in counts.items()),
        seconds.alias("duration_seconds"),
    )
    works = values.select(*_finished(fields)).select(WORK_SCHEMA.names()).cast(dict(WORK_SCHEMA))
    return Reading(works, rejected, _notes(complete, raw, unread, fields))


def _finished(fields: WorkFields) -> list[pl.Expr]:
    caption = pl.concat_str("title", unlike(pl.col("text"), pl.col("title")), separator="\n", ignore_nulls=True)
    has_tags = (pl.col("tags").list.len() > 0).fill_null(False)
    untagged = pl.when(~has_tags & caption.str.contains("[#＃]")).then(caption)
    found = caption_tags(untagged, is_wrapped=fields.has_wrapped_tags)
    tags = pl.coalesce(pl.when(has_tags).then("tags"), found, pl.lit([], dtype=TAGS))
    is_masked = pl.col("creator_name").str.contains(MASKED_NAME).fill_null(False)
    is_hidden = is_masked | (pl.col("creator_id").is_null() & pl.col("creator_hash").is_not_null())
    # Douyin answers 0 plays for every work that is not one's own, so 0 says nothing there.
    plays = pl.when((pl.col("platform") != "douyin") | (pl.col("plays") != 0)).then("plays")
    return [
        pl.col(
            "row", "platform", "work_id", "url", "creator_name", "transcript", "published_at", "duration_seconds",
            "likes", "comments", "shares", "collects", "keyword", "captured_at",
        ),
        pl.coalesce("creator_id", "creator_hash").alias("creator_id"),
        is_hidden.alias("is_creator_hidden"),
        pl.coalesce("title", "text").alias("title"),
        pl.when(pl.col("title").is_not_null()).then(unlike(pl.col("text"), pl.col("title"))).alias("text"),
        tags.alias("hashtags"),
        plays.alias("plays"),
    ]  # fmt: skip


def _notes(complete: pl.DataFrame, raw: pl.DataFrame, unread: dict[str, pl.Series], fields: WorkFields) -> pl.DataFrame:
    """Name the row, column and content of each filled cell that gave no value."""
    notes = []
    for name, mask in unread.items():
        if not mask.any():
            continue
        candidates = getattr(fields, name).meta.root_names()
        said = raw[name].filter(mask)
        cells = complete.filter(mask)
        column = cells.select(
            pl.coalesce(
                *(pl.when(pl.col(c).str.strip_chars() == pl.lit(said)).then(pl.lit(c)) for c in candidates),
                pl.lit(candidates[0]),
            )
        )
        notes.append(pl.DataFrame([cells["row"], column.to_series().alias("column"), said.alias("value")]))
    return pl.concat(notes).cast(dict(NOTE_SCHEMA)).sort("row") if notes else NOTE_SCHEMA.to_frame()
