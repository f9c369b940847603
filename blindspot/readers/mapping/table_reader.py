"""Reads any table by a mapping; the same for CSV, workbooks, SQLite tables and JSON records.

A time without a zone is read in the settings' zone. DouK-Downloader and XHS-Downloader write that of the machine they
ran on and do not say which, so an export made in another zone needs BLINDSPOT_TIMEZONE set to it.
"""

from __future__ import annotations

from typing import Any

import polars as pl

from blindspot.readers.cells.columns import first, wording
from blindspot.readers.cells.hashtags import listed_tags
from blindspot.readers.cells.ids import creator_in_link, id_in_link, platform_of_id, platform_of_link
from blindspot.readers.fields import NO_TAGS, NOTHING, WorkFields, read_works
from blindspot.readers.mapping.mappings import Mapping
from blindspot.readers.platforms import platform_names
from blindspot.readers.shapes import COUNTS, CommentReading, Reading, Shape

MIDNIGHT = r"[T\s]+0?0:00(?::00(?:\.0+)?)?$"
TEXTS = ("creator_name", "title", "text", "transcript")
CELLS = ("captured_at", "duration", "keyword", *COUNTS)


class MappedReader:
    """The reader called "table": one mapping at work. A mapping by which no works can be read raises FileRefused."""

    name = "table"
    tool = "any table"

    def __init__(self, mapping: Mapping) -> None:
        mapping.check()
        self.mapping = mapping
        self._fields = work_fields(mapping)

    def kind(self, shape: Shape) -> str | None:
        """Return "works" where the table has every column that the mapping names."""
        return "works" if shape.columns.issuperset(self.mapping.fields.values()) else None

    def read(self, batch: pl.DataFrame, shape: Shape) -> Reading:
        """Turn one batch into works; FileRefused where the table lacks a column that the mapping names."""
        self.mapping.require_columns(shape.columns)
        return read_works(batch, self._fields)

    def fields(self, shape: Shape) -> WorkFields:
        """Return the mapping as expressions over the table's columns."""
        return self._fields

    def read_comments(self, batch: pl.DataFrame, shape: Shape) -> CommentReading | None:
        """Return None: a mapping is one of works."""
        return None


def work_fields(mapping: Mapping) -> WorkFields:
    """Return the mapping as expressions over the table's columns."""
    columns = mapping.fields
    link = first(columns["url"]) if "url" in columns else NOTHING
    link = pl.when(link.str.starts_with("//")).then("https:" + link).otherwise(link)
    said_id = first(columns["work_id"]) if "work_id" in columns else NOTHING
    said_platform = first(columns["platform"]) if "platform" in columns else NOTHING
    said: dict[str, Any] = {"title": NOTHING}
    said |= {name: wording(columns[name]) for name in TEXTS if name in columns}
    said |= {name: first(columns[name]) for name in CELLS if name in columns}
    return WorkFields(
        platform=pl.coalesce(
            said_platform.str.to_lowercase().replace_strict(platform_names(), default=None),
            platform_of_link(pl.when(said_platform.str.contains(r"\.")).then("https://" + said_platform)),
            platform_of_link(link),
            platform_of_id(said_id),
            pl.lit(mapping.platform, dtype=pl.String),
        ),
        work_id=pl.coalesce(said_id, id_in_link(pl.when(said_id.is_null()).then(link))),
        url=link,
        creator_id=_creator_id(columns, link),
        tags=listed_tags(first(columns["hashtags"])) if "hashtags" in columns else NO_TAGS,
        duration_unit=mapping.duration_unit,
        date_order=mapping.date_order,
        published_at=_published_at(columns),
        **said,
    )


def _creator_id(columns: dict[str, str], link: pl.Expr) -> pl.Expr:
    """Return the creator's id: that of its column; where no column tells a creator, the one in the works' links."""
    if "creator_id" in columns:
        return first(columns["creator_id"])
    return NOTHING if "creator_name" in columns else creator_in_link(link)


def _published_at(columns: dict[str, str]) -> pl.Expr:
    """Return the publishing time, a day and its clock joined where they stand in two columns."""
    if "published_at" not in columns:
        return NOTHING
    day = first(columns["published_at"])
    if "clock" not in columns:
        return day
    clock = first(columns["clock"])
    joined = day.str.replace(MIDNIGHT, "") + " " + clock.str.replace_all("：", ":")
    return pl.coalesce(joined, day)
