"""Files of our own are read in this process, and say the same as through a worker."""

from __future__ import annotations

from pathlib import Path

import pytest
from places import ROOT

from blindspot.errors import FileRefused
from blindspot.readers import client
from blindspot.readers.own_files import files_are_ours

SAMPLE = ROOT / "data" / "sample"


def test_a_document_says_the_same_as_through_a_worker() -> None:
    file = SAMPLE / "article_plain.txt"
    with files_are_ours():
        here = client.read_document(file, file.name)
    assert here == client.read_document(file, file.name)


def test_a_refusal_is_told_in_the_same_words(tmp_path: Path) -> None:
    file = tmp_path / "bad.md"
    file.write_text("---\na: [\n---\n\n正文", encoding="utf-8")
    with pytest.raises(FileRefused) as here, files_are_ours():
        client.read_document(file, file.name)
    with pytest.raises(FileRefused) as there:
        client.read_document(file, file.name)
    assert str(here.value) == str(there.value)
