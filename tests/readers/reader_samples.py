"""The invented exports of data/sample, and what reading one gives, as plain values.

`python tests/readers/reader_samples.py` writes the golden files that are missing; look through each before keeping it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import polars as pl

from blindspot.readers import kind_of
from blindspot.readers.formats import open_tables
from blindspot.readers.mapping import MappedReader, propose_mapping
from blindspot.readers.shapes import Reading, Table

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "data" / "sample"
FOLDERS = ("mediacrawler", "tiktok_web", "ytdlp", "youtube", "bilibili", "table")


def sample_files() -> list[Path]:
    """Return every export in the readers' sample folders."""
    files = (file for folder in FOLDERS for file in sorted((SAMPLES / folder).iterdir()))
    return [file for file in files if not file.name.endswith(".golden.json")]


def golden_file(sample: Path) -> Path:
    """Return the path of the sample's golden output, which lies beside it."""
    return sample.with_name(sample.name + ".golden.json")


def read_sample(sample: Path) -> list[dict]:
    """Return what each table of a file gives, by its reader or, where none knows it, by the mapping proposed."""
    return [_read_table(table) for table in open_tables(sample, sample.name)]


def whole(table: Table) -> pl.DataFrame:
    """Return all batches of a table as one frame."""
    return pl.concat(list(table.batches))


def _read_table(table: Table) -> dict:
    known, batch = kind_of(table.shape), whole(table)
    result: dict = {"table": table.shape.table, "rows": batch.height}
    if known:
        reader, result["kind"] = known
        result["reader"] = reader.name
        return result | _plain(reader.read(batch, table.shape)) if result["kind"] == "works" else result
    mapping = propose_mapping(table.shape, table.columns, batch)
    result |= {"reader": "table", "fields": mapping.fields, "platform": mapping.platform}
    result |= {"is_certain": mapping.is_certain, "doubts": [str(doubt) for doubt in mapping.doubts]}
    return result | _plain(MappedReader(mapping).read(batch, table.shape)) if mapping.is_certain else result


def _plain(reading: Reading) -> dict:
    rejected = [
        {"row": row, "reason": reason.format(**json.loads(values))} for row, reason, values in reading.rejected.rows()
    ]
    works = [dict(_tell(work)) for work in reading.works.iter_rows(named=True)]
    return {"works": works, "rejected": rejected, "notes": [list(note) for note in reading.notes.rows()]}


def _tell(work: dict) -> Iterator[tuple[str, object]]:
    for name, value in work.items():
        yield name, value.isoformat() if isinstance(value, datetime) else value


if __name__ == "__main__":
    for file in sample_files():
        if not golden_file(file).exists():
            text = json.dumps(read_sample(file), ensure_ascii=False, indent=1)
            golden_file(file).write_text(text + "\n", encoding="utf-8")
            print(golden_file(file))
