"""`source` as scripts use it: what became of each document, in stable keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from command_line import Run, answer
from documents.report_texts import CHINESE

from blindspot.readers.own_files import files_are_ours

ARTICLE = """---
title: 素材从哪里来
date: 2026-01-20
source_url: https://lark-notes.example/a/1
---

# 素材从哪里来

据远山研究所发布的报告指出，云雀 3 的训练素材只有 15% 合格。
"""
CODEBOOK = '[topic]\nname = "云雀"\nterms = ["别的词"]\n'


@pytest.fixture(autouse=True)
def in_this_process() -> Iterator[None]:
    """Read without a worker for each file; that one reads the same is tested beside the worker."""
    with files_are_ours():
        yield


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_articles_come_in_and_are_listed(blindspot: Run, tmp_path: Path) -> None:
    article, book = write(tmp_path, "a.md", ARTICLE), write(tmp_path, "book.toml", CODEBOOK)
    blindspot("codebook", "load", book)
    told = answer(blindspot("source", "import", article, "--topic", "云雀", "--json"))
    assert told == {
        "sources": [
            {
                "id": "1",
                "file": str(article),
                "title": "素材从哪里来",
                "kind": "unknown",
                "origin": "https://lark-notes.example/a/1",
                "published_on": "2026-01-20",
                "topics": ["云雀"],
                "claims": 1,
                "references": 1,
                "tables": 0,
                "language": "zh",
                "is_repeated": False,
            }
        ],
        "refused": [],
    }
    listed = answer(blindspot("source", "list", "--json"))["sources"]
    assert [(one["id"], one["kind"], one["candidates"]) for one in listed if one["urls"]] == [("1", "unknown", 1)]
    assert {"id", "name", "kind", "origin", "urls", "published_on", "claims", "grades"} <= set(listed[0])
    assert "素材从哪里来" in blindspot("source", "list").stdout


def test_a_refused_document_is_told_and_the_others_come_in(blindspot: Run, tmp_path: Path) -> None:
    article, empty = write(tmp_path, "a.md", ARTICLE), write(tmp_path, "empty.md", "")
    result = blindspot("source", "import", empty, tmp_path / "none.md", article, "--json", status=1)
    told = answer(result)
    assert [one["file"] for one in told["refused"]] == [str(empty), str(tmp_path / "none.md")]
    assert told["refused"][0]["reason"] == f"{empty} is empty. Save the document again."
    assert [one["title"] for one in told["sources"]] == ["素材从哪里来"]
    assert "(known, nothing changed)" in blindspot("source", "import", article).stdout
    assert "empty.md is empty" in blindspot("source", "import", empty, status=1).stderr


def test_a_report_goes_the_way_of_reports(blindspot: Run, tmp_path: Path) -> None:
    told = answer(blindspot("source", "import", write(tmp_path, "r.md", CHINESE), "--json"))
    [one] = told["sources"]
    assert one["kind"] == "own_report"
    assert one["claims"] > 0
    assert one["topics"]
    assert answer(blindspot("source", "import", tmp_path / "r.md", "--json"))["sources"][0]["is_repeated"]


def test_an_unknown_topic_is_said_before_anything_is_stored(blindspot: Run, tmp_path: Path) -> None:
    result = blindspot("source", "import", write(tmp_path, "a.md", ARTICLE), "--topic", "没有", status=1)
    assert "There is no topic" in result.stderr
    assert answer(blindspot("source", "list", "--json"))["sources"] == []
