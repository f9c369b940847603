"""Who published a saved page, who wrote it and on which day, as its markup and the line below its title say it.

Extractors of main text drop that line and know no 公众号; a moment in UTC may be the next day where the page is read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from html import unescape
from zoneinfo import ZoneInfo

from lxml.html import HtmlElement

from blindspot.documents.byline import find_byline, read_day
from blindspot.documents.content import Block

CHINA = ZoneInfo("Asia/Shanghai")
"""The zone in which Chinese pages tell their days, wherever they are read."""

ACCOUNT_PAGE = "//*[@id='js_article' or @id='js_content' or @id='activity-detail']"
IN_SCRIPT = {
    "publisher": re.compile(
        r"""\bnick_?name\s*[=:]\s*(?:window\.)?(?:htmlDecode\()?\s*(?P<quote>["'])(?P<value>.+?)(?P=quote)"""
    ),
    "published_on": re.compile(r"""\bpublish_time\s*[=:]\s*["'](?P<value>\d{4}-\d{1,2}-\d{1,2})"""),
    "moment": re.compile(r"""\b(?:ct|create_time|ori_create_time)\s*[=:]\s*["']?(?P<value>\d{10})\b"""),
}
LABELS = re.compile(
    r"(?:来源|出处|作者|记者|撰文|撰稿|发布时间|发布日期|发表时间|source|author|publisher)\s*[:：]|\bby\s",
    re.IGNORECASE,
)
ROWS = "//body//*[self::p or self::div or self::span or self::section or self::li or self::td or self::h2 or self::h6]"
MOST_ROWS = 3_000
LONGEST = 120
MOMENTS = (
    "//meta[@property='article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//*[@itemprop='datePublished']/@datetime",
    "//meta[translate(@name, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')='pubdate' or "
    "translate(@name, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')='publishdate']/@content",
)
HAN = re.compile(r"[\u4e00-\u9fff]")


def read_identity(tree: HtmlElement) -> dict[str, str]:
    """Return title, publisher, author and published_on (ISO) of a page, as far as it says them itself."""
    said = _account_page(tree) if tree.xpath(ACCOUNT_PAGE) else {}
    for field, value in _byline(tree).items():
        said.setdefault(field, value)
    if "published_on" not in said and (day := _day_of_metadata(tree)):
        said["published_on"] = day
    return said


def _account_page(tree: HtmlElement) -> dict[str, str]:
    """Return what an article of a 公众号 says: its account is the publisher, and its time is China's."""
    scripts = "\n".join(tree.xpath("//script/text()"))
    written = {field: found["value"] for field, form in IN_SCRIPT.items() if (found := form.search(scripts))}
    said = {
        "title": _text(tree, "//*[@id='activity-name']"),
        "publisher": _text(tree, "//*[@id='js_name']") or _unescaped(written.get("publisher", "")),
        "author": _text(tree, "//*[@id='js_author_name']")
        or next(iter(tree.xpath("//meta[@name='author']/@content")), "").strip()
        or _text(tree, "//*[contains(@class, 'rich_media_meta_text')][not(@id='publish_time')]"),
        "published_on": read_day(_text(tree, "//*[@id='publish_time']")) or read_day(written.get("published_on")),
    }
    if not said["published_on"] and "moment" in written:
        said["published_on"] = datetime.fromtimestamp(int(written["moment"]), CHINA).date().isoformat()
    return {field: value for field, value in said.items() if value}


def _byline(tree: HtmlElement) -> dict[str, str]:
    """Return what the short lines of a page label as source, author and day, those after its title first."""
    rows = list(_short_rows(tree))
    after = next((place for place, (row, _) in enumerate(rows) if row.xpath("boolean(preceding::h1)")), 0)
    said: dict[str, str] = {}
    for _, text in [*rows[after:], *rows[:after]]:
        for field, value in find_byline([Block("paragraph", text)]).items():
            said.setdefault(field, value)
    said.pop("url", None)
    return said


def _short_rows(tree: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    for row in tree.xpath(ROWS)[:MOST_ROWS]:
        # two blanks keep apart what stands in elements of its own
        text = "  ".join(filter(None, (" ".join(part.split()) for part in row.itertext())))
        if len(text) <= LONGEST and LABELS.search(text):
            yield row, text


def _day_of_metadata(tree: HtmlElement) -> str | None:
    moments = [moment for path in MOMENTS for moment in tree.xpath(path)] + list(_linked_data(tree))
    is_chinese = bool(HAN.search(" ".join(tree.xpath("//title/text() | //h1//text()"))))
    return next(filter(None, (_day(moment, is_chinese) for moment in moments)), None)


def _linked_data(tree: HtmlElement) -> Iterator[str]:
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            data = json.loads(script)
        except (ValueError, RecursionError):
            continue
        for thing in data if isinstance(data, list) else [data]:
            if isinstance(thing, dict) and isinstance(thing.get("datePublished"), str):
                yield thing["datePublished"]


def _day(moment: str, is_chinese: bool) -> str | None:
    """Return the day of a written moment; one in UTC on a Chinese page is China's day, any other the day as written."""
    try:
        read = datetime.fromisoformat(moment.strip())
    except ValueError:
        return read_day(moment)
    in_utc = read.utcoffset() == timedelta(0)
    return (read.astimezone(CHINA) if in_utc and is_chinese else read).date().isoformat()


def _text(tree: HtmlElement, path: str) -> str:
    found = tree.xpath(path)
    return " ".join(found[0].text_content().split()) if found else ""


def _unescaped(value: str) -> str:
    return unescape(re.sub(r"\\x([0-9a-fA-F]{2})", lambda code: chr(int(code[1], 16)), value)).strip()
