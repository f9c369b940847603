"""Sums, placeholders and rows without any words are no works; ids that lost their digits come back from the links."""

import json

import polars as pl
import pytest

from blindspot.readers.mapping import MappedReader, Mapping
from blindspot.readers.shapes import Shape

FIELDS = {"work_id": "id", "url": "url", "title": "title", "published_at": "day", "creator_name": "who"}


def read(*rows):
    names = tuple(FIELDS.values())
    batch = pl.DataFrame(
        {"row": range(2, len(rows) + 2)} | {name: [row.get(name) for row in rows] for name in names},
        schema={"row": pl.Int64} | dict.fromkeys(names, pl.String),
    )
    mapping = Mapping(names, FIELDS, platform="douyin")
    return MappedReader(mapping).read(batch, Shape("csv", "", frozenset(names)))


def row(n, **cells):
    work_id = f"74000000000000010{n}"
    return {"id": work_id, "url": f"https://www.douyin.com/video/{work_id}", "title": "t", "day": "2025-01-01"} | cells


def reasons(reading):
    return [why.format(**json.loads(values)) for _, why, values in reading.rejected.rows()]


@pytest.mark.parametrize("word", ["Total", "Totals", "合计", "总计：", "Grand total", "Gesamt", "平均"])
def test_a_sum_is_no_work(word):
    assert "sum" in reasons(read(row(11), row(12, id=word)))[0]


@pytest.mark.parametrize("title", ["[Private video]", "[Deleted video]", "[私享视频]", "已失效视频"])
def test_a_placeholder_is_no_work(title):
    [reason] = reasons(read(row(11), row(12, title=title)))
    assert title in reason
    assert read(row(11), row(12, title=f"{title} explained")).works.height == 2


def test_a_row_without_words_and_time_is_no_work_among_others_that_have_them():
    assert reasons(read(row(11), row(12), row(13, title=None, day=None)))
    assert read(row(11), row(12, title=None), row(13, day=None)).works.height == 3
    assert read(row(11, title=None, day=None), row(12, title=None, day=None)).works.height == 2


@pytest.mark.parametrize("lost", ["7.4E+18", "7.40000E+18", "7400000000000001000", "7400000000000000000", "#NAME?"])
def test_an_id_that_lost_its_digits_is_taken_from_its_link(lost):
    reading = read(row(11, id=lost), row(12))
    assert reading.works["work_id"].to_list() == ["7400000000000001011", "7400000000000001012"]
    assert reading.remarks.rows() == [("id_from_link", "id / url", 1)]


def test_another_works_link_is_no_help():
    assert read(row(11, id="9.1E+18")).works.height == 0
    kept = read(row(11, id="7400000000000009999"), row(12)).works
    assert kept["work_id"].to_list() == ["7400000000000009999", "7400000000000001012"]
