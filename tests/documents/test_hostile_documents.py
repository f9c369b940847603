"""Malformed, huge and hostile documents: each is answered in a sentence, and nothing that they name is fetched."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from blindspot.documents.reading import read_document
from blindspot.errors import FileRefused
from blindspot.readers import client
from blindspot.settings import read_settings

pytestmark = pytest.mark.worker


def table(rows: int, columns: int) -> bytes:
    line = "|" + "x|" * columns
    return "\n".join(["# T", "", line, "|" + "-|" * columns, *[line] * rows, ""]).encode()


def zipped(name: str, size: int) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, b"\0" * size)
    return file.getvalue()


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "empty"),
    "blanks": (lambda: b" \n \n", "empty"),
    "a file too large": (lambda: b"x" * 20_000_001, "20 MB"),
    "a text too long": (lambda: b"word. " * 400_000, "2400000 characters"),
    "10 MB of front matter": (lambda: b"---\nnote: " + b"x" * 10_000_000 + b"\n---\n\n# T\n", "characters"),
    "1 MB of front matter": (lambda: b"---\nnote: " + b"x" * 1_000_000 + b"\n---\n\n# T\n", "64 kB"),
    "10,000 columns": (lambda: table(1, 10_000), "10000 columns"),
    "10,000 rows": (lambda: table(10_000, 2), "10001 rows"),
    "quotes 10,000 deep": (lambda: b"# T\n\n" + b">" * 10_000 + b" x\n", "50 levels"),
    "lists 200 deep": (lambda: "# T\n\n{}".format("".join("  " * n + "- x\n" for n in range(200))).encode(), "levels"),
    "tags 2,000 deep": (lambda: b"<html><body>" + b"<div>" * 2_000 + b"<p>words</p>", "without an article|levels"),
    "a Word file of 200 MB": (lambda: zipped("word/document.xml", 200_000_000), "200 MB"),
    "a broken Word file": (lambda: zipped("word/document.xml", 10), "damaged Word"),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 8, "no text in"),
    "another archive": (lambda: zipped("a.csv", 100), "no text in"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_it_is_refused_in_a_sentence(what: str) -> None:
    make, words = REFUSED[what]
    with pytest.raises(FileRefused, match=words) as refusal:
        read_document(make(), "hostile.md")
    assert "hostile.md" in str(refusal.value)
    assert refusal.value.hint.template


def test_xml_entities_in_a_word_file_are_not_unfolded() -> None:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "lol"}">' for n in range(10))
    document = (
        f'<?xml version="1.0"?><!DOCTYPE x [{entities}<!ENTITY e SYSTEM "file:///etc/passwd">]>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
        "<w:t>&a9;&e;</w:t></w:r></w:p></w:body></w:document>"
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", document)
    with pytest.raises(FileRefused):
        read_document(file.getvalue(), "x.docx")


def test_the_worker_hands_over_the_very_document(tmp_path: Path, word_file: bytes, no_network: list) -> None:
    path = tmp_path / "x"
    path.write_bytes(word_file)
    assert client.read_document(path, "x.docx") == read_document(word_file, "x.docx")


def test_a_refusal_comes_through_the_worker_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(table(1, 10_000))
    with pytest.raises(FileRefused, match="10000 columns"):
        client.read_document(path, "x.md")


@pytest.mark.parametrize("tangle", ["[", "![", "[a](", "**a", "x`", "<", ".", "“", ".!", "据"])
def test_a_tangle_of_signs_is_read_as_words(tangle: str) -> None:
    document = read_document(f"# T\n\n{tangle * 200_000}\n".encode(), "x.md")
    assert document.passages[-1].text[: len(tangle)] == tangle


def test_half_a_character_in_yaml_becomes_a_mark() -> None:
    document = read_document(b'---\ntitle: "a\\ud800b"\ntags: ["\\udc00"]\n---\n\n# T\n', "x.md")
    assert (document.title, document.tags) == ("a?b", ("?",))


def test_a_text_that_a_parser_chokes_on_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BLINDSPOT_WORKER_SECONDS", "2")
    read_settings.cache_clear()
    path = tmp_path / "x"
    tangle = "![" * 4_900 + "\n\n"
    path.write_text("# T\n\n" + tangle * 100, encoding="utf-8")
    try:
        with pytest.raises(FileRefused, match=r"x\.md"):
            client.read_document(path, "x.md")
    finally:
        read_settings.cache_clear()
