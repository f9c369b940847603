"""What people hand in by mistake: prose, source code, web pages, lists of links, our own files; one sentence each."""

from __future__ import annotations

from pathlib import Path

import pytest

from blindspot.errors import FileRefused
from blindspot.readers.client import propose, read_file
from blindspot.readers.events import Unmapped, WorksBatch
from blindspot.readers.formats import open_tables
from blindspot.readers.mapping import Mapping
from blindspot.shipped import ROOT

README = """# A tool for exports

It reads exports, labels them, and shows what is missing.

- first, open the page
- then, drop a file; or several, one after another
- look at the picture, the list, and the rows behind it

| word | meaning |
| --- | --- |
| work | a video, as published |

```python
import one, two
print(one, two, three)
```
"""
SOURCE = """import os, sys


def read(path, name):
    for a, b, c in path:
        print(a, b)
    return path, name, 1
"""
CHINESE = (
    "今天我们讨论三个问题，分别是数据，算力，模型。\n第一，数据从哪里来？\n第二,谁来付钱,怎么付。\n第三，还能用多久,谁知道\n"
    * 5
)
LINKS = "".join(f"https://www.douyin.com/video/73000000000000000{n:02}\n" for n in range(20))
RAGGED = "holds no table: its lines have ever different numbers of cells"
ONE_COLUMN = "holds no table: no comma"
PAGE = "is a web page"


@pytest.mark.parametrize(
    ("content", "sentence", "hint"),
    [
        (README, RAGGED, "Import the CSV"),
        (SOURCE, RAGGED, "Import the CSV"),
        (CHINESE, RAGGED, "Import the CSV"),
        ("# Notes\n\nOnly words here\nand no table\n", ONE_COLUMN, "Import the CSV"),
        (LINKS, ONE_COLUMN, "Links alone are no works"),
        ("url\r\n" + LINKS, ONE_COLUMN, "Links alone are no works"),
        ("作品链接\n" + LINKS.replace("https:", ""), ONE_COLUMN, "Links alone are no works"),
        ("甲,乙,丙\n", "first row with names but no rows", "Export it again"),
        ("<!DOCTYPE html>\n<html><body>1,2\n3,4</body></html>", PAGE, "save it as .xlsx"),
        ("\ufeff<div class='t'>a,b</div>\n<p>c,d</p>", PAGE, "save it as .xlsx"),
        ("<body>\n<table><tr><td>1,2</td></tr></table>", PAGE, "save it as .xlsx"),
    ],
)
def test_it_is_refused_in_a_sentence_and_not_mapped(tmp_path: Path, content: str, sentence: str, hint: str) -> None:
    path = tmp_path / "x"
    path.write_text(content, encoding="utf-8", newline="")
    with pytest.raises(FileRefused) as refusal:
        list(read_file(path, "a.md"))
    assert sentence in str(refusal.value.message) and hint in str(refusal.value.hint)
    assert "a.md" in str(refusal.value.message)


def test_asking_for_a_mapping_of_prose_gets_the_same_sentence(tmp_path: Path) -> None:
    (tmp_path / "x").write_text(README)
    with pytest.raises(FileRefused, match=RAGGED):
        propose(tmp_path / "x", "README.md")


def test_a_web_page_saved_as_utf_16(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("<html><table><tr><td>1,2</td></tr></table></html>", encoding="utf-16")
    with pytest.raises(FileRefused, match="is a web page"):
        open_tables(tmp_path / "x", "a.html")


def test_a_mapping_given_as_a_table(tmp_path: Path) -> None:
    mapping = Mapping(("作品ID", "标题"), {"work_id": "作品ID", "title": "标题"}, platform="douyin")
    (tmp_path / "x").write_text(mapping.to_toml(), encoding="utf-8")
    with pytest.raises(FileRefused, match=r"a\.mapping\.toml is a mapping of columns.*with --mapping"):
        open_tables(tmp_path / "x", "a.mapping.toml")


def test_a_codebook_given_as_a_table() -> None:
    files = sorted((ROOT / "data" / "codebooks").glob("*.toml"))
    assert files
    for path in files:
        with pytest.raises(FileRefused, match="is a codebook"):
            open_tables(path, path.name)


def test_an_unknown_but_regular_table_is_still_proposed(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("甲,乙\n" + "一段话,3\n" * 5, encoding="utf-8")
    assert [event for event in read_file(tmp_path / "x", "x") if isinstance(event, Unmapped)]


def test_a_ragged_table_with_known_names_is_still_proposed(tmp_path: Path) -> None:
    ragged = "".join(f"标题{n},2026-01-01,{n}{',多' * (n % 3)}\n" for n in range(30))
    (tmp_path / "x").write_text("标题,发布时间,点赞数\n" + ragged, encoding="utf-8")
    assert [event for event in read_file(tmp_path / "x", "x") if isinstance(event, Unmapped)]


def test_a_known_export_of_mostly_other_widths_keeps_its_good_rows(tmp_path: Path) -> None:
    good = "7300000000000000001,0,标题,1760000000,3,\n"
    (tmp_path / "x").write_text(
        "aweme_id,aweme_type,title,create_time,liked_count,source_keyword\n" + good + "7,8,9\n" * 20, encoding="utf-8"
    )
    batches = [event for event in read_file(tmp_path / "x", "x") if isinstance(event, WorksBatch)]
    assert [sum(batch.works.num_rows for batch in batches), sum(batch.rejected.num_rows for batch in batches)] == [
        1,
        20,
    ]
