"""The real exports beside the repository, read by the readers and, for comparison, by the plainest means.

They are not part of the project (real people's words, mostly without a licence), so without them the tests skip.
"""

import csv
import json
import random
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import openpyxl
import polars as pl
import pytest
from reader_samples import whole

from blindspot.readers import kind_of
from blindspot.readers.formats import open_tables
from blindspot.readers.mapping import propose_mapping

REAL = Path(__file__).resolve().parents[2].parent / "shared" / "real"
MISSING = f"the real exports are not beside this checkout ({REAL})"
needs_real_exports = pytest.mark.skipif(not REAL.is_dir(), reason=MISSING)
BEIJING = timedelta(hours=8)


def tables_of(name):
    file = REAL / name
    if not file.exists():
        pytest.skip(f"{file} is missing")
    return open_tables(file, file.name)


def read(name):
    """Return (kind, reader name, whole batch, reading or None) of every filled table."""
    results = {}
    for table in tables_of(name):
        batch, known = whole(table), kind_of(table.shape)
        if batch.is_empty():
            continue
        if known and known[1] == "works":
            results[table.shape.table] = (known[0].name, known[0].read(batch, table.shape))
        else:
            results[table.shape.table] = (known[1] if known else None, batch)
    return results


def the_works(name, reader):
    [(found, reading)] = [result for result in read(name).values() if not isinstance(result[1], pl.DataFrame)]
    assert found == reader
    return reading


def proposal(name):
    [table] = tables_of(name)
    batch = whole(table)
    return propose_mapping(table.shape, table.columns, batch.head(200)), table, batch


def raw_csv(name, delimiter=","):
    csv.field_size_limit(1 << 30)
    with (REAL / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


def raw_json(name):
    text = (REAL / name).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()] if name.endswith("jsonl") else json.loads(text)


def raw_workbook(name):
    header, *rows = openpyxl.load_workbook(REAL / name).active.iter_rows(values_only=True)
    return [dict(zip(header, row, strict=True)) for row in rows]


def raw_table(name, table):
    with closing(sqlite3.connect(f"file:{REAL / name}?mode=ro&immutable=1", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute(f"select * from {table}")]


def number(cell):
    """Read a count the plain way: digits or 1.2万; anything else is unknown."""
    text = str(cell).strip()
    if text.endswith("万"):
        return round(float(text[:-1]) * 10_000)
    try:
        return int(float(text))
    except ValueError:
        return None


def from_unix(value):
    return datetime.fromtimestamp(float(value), UTC)


def spot(works, raw, key, seed=7):
    """Pair forty random raw rows with the works of the same id."""
    by_id = {work["work_id"]: work for work in works.iter_rows(named=True)}
    for row in random.Random(seed).sample(raw, min(40, len(raw))):
        yield row, by_id[str(row[key])]
