"""Files and sources of one name are told apart wherever they are listed."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest

from blindspot.explore.sources import Source
from blindspot.library.file_names import names_apart as files_apart
from blindspot.ui.library.source_names import names_apart
from blindspot.ui.texts import translator

DESK = SimpleNamespace(t=translator("en"))


def test_files_of_one_name_carry_their_size_and_keep_their_suffix() -> None:
    files = [("contents.csv", 12_345), ("other.csv", 3), ("contents.csv", 900), ("contents.csv", 900)]
    assert files_apart(files) == [
        "contents (12.3 KB).csv", "other.csv", "contents (900 B, 1).csv", "contents (900 B, 2).csv",
    ]  # fmt: skip


def source(number: int, **facts: object) -> Source:
    values = {"kind": "vendor", "origin": str(number), "reports_on": None, "publisher": None, "author": None,
              "published_on": None, "has_text": True, "urls": (), "claims": 0, "candidates": 0, "uses": 0}  # fmt: skip
    return Source(number, "周报", **{**values, **facts})


@pytest.mark.parametrize(
    ("facts", "names"),
    [
        (
            [{"published_on": date(2026, 1, 2)}, {"published_on": date(2026, 1, 9)}],
            ["周报 (2 Jan 2026)", "周报 (9 Jan 2026)"],
        ),
        ([{"publisher": "甲"}, {"publisher": "乙"}], ["周报 (甲)", "周报 (乙)"]),
        (
            [{"urls": ("https://a.example/x",)}, {"urls": ("https://b.example/x",)}],
            ["周报 (a.example)", "周报 (b.example)"],
        ),
        ([{"publisher": "甲"}, {}], ["周报 (1)", "周报 (2)"]),
        ([{}], ["周报"]),
    ],
)
def test_sources_of_one_name_carry_what_differs(facts: list[dict], names: list[str]) -> None:
    assert names_apart(DESK, [source(number, **each) for number, each in enumerate(facts)]) == names
