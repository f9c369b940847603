"""Where an export keeps each field of a work, and how a batch of its text cells becomes works, rejects and notes."""

from __future__ import annotations

from dataclasses import dataclass, replace

import polars as pl

from blindspot.readers.cells.bilibili_ids import one_id
from blindspot.readers.cells.columns import with_missing
from blindspot.readers.cells.counts import is_minus_one, to_counts
from blindspot.readers.cells.durations import is_no_length, to_seconds
from blindspot.readers.cells.hashtags import TAGS, caption_tags
from blindspot.readers.cells.ids import (
    are_error_cells,
    are_lost_of,
    id_in_link,
    may_be_lost,
    plain_ids,
)
from blindspot.readers.cells.mojibake import repair
from blindspot.readers.cells.texts import unlike
from blindspot.readers.cells.times import are_serials, find_habit, to_times
from blindspot.readers.cells.written_dates import THREE_NUMBERS, Habit
from blindspot.readers.rejects import refuse_rows
from blindspot.readers.remarks import Remarks
from blindspot.readers.shapes import COUNTS, NOTE_SCHEMA, WORK_SCHEMA, Reading
from blindspot.settings import read_settings

MASKED_NAME = r"^.?\*{3}.?$"
NOTHING = pl.lit(None, dtype=pl.String)
NO_TAGS = pl.lit(None, dtype=TAGS)
WORDY = ("title", "text", "transcript", "creator_name", "keyword")
UNIT_WORDS = {"ms": "milliseconds", "min": "minutes"}
ORDER_WORDS = {"dmy": "day_first", "mdy": "month_first"}


@dataclass(frozen=True, eq=False)
class WorkFields:
    """Expressions over a table's text columns, one a field; what the tool does not say stays `NOTHING`.

    `creator_hash` stands in where the tool hides the creator's id; `tags` gives lists; `not_a_work` names what a record
    is instead of a work ("playlist"); `duration_unit` ("s", "ms" or "min") is that of bare numbers; `date_order`
    ("dmy" or "mdy") that of dates of three numbers with the year last, None where the column itself says it.
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
    date_order: str | None = None
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
    complete, remarks = _mend_texts(complete, fields)
    raw = complete.select("row", *(value.alias(name) for name, value in fields.texts().items()), tags=fields.tags)
    raw = raw.with_columns(plain_ids(raw["work_id"]))
    raw, mended = _mend_ids(raw)
    remarks.note("id_from_link", _columns(complete, fields.work_id), mended)
    raw = raw.with_columns(one_id(raw.select("platform", "work_id", "url")))
    rejected, is_refused = refuse_rows(raw, fields.work_id.meta.root_names())
    if len(rejected):
        complete, raw = complete.filter(~is_refused), raw.filter(~is_refused)
    zone = read_settings().zone
    times = {}
    for name in ("published_at", "captured_at"):
        habit = find_habit(raw[name])
        habit = replace(habit, order=fields.date_order) if habit.order and fields.date_order else habit
        times[name] = to_times(raw[name], zone, habit)
        _note_habit(remarks, habit, _columns(complete, getattr(fields, name)), raw[name], times[name])
    counts = {name: to_counts(raw[name]) for name in COUNTS}
    seconds = to_seconds(raw["duration"], fields.duration_unit)
    if fields.duration_unit in UNIT_WORDS:
        bare = seconds.is_not_null() & raw["duration"].cast(pl.Float64, strict=False).is_not_null()
        remarks.note(UNIT_WORDS[fields.duration_unit], _columns(complete, fields.duration), int(bare.sum()))
    unread = {name: raw[name].is_not_null() & moments.is_null() for name, moments in times.items()}
    unread |= {name: raw[name].is_not_null() & counts[name].is_null() & ~is_minus_one(raw[name]) for name in COUNTS}
    unread["duration"] = raw["duration"].is_not_null() & seconds.is_null() & ~is_no_length(raw["duration"])
    values = raw.with_columns(
        *(moments.alias(name) for name, moments in times.items()),
        *(count.alias(name) for name, count in counts.items()),
        seconds.alias("duration_seconds"),
    )
    works = values.select(*_finished(fields)).select(WORK_SCHEMA.names()).cast(WORK_SCHEMA)
    return Reading(works, rejected, _notes(complete, raw, unread, fields), remarks.frame())


def _mend_texts(batch: pl.DataFrame, fields: WorkFields) -> tuple[pl.DataFrame, Remarks]:
    """Return the batch with its texts as they were meant where another encoding was taken for theirs."""
    remarks = Remarks()
    texts = [getattr(fields, name) for name in WORDY] + [fields.tags]
    for column in dict.fromkeys(name for text in texts for name in text.meta.root_names()):
        meant, mended = repair(batch[column])
        if mended:
            batch = batch.with_columns(meant)
            remarks.note("mended_text", [column], mended)
    return batch, remarks


def _mend_ids(raw: pl.DataFrame) -> tuple[pl.DataFrame, int]:
    """Return the rows with ids from the links where a spreadsheet took the digits of the id and the link has them."""
    ids = raw["work_id"]
    suspicious = may_be_lost(ids)
    if not suspicious.any() or raw["url"].null_count() == len(raw):
        return raw, 0
    linked = raw.select(id_in_link(pl.when(suspicious).then("url"))).to_series()
    is_lost = are_lost_of(ids, linked) | (are_error_cells(ids) & linked.is_not_null())
    return raw.with_columns(linked.zip_with(is_lost, ids).alias("work_id")), int(is_lost.sum())


def _note_habit(remarks: Remarks, habit: Habit, columns: list[str], cells: pl.Series, moments: pl.Series) -> None:
    if habit.is_serial:
        remarks.note("spreadsheet_days", columns, int((are_serials(cells) & moments.is_not_null()).sum()))
    if habit.order in ORDER_WORDS:
        is_ordered = cells.str.contains(THREE_NUMBERS) & moments.is_not_null()
        remarks.note(ORDER_WORDS[habit.order], columns, int(is_ordered.sum()))


def _columns(batch: pl.DataFrame, expression: pl.Expr) -> list[str]:
    """Return the columns of the file that an expression reads, the filled ones."""
    return [name for name in expression.meta.root_names() if batch[name].null_count() < batch.height]


def _finished(fields: WorkFields) -> list[pl.Expr]:
    caption = pl.concat_str("title", unlike(pl.col("text"), pl.col("title")), separator="\n", ignore_nulls=True)
    has_tags = (pl.col("tags").list.len() > 0).fill_null(False)
    untagged = pl.when(~has_tags & caption.str.contains("[#＃]")).then(caption)
    found = caption_tags(untagged, is_wrapped=fields.has_wrapped_tags)
    tags = pl.coalesce(pl.when(has_tags).then("tags"), found, pl.lit([], dtype=TAGS))
    has_no_ids = pl.col("creator_id").is_null().all() & pl.col("creator_hash").is_null().all()
    is_masked = pl.col("creator_name").str.contains(MASKED_NAME).fill_null(False)
    by_name = "name:" + pl.when(~is_masked & has_no_ids).then("creator_name")
    is_hidden = is_masked | (pl.col("creator_id").is_null() & pl.col("creator_hash").is_not_null())
    # Douyin answers 0 plays for every work that is not one's own, so 0 says nothing there.
    plays = pl.when((pl.col("platform") != "douyin") | (pl.col("plays") != 0)).then("plays")
    return [
        pl.col(
            "row", "platform", "work_id", "url", "creator_name", "transcript", "published_at", "duration_seconds",
            "likes", "comments", "shares", "collects", "keyword", "captured_at",
        ),
        # a table without ids knows its creators by name alone
        pl.coalesce("creator_id", "creator_hash", by_name).alias("creator_id"),
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
    return pl.concat(notes).cast(NOTE_SCHEMA).sort("row") if notes else NOTE_SCHEMA.to_frame()
