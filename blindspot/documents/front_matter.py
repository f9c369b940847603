"""The YAML head of a Markdown article: scalars and lists of scalars, nothing that a parser could choke on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

import yaml

from blindspot.errors import FileRefused

MOST_BYTES = 64_000
FIELDS = {
    "title": ("title", "标题"),
    "published_on": (
        "date",
        "published",
        "published_at",
        "published_on",
        "publishdate",
        "pubdate",
        "日期",
        "发布日期",
        "发布时间",
    ),
    "author": ("author", "authors", "作者"),
    "publisher": ("publisher", "site", "sitename", "媒体", "来源"),
    "url": ("source_url", "url", "link", "source", "canonical", "canonical_url", "原文链接", "链接"),
    "category": ("category", "categories", "分类", "栏目"),
    "summary": ("summary", "description", "excerpt", "abstract", "摘要"),
    "tags": ("tags", "keywords", "标签", "关键词"),
}
"""Our fields, each with the keys under which tools write it."""
Values = dict[str, str | tuple[str, ...]]


def read_front_matter(raw: str, name: str) -> Values | None:
    """Return the values by their lower-case keys, None where it is text between two rules; raise FileRefused."""
    if len(raw.encode()) > MOST_BYTES:
        raise FileRefused(
            "The front matter of {file} has {kilobytes} kB; {most} kB are the most.",
            "Keep title, date, author and address there, and the text below it.",
            file=name,
            kilobytes=len(raw.encode()) // 1000,
            most=MOST_BYTES // 1000,
        )
    try:
        _check_events(raw, name)
        values = yaml.safe_load(raw)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise FileRefused(
            "The front matter of {file} is no YAML: line {line} cannot be read.",
            "Put a value with a colon or a hash in it in quotes.",
            file=name,
            line=mark.line + 2 if mark else 1,
        ) from error
    except (ValueError, RecursionError) as error:
        raise _too_complex(name, 1) from error
    if not isinstance(values, Mapping):
        return None
    return {_text(key).strip().casefold(): _plain(value) for key, value in values.items() if value is not None}


def pick_field(values: Mapping[str, object], field: str) -> str | tuple[str, ...] | None:
    """Return the value of one of our FIELDS under whichever key it stands, None where it is missing or blank."""
    found = next((values[key] for key in FIELDS[field] if values.get(key)), None)
    return found if isinstance(found, tuple) or found is None else str(found)


def _check_events(raw: str, name: str) -> None:
    """Refuse anchors and aliases, which a bomb is made of, tags, and maps within maps."""
    maps = 0
    for event in yaml.parse(raw, Loader=yaml.SafeLoader):
        maps += isinstance(event, yaml.MappingStartEvent) - isinstance(event, yaml.MappingEndEvent)
        is_odd = getattr(event, "anchor", None) or isinstance(event, yaml.AliasEvent) or getattr(event, "tag", None)
        if is_odd or maps > 1:
            raise _too_complex(name, event.start_mark.line + 2)


def _too_complex(name: str, line: int) -> FileRefused:
    return FileRefused(
        "The front matter of {file} is more than names with values or lists: line {line}.",
        "Keep one value, or one list of words, under each name.",
        file=name,
        line=line,
    )


def _plain(value: object) -> str | tuple[str, ...]:
    if isinstance(value, list):
        return tuple(_text(item) for item in value if item is not None)
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else _text(value)


def _text(value: object) -> str:
    # an escape in YAML can be half of a character, which no text may hold
    return str(value).encode("utf-8", "replace").decode()
