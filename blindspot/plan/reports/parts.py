"""What a report alone says (its claims and plans have tables of their own), as rows of small tables and back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import fields
from typing import TYPE_CHECKING, Any, TypeVar

from blindspot.documents.report.model import (
    BlindSpot,
    Citation,
    Counterpoint,
    Example,
    Facet,
    Field,
    Point,
    Relation,
    Report,
    Section,
    SourceRating,
)

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Row = dict[str, Any]
Thing = TypeVar("Thing", bound="DataclassInstance")

ITEMS = {
    "fields": Field,
    "counterpoints": Counterpoint,
    "blind_spots": BlindSpot,
    "ratings": SourceRating,
    "findings": Point,
    "relations": Relation,
}
"""What stands in a section, by the name of its table and of the section's attribute."""

DETAILS = {
    "counterpoints": ("citations", "counterpoint_uses", "counterpoint", Citation),
    "blind_spots": ("examples", "examples", "blind_spot", Example),
    "relations": ("facets", "facets", "relation", Facet),
}
"""What stands in an item: the item's attribute, the table, the column with the item's position, and the type."""

PARTS = ("sections", *ITEMS, *(table for _, table, _, _ in DETAILS.values()))
"""The tables `library.report_…` that hold nothing but words of a report."""


def split_parts(report: Report) -> dict[str, list[Row]]:
    """Return the rows of each table of PARTS, without the report's id and without those of cited sources."""
    rows: dict[str, list[Row]] = {part: [] for part in PARTS}
    for number, section in enumerate(report.sections, 1):
        labels = [list(pair) for pair in section.labels]
        rows["sections"].append({"section": number, "labels": labels, **own_values(section)})
        for part in ITEMS:
            for position, item in enumerate(getattr(section, part), 1):
                rows[part].append({"section": number, "position": position, **own_values(item)})
                if part in DETAILS:
                    attribute, table, parent, _ = DETAILS[part]
                    for place, detail in enumerate(getattr(item, attribute), 1):
                        where = {"section": number, parent: position, "position": place}
                        rows[table].append(where | own_values(detail))
    return rows


def join_parts(
    rows: Mapping[str, list[Row]], others: Mapping[int, Mapping[str, tuple[Any, ...]]]
) -> tuple[Section, ...]:
    """Return the sections that these rows were split from; `others` has the claims and plans of each section."""
    details: dict[tuple[Any, ...], list[Any]] = defaultdict(list)
    for part, (_, table, parent, kind) in DETAILS.items():
        for row in rows[table]:
            details[part, row["section"], row[parent]].append(make(kind, row))
    items: dict[tuple[Any, ...], list[Any]] = defaultdict(list)
    for part, kind in ITEMS.items():
        for row in rows[part]:
            inner = {DETAILS[part][0]: tuple(details[part, row["section"], row["position"]])} if part in DETAILS else {}
            items[part, row["section"]].append(make(kind, row, **inner))
    return tuple(
        make(
            Section,
            row,
            labels=tuple((what, words) for what, words in row["labels"]),
            **{part: tuple(items[part, row["section"]]) for part in ITEMS},
            **others.get(row["section"], {}),
        )
        for row in rows["sections"]
    )


def own_values(thing: DataclassInstance) -> Row:
    """Return the values of a part of a report that are no parts themselves, by name."""
    values = {field.name: getattr(thing, field.name) for field in fields(thing)}
    return {name: value for name, value in values.items() if not isinstance(value, tuple)}


def make(kind: type[Thing], row: Row, **inner: object) -> Thing:
    """Return the part whose values a row holds under the names of its fields, with the parts in it."""
    names = {field.name for field in fields(kind)} - set(inner)
    return kind(**{name: row[name] for name in names & set(row)}, **inner)
