"""A mapping: which column of an unknown table holds which field of a work; proposed, corrected, remembered."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import tomlkit

from blindspot.errors import FileRefused, Message
from blindspot.readers.platforms import is_platform_key, platform_keys

FIELDS = (
    "work_id", "url", "platform", "title", "text", "hashtags", "creator_name", "creator_id", "published_at", "clock",
    "duration",
    "plays", "likes", "comments", "shares", "collects", "transcript", "keyword", "captured_at",
)  # fmt: skip
UNITS = ("s", "ms", "min")
DATE_ORDERS = ("dmy", "mdy")


@dataclass(frozen=True)
class Mapping:
    """`fields` maps a field to its column in `header`; `platform` is taken where a row itself does not tell its own.

    A row tells its platform by the platform column, the link's host, or ids that only one platform has. `table` is the
    sheet or table name ("" where there is none), `duration_unit` ("s", "ms" or "min") that of bare numbers.
    `date_order` ("dmy" or "mdy") is that of dates such as 3/4/2025; None leaves it to the column.
    `is_new_platform` says that a platform which is not known was meant. `is_certain` says that an id or link, a title,
    a time, the creator and the platform were each found without doubt.
    """

    header: tuple[str, ...]
    fields: dict[str, str]
    table: str = ""
    platform: str | None = None
    duration_unit: str = "s"
    is_certain: bool = False
    doubts: tuple[Message, ...] = field(default=(), compare=False)
    date_order: str | None = None
    is_new_platform: bool = False

    def check(self) -> None:
        """Raise FileRefused with the sentence why where works cannot be read by this mapping."""
        for name in self.fields:
            if name not in FIELDS:
                raise FileRefused(
                    "The mapping names the field {field}, which works do not have.",
                    "The fields are {fields}.",
                    field=name,
                    fields=", ".join(FIELDS),
                )
        if not {"work_id", "url"} & self.fields.keys():
            raise FileRefused(
                "The table has no column with the id or the link of each work, so its works cannot be told apart "
                "or found again.",
                "Add a column with the links of the works, or export from a tool that writes ids.",
            )
        if self.platform is None and not {"url", "platform"} & self.fields.keys():
            raise FileRefused(
                "The table does not say which platform its works are on.",
                'Say it in the mapping, for example platform = "douyin".',
            )
        is_known = self.platform in (None, *platform_keys())
        if not is_known and not (self.is_new_platform and is_platform_key(self.platform or "")):
            raise FileRefused(
                "The mapping names the platform {platform}, which is not known.",
                "The platforms are {platforms}; another is a short word in lower case, with is_new_platform = true.",
                platform=self.platform,
                platforms=", ".join(platform_keys()),
            )
        if self.duration_unit not in UNITS:
            raise FileRefused(
                'The mapping gives durations in "{unit}".',
                'Write duration_unit = "s", "ms" or "min".',
                unit=self.duration_unit,
            )
        if self.date_order is not None and self.date_order not in DATE_ORDERS:
            raise FileRefused(
                'The mapping gives the order of dates as "{order}".',
                'Write date_order = "dmy" or "mdy".',
                order=self.date_order,
            )

    def require_columns(self, columns: Iterable[str]) -> None:
        """Raise FileRefused where the table at hand lacks a column that the mapping names."""
        missing = sorted(set(self.fields.values()).difference(columns))
        if missing:
            raise FileRefused(
                "The table has no column {columns}, which the mapping names.",
                "Use the column names exactly as the table's first row has them.",
                columns=", ".join(missing),
            )

    def to_dict(self) -> dict[str, Any]:
        """Return the mapping as plain values, to be stored as JSON."""
        return {
            "header": list(self.header),
            "fields": dict(self.fields),
            "table": self.table,
            "platform": self.platform,
            "duration_unit": self.duration_unit,
            "date_order": self.date_order,
            "is_new_platform": self.is_new_platform,
            "is_certain": self.is_certain,
            "doubts": [{"template": doubt.template, "values": doubt.values} for doubt in self.doubts],
        }

    @staticmethod
    def from_dict(values: dict[str, Any]) -> Mapping:
        """Return the mapping that `to_dict` gave."""
        doubts = tuple(Message(doubt["template"], **doubt["values"]) for doubt in values.get("doubts", []))
        plain = {key: value for key, value in values.items() if key not in ("header", "doubts")}
        return Mapping(header=tuple(values["header"]), doubts=doubts, **plain)

    def to_toml(self) -> str:
        """Return the file that the user corrects: fields and columns, what is in doubt, and the columns not used."""
        document = tomlkit.document()
        document.add(tomlkit.comment("Which column of the table holds which field of a work."))
        document.add(tomlkit.comment("Correct it and import again with --mapping. The fields are:"))
        document.add(tomlkit.comment(", ".join(FIELDS)))
        for doubt in self.doubts:
            document.add(_comment(f"Doubt: {doubt}"))
        document.add(tomlkit.nl())
        if self.platform is None:
            document.add(tomlkit.comment('platform = "douyin"   (only where the links do not tell it)'))
        else:
            document.add("platform", self.platform)
            if self.is_new_platform:
                document.add("is_new_platform", True)
        document.add("duration_unit", self.duration_unit)
        if self.date_order is None:
            document.add(tomlkit.comment('date_order = "dmy"   (or "mdy", where 3/4/2025 could be either)'))
        else:
            document.add("date_order", self.date_order)
        document.add("table", self.table)
        document.add("header", tomlkit.item(list(self.header)).multiline(len(self.header) > 8))
        fields = tomlkit.table()
        for name in FIELDS:
            if name in self.fields:
                fields.add(name, self.fields[name])
            else:
                fields.add(tomlkit.comment(f'{name} = ""'))
        unused = [column for column in self.header if column not in self.fields.values()]
        if unused:
            fields.add(_comment("Columns not used: " + " | ".join(unused)))
        document.add("fields", fields)
        return tomlkit.dumps(document)

    @staticmethod
    def from_toml(text: str) -> Mapping:
        """Return the mapping a user wrote, which counts as certain; raise FileRefused where it cannot be used."""
        try:
            values = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise FileRefused("The mapping is not valid TOML: {error}.", error=str(error)) from error
        fields = values.get("fields")
        if not isinstance(fields, dict) or not all(isinstance(column, str) for column in fields.values()):
            raise FileRefused(
                "The mapping has no [fields] that give a column name in quotes for each field.",
                'Write lines such as title = "标题" under [fields].',
            )
        named = {name: column for name, column in fields.items() if column}
        header = values.get("header", list(named.values()))
        mapping = Mapping(
            header=tuple(map(str, header)) if isinstance(header, list) else (),
            fields=named,
            table=str(values.get("table", "")),
            platform=str(values["platform"]) if values.get("platform") else None,
            duration_unit=str(values.get("duration_unit", "s")),
            date_order=str(values["date_order"]) if values.get("date_order") else None,
            is_certain=True,
            is_new_platform=values.get("is_new_platform") is True,
        )
        mapping.check()
        return mapping


def _comment(text: str) -> tomlkit.items.Comment:
    """Return a one-line comment; TOML allows no control characters in it, and column names may hold any."""
    return tomlkit.comment(" ".join("".join(sign if sign.isprintable() else " " for sign in text).split()))
