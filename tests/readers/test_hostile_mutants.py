"""Randomly damaged files of every format: each is read or refused in a sentence, and nothing else is ever raised."""

from __future__ import annotations

import csv
import io
import json
import random
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from campaigns import few_or_many
from damage import mutate
from openpyxl import Workbook

from blindspot.errors import FileRefused
from blindspot.readers import archive
from blindspot.readers.formats import open_tables

ROWS = [
    ["id", "标题", "likes"],
    *[[str(7_300_000_000_000_000_000 + n), f'标题,"{n}"\n第二行', str(n)] for n in range(40)],
]


def csv_text() -> str:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(ROWS)
    return text.getvalue()


def records() -> list[dict]:
    return [{"id": int(work_id), "stats": {"likes": {"n": [1]}}, "title": title} for work_id, title, _ in ROWS[1:]]


def workbook() -> bytes:
    book, content = Workbook(), io.BytesIO()
    for row in ROWS:
        book.active.append(row)
    book.save(content)
    return content.getvalue()


def database() -> bytes:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("create table works (id, title, likes)")
        connection.executemany("insert into works values (?, ?, ?)", ROWS * 5)
        connection.commit()
        return connection.serialize()


def packed() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr("一.csv", csv_text())
        target.writestr("two.csv", csv_text())
    return content.getvalue()


SEEDS: dict[str, Callable[[], bytes]] = {
    "utf-8": lambda: csv_text().encode(),
    "utf-16": lambda: csv_text().encode("utf-16"),
    "gb18030": lambda: csv_text().encode("gb18030"),
    "json": lambda: json.dumps({"data": {"list": records()}}, ensure_ascii=False).encode(),
    "jsonl": lambda: "\n".join(json.dumps(record) for record in records()).encode(),
    "xlsx": workbook,
    "sqlite": database,
    "zip": packed,
}


def read(path: Path, format: str, target: Path) -> None:
    if format == "zip":
        for member in archive.members(path, "x"):
            archive.extract(path, member, target, "x")
        return
    for table in open_tables(path, "x"):
        for batch in table.batches:
            assert batch.columns == ["row", *table.columns]
        assert table.rejects().height == len(table.rejected)


@pytest.mark.parametrize("mutants", few_or_many(40, 3_000))
@pytest.mark.parametrize("format", SEEDS)
def test_a_damaged_file_is_read_or_refused(format: str, mutants: int, tmp_path: Path) -> None:
    chance, content = random.Random(format), SEEDS[format]()
    path = tmp_path / "x"
    path.write_bytes(content)
    read(path, format, tmp_path / "part")
    refused = 0
    for _ in range(mutants):
        path.write_bytes(mutate(content, chance))
        try:
            read(path, format, tmp_path / "part")
        except FileRefused as refusal:
            refused += 1
            assert str(refusal.hint)
    assert 0 < refused < mutants
