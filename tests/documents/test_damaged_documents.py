"""Randomly damaged documents of every form: each is read or refused in a sentence, and can always be handed over."""

from __future__ import annotations

import json
import random
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import hostile_documents as hostile
import pytest
from campaigns import few_or_many
from damage import mutate
from places import ROOT

from blindspot.documents.hot_list import AS_JSON
from blindspot.documents.passing import as_json
from blindspot.documents.reading import read_document
from blindspot.errors import FileRefused
from blindspot.library.interest_tables import read_interest
from blindspot.readers.formats import Position, open_tables
from blindspot.readers.frames import FrameWriter
from blindspot.readers.hot_lists import read_hot_list
from blindspot.readers.reading import send_works

SAMPLE = ROOT / "data" / "sample"
BAIT = "https://bait.example"


def told_of_document(path: Path) -> object:
    return as_json(read_document(path.read_bytes(), path.name))


def told_of_hot_list(path: Path) -> object:
    return AS_JSON.dump_python(read_hot_list(path, path.name, Position()), mode="json")


def told_of_comments(path: Path) -> object:
    send_works(open_tables(path, path.name), path.name, "comments", None, FrameWriter(BytesIO()))
    return None


def told_of_interest(path: Path) -> object:
    batches = [batch for table in open_tables(path, path.name) for batch in table.batches]
    return [read_interest(batch, path.name)["term"].to_list() for batch in batches]


SEEDS: dict[str, tuple[Callable[[], bytes], Callable[[Path], object]]] = {
    "x.md": (lambda: hostile.article(BAIT), told_of_document),
    "report.md": ((SAMPLE / "second_report.md").read_bytes, told_of_document),
    "front.md": ((SAMPLE / "article_with_front_matter.md").read_bytes, told_of_document),
    "x.html": (lambda: hostile.web_page(BAIT), told_of_document),
    "x.docx": (lambda: hostile.word_file(BAIT), told_of_document),
    "x.pdf": (lambda: hostile.pdf(BAIT), told_of_document),
    "hot.md": ((SAMPLE / "hot_topics.md").read_bytes, told_of_hot_list),
    "hot.csv": ((SAMPLE / "hot_topics.csv").read_bytes, told_of_hot_list),
    "comments.csv": ((SAMPLE / "comments.csv").read_bytes, told_of_comments),
    "interest.csv": ((SAMPLE / "interest.csv").read_bytes, told_of_interest),
}


@pytest.mark.parametrize("mutants", few_or_many(40, 3_000))
@pytest.mark.parametrize("name", SEEDS)
def test_a_damaged_document_is_read_or_refused(name: str, mutants: int, tmp_path: Path) -> None:
    make, tell = SEEDS[name]
    content, path, chance, read = make(), tmp_path / name, random.Random(name), 0
    path.write_bytes(content)
    tell(path)
    for _ in range(mutants):
        path.write_bytes(mutate(content, chance))
        try:
            # what cannot be UTF-8 no database takes
            json.dumps(tell(path), ensure_ascii=False).encode()
            read += 1
        except FileRefused as refusal:
            assert str(refusal.hint)
    assert read


@pytest.mark.parametrize("mutants", few_or_many(40, 3_000))
def test_a_word_file_with_damaged_words_inside_is_read_or_refused(mutants: int) -> None:
    chance, seed = random.Random("inside"), hostile.word_file(BAIT)
    with zipfile.ZipFile(BytesIO(seed)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for _ in range(mutants):
        damaged = {name: mutate(part, chance) if name.startswith("word/") else part for name, part in parts.items()}
        try:
            json.dumps(as_json(read_document(hostile.packed(damaged), "x.docx")), ensure_ascii=False).encode()
        except FileRefused as refusal:
            assert str(refusal.hint)
