"""A hot list as a file: a table where it is one by its content, else Markdown; runs in the worker."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePath

from blindspot.documents.decoding import decode
from blindspot.documents.hot_list import (
    HotList,
    HotTopic,
    find_day,
    known_columns,
    make_list,
    topic_of_cells,
)
from blindspot.documents.hot_list_markdown import parse_hot_list
from blindspot.documents.limits import check_bytes
from blindspot.errors import FileRefused
from blindspot.readers.formats import Position, open_tables
from blindspot.readers.formats.signatures import find_container
from blindspot.readers.mapping.misplaced import refuse_works
from blindspot.readers.shapes import Table

WRITTEN = (".md", ".markdown", ".txt")


def read_hot_list(path: Path, name: str, position: Position) -> HotList:
    """Return the hot list in a file; raise FileRefused where there is none, or the file is damaged or too large."""
    is_text = find_container(path, name) == "text"
    if is_text and PurePath(name).suffix.lower() in WRITTEN:
        data = path.read_bytes()
        check_bytes(data, name)
        return parse_hot_list(decode(data, name), name)
    tables = [(table, known_columns(table.columns)) for table in open_tables(path, name, position)]
    found = next(((table, columns) for table, columns in tables if "title" in columns), None)
    if found is None:
        raise FileRefused(
            "{file} has no column with titles, such as 标题, 话题 or title.",
            "Name the column so, or write the list as Markdown.",
            file=name,
        )
    refuse_works(found[0].columns, name)
    stem = PurePath(name).stem
    topics = list(_topics(*found))
    days = [topic.listed_on for topic in topics if topic.listed_on]
    return make_list(topics, stem, find_day(stem) or max(days, default=None), name)


def _topics(table: Table, columns: dict[str, int]) -> Iterator[HotTopic]:
    names = {key: table.columns[place] for key, place in columns.items()}
    for batch in table.batches:
        for row in batch.iter_rows(named=True):
            yield topic_of_cells({key: row[name] for key, name in names.items()})
