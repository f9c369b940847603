"""Writes invented MediaCrawler exports of Douyin, of both generations, and loads small codebooks over them."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from blindspot.library.codebooks import load_codebook
from blindspot.library.import_files import import_paths
from blindspot.library.import_result import Imported
from blindspot.store import Store

FIRST_ID = 7_400_000_000_000_000_000
CAPTURED = "2026-02-11T12:00:00+08:00"


def moment(text: str) -> int:
    """Return seconds since 1970 of an ISO time; one without a zone is Shanghai's."""
    time = datetime.fromisoformat(text)
    return int((time if time.tzinfo else datetime.fromisoformat(f"{text}+08:00")).timestamp())


def row(
    number: int,
    title: str = "样例作品",
    *,
    day: str | None = "2026-02-03",
    at: str | None = CAPTURED,
    creator: str = "c1",
    hidden: bool = False,
    name: str | None = None,
    likes: int | str | None = 10,
    comments: int | str | None = 2,
    shares: int | str | None = None,
    keyword: str = "",
) -> dict[str, Any]:
    """Return one work as MediaCrawler writes it; `creator` is a user id, with `hidden` the hash of one ("" = none)."""
    return {
        "aweme_id": str(FIRST_ID + number),
        "aweme_type": "0",
        "title": title,
        "desc": title,
        "create_time": "" if day is None else moment(f"{day}T12:00:00"),
        "user_id": "" if hidden else creator,
        "creator_hash": creator if hidden else "",
        "nickname": name if name is not None else (f"{creator[:1]}***" if hidden else f"创作者{creator}"),
        "liked_count": "None" if likes is None else likes,
        "comment_count": "None" if comments is None else comments,
        "share_count": "None" if shares is None else shares,
        "last_modify_ts": "" if at is None else moment(at) * 1000,
        "aweme_url": f"https://www.douyin.com/video/{FIRST_ID + number}",
        "source_keyword": keyword,
    }


def write_csv(path: Path, rows: Iterable[dict[str, Any]]) -> Path:
    """Write rows as MediaCrawler's CSV (UTF-8 with BOM)."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(row(0)))
        writer.writeheader()
        writer.writerows(rows)
    return path


def write_jsonl(path: Path, rows: Iterable[dict[str, Any]]) -> Path:
    """Write rows as MediaCrawler's JSON lines."""
    path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in rows), encoding="utf-8")
    return path


def bring(store: Store, path: Path, rows: Iterable[dict[str, Any]]) -> Imported:
    """Write rows to a new file and import it; the file must come in."""
    result = import_paths(store, [write_jsonl(path, rows) if path.suffix == ".jsonl" else write_csv(path, rows)])
    assert not result.refused, [str(refused.reason) for refused in result.refused]
    return result.imports[0]


def codebook(
    name: str = "样例话题", terms: Sequence[str] = ("样例",), angles: dict[str, Any] | None = None, **days: str
) -> str:
    """Return a codebook as TOML; `angles` has terms by key (or a pair of terms and exclusions), `days` from_ and to."""
    lines = ["[topic]", f"name = {json.dumps(name, ensure_ascii=False)}", f"terms = {_list(terms)}"]
    lines += [f"{key.rstrip('_')} = {day}" for key, day in days.items()]
    for key, words in (angles if angles is not None else {"demo": ["演示"], "risk": ["风险"]}).items():
        found, exclude = words if isinstance(words, tuple) else (words, [])
        lines += ["[[angle]]", f'key = "{key}"', f'name = {{ zh = "{key}", en = "{key}" }}']
        lines += [f"terms = {_list(found)}", f"exclude = {_list(exclude)}"]
    return "\n".join(lines) + "\n"


def load(store: Store, **kwargs: Any) -> int:
    """Load such a codebook and return its topic's id."""
    return load_codebook(store, "Ann", codebook(**kwargs)).topic_id


def utc(text: str) -> datetime:
    """Return an ISO time in UTC."""
    return datetime.fromtimestamp(moment(text), UTC)


def _list(words: Sequence[str]) -> str:
    return json.dumps(list(words), ensure_ascii=False)
