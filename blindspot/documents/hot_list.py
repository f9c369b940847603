"""Hot lists: what people talk about on a day, whatever form the list has; what its columns are called."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from pydantic import TypeAdapter

from blindspot.documents.links import public_url
from blindspot.errors import FileRefused

MOST_TOPICS = 5_000
LONGEST_TITLE = 300
LONGEST_NOTE = 1_000
DAY = re.compile(r"(?<!\d)(20\d\d)\s*[-/.年]?\s*(\d{1,2})\s*[-/.月]?\s*(\d{1,2})(?!\d)")
COLUMNS = {
    "title": ("标题", "话题", "热搜", "热点", "热搜词", "关键词", "词条", "名称", "title", "topic", "keyword", "name"),
    "rank": ("排名", "名次", "序号", "排行", "rank", "no", "no.", "#"),
    "heat": ("热度", "热度值", "指数", "heat", "hot", "hotness", "score", "views"),
    "url": ("链接", "网址", "地址", "url", "link"),
    "listed_on": ("日期", "时间", "上榜日期", "上榜时间", "date", "day", "time"),
    "note": ("备注", "说明", "描述", "简介", "摘要", "来源", "note", "description", "summary", "source"),
}


@dataclass(frozen=True)
class HotTopic:
    """One entry of a hot list; `heat` is the list's own figure as written, since no two lists count alike."""

    title: str
    rank: int | None = None
    heat: str | None = None
    url: str | None = None
    note: str = ""
    listed_on: date | None = None


@dataclass(frozen=True)
class HotList:
    """A hot list: what it is called, its day (None: it does not say), its topics in order, each title once."""

    origin: str
    listed_on: date | None
    topics: tuple[HotTopic, ...]


AS_JSON = TypeAdapter(HotList)
"""How a hot list goes from the process that reads it to the app: checked again on arrival."""


def make_list(topics: Iterable[HotTopic], origin: str, listed_on: date | None, name: str) -> HotList:
    """Return topics as a list with each title once; raise FileRefused for none and for more than anybody looks at."""
    kept: dict[str, HotTopic] = {}
    for topic in topics:
        title = " ".join(topic.title.split())[:LONGEST_TITLE]
        if re.search(r"\w", title):
            kept.setdefault(title.casefold(), replace(topic, title=title, note=topic.note[:LONGEST_NOTE]))
        if len(kept) > MOST_TOPICS:
            raise FileRefused(
                "{file} lists more than {most} topics.",
                "Import the part of it that you need.",
                file=name,
                most=MOST_TOPICS,
            )
    if not kept:
        raise FileRefused(
            "{file} lists no topics: it has no list, no table with titles and no numbered headings.",
            "Write one topic a line, each with a number or “-” before it.",
            file=name,
        )
    return HotList(" ".join(origin.split())[:LONGEST_TITLE], listed_on, tuple(kept.values()))


def topic_of_cells(cells: dict[str, str | None]) -> HotTopic:
    """Return the topic in a table's row; `cells` by the keys of COLUMNS."""
    words = {key: (value or "").strip() for key, value in cells.items()}
    rank = re.match(r"\d{1,6}", words.get("rank", ""))
    return HotTopic(
        words.get("title", ""),
        int(rank[0]) if rank else None,
        words.get("heat") or None,
        public_url(words.get("url")),
        words.get("note", ""),
        find_day(words.get("listed_on", "")),
    )


def known_columns(header: Iterable[str]) -> dict[str, int]:
    """Return which column holds what: the place of the first that is called so, by the keys of COLUMNS."""
    names = [name.strip().strip("*").casefold() for name in header]
    return {
        key: next(place for place, name in enumerate(names) if name in called)
        for key, called in COLUMNS.items()
        if any(name in called for name in names)
    }


def find_day(text: str) -> date | None:
    """Return the first day that a text names as year, month and day."""
    for found in DAY.finditer(text):
        try:
            return date(*(int(part) for part in found.groups()))
        except ValueError:
            continue
    return None
