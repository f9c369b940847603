"""A capture that changes one field only, whichever it is, is an update; one that changes none is not."""

from __future__ import annotations

import csv
from pathlib import Path

from blindspot.library.import_files import import_paths
from blindspot.readers.mapping import Mapping
from blindspot.store import Store

FIRST, THEN, LAST = (f"2026-02-{day} 12:00:00" for day in (11, 18, 25))
WORK = {
    "work_id": "7400000000000000000", "title": "样例作品", "text": "样例文案", "hashtags": "样例", "transcript": "他说",
    "published_at": "2026-02-03 12:00:00", "captured_at": FIRST,
    "plays": "900", "likes": "100", "comments": "20", "shares": "30", "collects": "40",
}  # fmt: skip
CHANGED = {
    "title": "别的标题", "text": "别的文案", "hashtags": "别的", "transcript": "她说",
    "plays": "901", "likes": "101", "comments": "21", "shares": "31", "collects": "41",
}  # fmt: skip
MAPPING = Mapping(tuple(WORK), {name: name for name in WORK}, platform="douyin", is_certain=True).to_dict()
ALL = len(CHANGED)

Rows = list[dict[str, str]]


def same(at: str) -> Rows:
    """Return a work for each field, captured at this time."""
    return [WORK | {"work_id": str(int(WORK["work_id"]) + number), "captured_at": at} for number in range(ALL)]


def changed(at: str) -> Rows:
    """Return the same works, each with another field changed."""
    return [row | {name: value} for row, (name, value) in zip(same(at), CHANGED.items(), strict=True)]


def bring(store: Store, path: Path, rows: Rows) -> tuple[int, int, int]:
    """Import rows; return how many works were added, updated and unchanged."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(WORK))
        writer.writeheader()
        writer.writerows(rows)
    [one] = import_paths(store, [path], mapping=MAPPING).imports
    return one.works_added, one.works_updated, one.works_unchanged


def test_in_a_later_export(memory_store: Store, tmp_path: Path) -> None:
    bring(memory_store, tmp_path / "a.csv", same(FIRST))
    assert bring(memory_store, tmp_path / "b.csv", same(THEN)) == (0, 0, ALL)
    assert bring(memory_store, tmp_path / "c.csv", changed(LAST)) == (0, ALL, 0)


def test_in_another_export_of_the_same_moment(memory_store: Store, tmp_path: Path) -> None:
    bring(memory_store, tmp_path / "a.csv", same(FIRST))
    assert bring(memory_store, tmp_path / "b.csv", changed(FIRST)) == (0, ALL, 0)


def test_within_a_file(memory_store: Store, tmp_path: Path) -> None:
    rows = same(FIRST) + changed(THEN) + changed(LAST)
    assert bring(memory_store, tmp_path / "a.csv", rows) == (ALL, ALL, ALL)


def test_within_a_file_whose_captures_are_known(memory_store: Store, tmp_path: Path) -> None:
    bring(memory_store, tmp_path / "a.csv", same(FIRST) + same(THEN))
    assert bring(memory_store, tmp_path / "b.csv", same(FIRST) + changed(THEN)) == (0, ALL, ALL)
