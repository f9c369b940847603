"""Proposes a mapping for a table that no reader knows: by its columns' names, checked against the first rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import polars as pl

from blindspot.errors import Message
from blindspot.readers.cells.columns import filled, share_of
from blindspot.readers.mapping.aliases import rank_of
from blindspot.readers.mapping.checks import fits, holds_comments, leads_to_works
from blindspot.readers.mapping.guesses import guess_by_values
from blindspot.readers.mapping.mappings import FIELDS, Mapping
from blindspot.readers.mapping.moments import (
    date_order,
    find_clock,
    has_days_alone,
    is_capture_time,
    is_clock,
    unsure_example,
)
from blindspot.readers.mapping.names import grade_of
from blindspot.readers.mapping.table_reader import work_fields
from blindspot.readers.mapping.units import duration_unit
from blindspot.readers.shapes import Shape

TELLS = 0.8
"""Of the rows with an id so many must tell their platform; the others are refused one by one."""
CREATORS_TOLD = 0.5


def propose_mapping(shape: Shape, columns: Sequence[str], preview: pl.DataFrame) -> Mapping:
    """Return the best mapping for a table, with what is in doubt.

    `preview` holds the table's first rows as text, one column a column of the table. The mapping is certain only where
    an id or link, a title, a time and who published it came without doubt, and the rows tell their platform.
    """
    proposal = _Proposal(shape, columns, preview)
    proposal.take_by_names()
    proposal.judge_times()
    proposal.take_by_values()
    proposal.settle_dates()
    return proposal.result()


class _Proposal:
    """A mapping in the making: fields, doubts, and which fields are in doubt."""

    def __init__(self, shape: Shape, columns: Sequence[str], preview: pl.DataFrame) -> None:
        self.shape, self.columns, self.preview = shape, columns, preview
        self.fields: dict[str, str] = {}
        self.doubts: list[Message] = []
        self.doubted: set[str] = set()
        self.not_published: set[str] = set()
        self.order: str | None = None

    def take_by_names(self) -> None:
        """Take for each field the column whose name says it best and whose cells fit."""
        for field in FIELDS:
            self._take(field)

    def judge_times(self) -> None:
        """Give up a publishing time that is the time of collecting; take the next that is none."""
        while "published_at" in self.fields:
            column = self.fields["published_at"]
            if grade_of("published_at", column) == 0:
                # "发布时间" says it whatever the ids hold; "timestamp" may be any time
                return
            is_capture = is_capture_time(self.preview[column], self._works())
            if is_capture is False:
                return
            if is_capture is None:
                self.doubted.add("published_at")
                self.doubts.append(
                    Message("All times in {column} lie in the same minutes, as times of collecting do.", column=column)
                )
                return
            self.not_published.add(column)
            del self.fields["published_at"]
            self.doubted.discard("published_at")
            self.fields.setdefault("captured_at", column)
            self._take("published_at")

    def take_by_values(self) -> None:
        """Take a link, a time, a title, a creator or a text that no name gave away but the cells of one column do."""
        free = [column for column in self.columns if column not in {*self.fields.values(), *self.not_published}]
        for field, column in guess_by_values(self.fields, free, self.preview):
            self.fields[field] = column
            self.doubted.add(field)
            self.doubts.append(
                Message("{field} was taken from column {column} by its values alone.", field=field, column=column)
            )

    def settle_dates(self) -> None:
        """Join a clock that stands apart to its day, and ask where days and months could be the other way round."""
        if "published_at" not in self.fields:
            return
        column = self.fields["published_at"]
        free = [other for other in self.columns if other not in self.fields.values()]
        if has_days_alone(self.preview[column]) and (clock := find_clock(free, self.preview)):
            self.fields["clock"] = clock
        self.order = date_order(self.preview[column])
        if example := unsure_example(self.preview[column]):
            self.order = None
            self.doubted.add("published_at")
            self.doubts.append(
                Message(
                    "The dates in {column} may have the day or the month first, such as {example}.",
                    column=column, example=example,
                )
            )  # fmt: skip

    def result(self) -> Mapping:
        """Return the mapping with its unit and platform, and whether it is certain."""
        platforms, tells = self._platforms()
        if not tells:
            self.doubts.append(Message("The rows do not tell which platform each work is on."))
        unit = "s"
        if column := self.fields.get("duration"):
            unit = duration_unit(column, self.preview[column], self.columns, platforms)
        are_comments = self._are_comments()
        if are_comments:
            self.doubts.append(Message("The table looks like one of comments, not of works."))
        tells_creators = self._tells_creators()
        self.doubts.extend(_lacks(self.fields, tells_creators))
        has_key = ("work_id" in self.fields and "work_id" not in self.doubted) or (
            "work_id" not in self.fields and "url" in self.fields and "url" not in self.doubted
        )
        has_rest = all(field in self.fields and field not in self.doubted for field in ("title", "published_at"))
        is_placed = "url" not in self.doubted and (
            len(platforms) == 1 or bool({"url", "platform"} & self.fields.keys())
        )
        is_known = tells_creators and not {"creator_name", "creator_id"} & self.doubted
        return replace(
            self._mapping(),
            platform=platforms[0] if len(platforms) == 1 else None,
            duration_unit=unit,
            date_order=self.order,
            is_certain=has_key and has_rest and tells and is_placed and is_known and not are_comments,
            doubts=tuple(self.doubts),
        )

    def _take(self, field: str) -> None:
        found = self._candidates(field)
        if not found:
            return
        self.fields[field] = found[0]
        if len(found) > 1 and not _same_values(self.preview, found):
            if field not in ("creator_name", "creator_id"):
                self.doubted.add(field)
            self.doubts.append(
                Message(
                    "{field} could be any of the columns {columns}; {chosen} was taken.",
                    field=field, columns=", ".join(found), chosen=found[0],
                )
            )  # fmt: skip

    def _candidates(self, field: str) -> list[str]:
        """Return the columns of the best rank whose cells fit the field."""
        taken = {*self.fields.values(), *(self.not_published if field == "published_at" else ())}
        ranked: dict[int, list[str]] = {}
        for column in self.columns:
            rank = rank_of(field, column)
            if rank is not None and column not in taken:
                ranked.setdefault(rank, []).append(column)
        for rank in sorted(ranked):
            fitting = [column for column in ranked[rank] if fits(field, self.preview[column])]
            if field == "url":
                leading = [column for column in fitting if leads_to_works(self.preview[column])]
                fitting = leading or fitting
            if field == "published_at":
                fitting = [column for column in fitting if not is_clock(self.preview[column])]
            if fitting:
                return fitting
        return []

    def _mapping(self) -> Mapping:
        return Mapping(tuple(self.columns), self.fields, self.shape.table)

    def _works(self) -> pl.DataFrame:
        read = work_fields(self._mapping())
        return self.preview.select(read.work_id.alias("work_id"), read.platform.alias("platform"))

    def _platforms(self) -> tuple[list[str], bool]:
        """Return the platforms that the rows tell, and whether so many of those with an id tell one."""
        works = self._works()
        if len(works) != len(self.preview):
            return [], False
        known = works.filter(pl.col("work_id").is_not_null())["platform"]
        told = known.drop_nulls()
        return told.unique().sort().to_list(), len(known) > 0 and len(told) >= TELLS * len(known)

    def _are_comments(self) -> bool:
        works = self._works()["work_id"]
        title = self.preview[self.fields["title"]] if "title" in self.fields else pl.Series([], dtype=pl.String)
        if len(works) != len(title):
            works, title = works.clear(), title.clear()
        return holds_comments(self.columns, works, title)

    def _tells_creators(self) -> bool:
        if self.preview.is_empty():
            return True
        columns = [self.fields[field] for field in ("creator_id", "creator_name") if field in self.fields]
        if columns:
            return any(share_of(filled(self.preview[column]).is_not_null()) >= CREATORS_TOLD for column in columns)
        told = self.preview.select(work_fields(self._mapping()).creator_id.alias("creator"))["creator"]
        return len(told) == len(self.preview) and share_of(told.is_not_null()) >= TELLS


def _same_values(preview: pl.DataFrame, columns: list[str]) -> bool:
    return all(preview[columns[0]].eq_missing(preview[other]).all() for other in columns[1:])


def _lacks(fields: dict[str, str], tells_creators: bool) -> list[Message]:
    lacks = []
    if not {"work_id", "url"} & fields.keys():
        lacks.append(Message("No column holds the id or the link of each work."))
    if "title" not in fields:
        lacks.append(Message("No column holds the title."))
    if "published_at" not in fields:
        lacks.append(Message("No column holds the publishing time."))
    if not tells_creators:
        lacks.append(Message("No column tells the creator who published each work."))
    return lacks
