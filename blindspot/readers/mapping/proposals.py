"""Proposes a mapping for a table that no reader knows: by its columns' names, checked against a preview of rows."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from blindspot.errors import Message
from blindspot.readers.cells.columns import filled
from blindspot.readers.cells.ids import id_in_link, platform_of_link
from blindspot.readers.mapping.aliases import comment_columns, fold, rank_of
from blindspot.readers.mapping.checks import fits, in_milliseconds
from blindspot.readers.mapping.mappings import FIELDS, Mapping
from blindspot.readers.mapping.table_reader import work_fields
from blindspot.readers.shapes import Shape


def propose_mapping(shape: Shape, columns: Sequence[str], preview: pl.DataFrame) -> Mapping:
    """Return the best mapping for a table, with what is in doubt.

    `preview` holds the table's first rows as text, one column a column of the table. The mapping is certain only where
    an id or link, a title and a time came from exactly one best column each, and every row tells its platform.
    """
    fields: dict[str, str] = {}
    doubts: list[Message] = []
    doubted: set[str] = set()
    for field in FIELDS:
        found = _candidates(field, columns, preview, set(fields.values()))
        if not found:
            continue
        fields[field] = found[0]
        if len(found) > 1 and not _same_values(preview, found):
            doubted.add(field)
            doubts.append(
                Message(
                    "{field} could be any of the columns {columns}; {chosen} was taken.",
                    field=field, columns=", ".join(found), chosen=found[0],
                )
            )  # fmt: skip
    for field, column in _guess_by_values(fields, columns, preview):
        fields[field] = column
        doubted.add(field)
        doubts.append(
            Message("{field} was taken from column {column} by its values alone.", field=field, column=column)
        )
    unit = "ms" if "duration" in fields and in_milliseconds(preview[fields["duration"]]) else "s"
    if unit == "ms":
        doubts.append(Message("Column {column} was taken as milliseconds.", column=fields["duration"]))
    holds_comments = any(fold(column) in comment_columns() for column in columns)
    if holds_comments:
        doubts.append(Message("The table looks like one of comments, not of works."))
    proposal = Mapping(tuple(columns), fields, shape.table, duration_unit=unit)
    platforms, tells_all = _platforms(proposal, preview)
    if not tells_all:
        doubts.append(Message("The rows do not tell which platform each work is on."))
    doubts.extend(_lacks(fields))
    has_key = ("work_id" in fields and "work_id" not in doubted) or (
        "work_id" not in fields and "url" in fields and "url" not in doubted
    )
    is_placed = "url" not in doubted and (len(platforms) == 1 or bool({"url", "platform"} & fields.keys()))
    has_rest = all(field in fields and field not in doubted for field in ("title", "published_at"))
    return Mapping(
        header=tuple(columns),
        fields=fields,
        table=shape.table,
        platform=platforms[0] if len(platforms) == 1 else None,
        duration_unit=unit,
        is_certain=has_key and has_rest and tells_all and is_placed and not holds_comments,
        doubts=tuple(doubts),
    )


def _candidates(field: str, columns: Sequence[str], preview: pl.DataFrame, taken: set[str]) -> list[str]:
    """Return the columns of the best rank whose values fit the field."""
    ranked: dict[int, list[str]] = {}
    for column in columns:
        rank = rank_of(field, column)
        if rank is not None and column not in taken:
            ranked.setdefault(rank, []).append(column)
    for rank in sorted(ranked):
        fitting = [column for column in ranked[rank] if fits(field, preview[column])]
        if field == "url":
            leading = [column for column in fitting if _leads_to_works(preview[column])]
            fitting = leading or fitting
        if fitting:
            return fitting
    return []


def _guess_by_values(fields: dict[str, str], columns: Sequence[str], preview: pl.DataFrame) -> list[tuple[str, str]]:
    """Return a link or time that no name gave away but the values of exactly one free column do."""
    free = [column for column in columns if column not in fields.values()]
    guesses = []
    if not {"work_id", "url"} & fields.keys():
        links = [column for column in free if fits("url", preview[column]) and _leads_to_works(preview[column])]
        guesses += [("url", links[0])] if len(links) == 1 else []
    if "published_at" not in fields:
        times = [column for column in free if fits("published_at", preview[column])]
        guesses += [("published_at", times[0])] if len(times) == 1 else []
    if "title" not in fields:
        open_columns = [column for column in free if column not in dict(guesses).values()]
        lengths = {column: preview[column].str.len_chars().mean() or 0.0 for column in open_columns}
        wordy = [column for column in open_columns if lengths[column] >= 10 and _is_wording(preview[column])]
        guesses += [("title", max(wordy, key=lengths.__getitem__))] if wordy else []
    return guesses


def _is_wording(column: pl.Series) -> bool:
    return fits("title", column) and not fits("published_at", column)


def _leads_to_works(column: pl.Series) -> bool:
    cells = filled(column).drop_nulls().to_frame("link")
    if cells.is_empty():
        return False
    leads = cells.select(platform_of_link(pl.col("link")).is_not_null() & id_in_link(pl.col("link")).is_not_null())
    return leads.to_series().mean() >= 0.9


def _platforms(mapping: Mapping, preview: pl.DataFrame) -> tuple[list[str], bool]:
    """Return the platforms that the rows tell, and whether every row tells one."""
    told = preview.select(work_fields(mapping).platform.alias("platform"))["platform"]
    if len(told) != len(preview):
        return [], False
    return told.drop_nulls().unique().sort().to_list(), len(told) > 0 and told.null_count() == 0


def _same_values(preview: pl.DataFrame, columns: list[str]) -> bool:
    return all(preview[columns[0]].eq_missing(preview[other]).all() for other in columns[1:])


def _lacks(fields: dict[str, str]) -> list[Message]:
    lacks = []
    if not {"work_id", "url"} & fields.keys():
        lacks.append(Message("No column holds the id or the link of each work."))
    if "title" not in fields:
        lacks.append(Message("No column holds the title."))
    if "published_at" not in fields:
        lacks.append(Message("No column holds the publishing time."))
    return lacks
