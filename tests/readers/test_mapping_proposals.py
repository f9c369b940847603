"""What a proposal sees in the cells: who published, when it was collected, comments, milliseconds, days and clocks."""

import polars as pl
import pytest

from blindspot.readers.mapping import MappedReader, propose_mapping
from blindspot.readers.mapping.left_out import left_out_by
from blindspot.readers.shapes import Shape

IDS = [str(7_400_000_000_000_000_000 + n * 10**14 + 17) for n in range(6)]
TABLE = {
    "video_id": IDS,
    "video_url": [f"https://www.douyin.com/video/{work_id}" for work_id in IDS],
    "title": [f"样例标题{n}" for n in "甲乙丙丁戊己"],
    "published_at": [f"2025-02-0{n} 10:0{n}:00" for n in range(1, 7)],
    "author": ["甲", "乙", "甲", "丙", "乙", "甲"],
}


def propose(table):
    frame = pl.DataFrame(table, schema=dict.fromkeys(table, pl.String))
    return propose_mapping(Shape("csv", "", frozenset(table)), tuple(table), frame)


def read(table):
    batch = pl.DataFrame(table, schema=dict.fromkeys(table, pl.String)).with_row_index("row", 2)
    batch = batch.with_columns(pl.col("row").cast(pl.Int64))
    return MappedReader(propose(table)).read(batch, Shape("csv", "", frozenset(table)))


def without(*columns):
    return {name: cells for name, cells in TABLE.items() if name not in columns}


def doubts(table):
    return " ".join(map(str, propose(table).doubts))


@pytest.mark.parametrize("column", ["profile_username", "Channel-Name", "用户昵称", "ownerFullName", "投稿者"])
def test_creators_are_found_under_any_name(column):
    table = without("author") | {column: TABLE["author"]}
    assert propose(table).is_certain
    assert read(table).works["creator_id"].n_unique() == 3


def test_a_table_that_tells_no_creator_is_asked_about():
    assert not propose(without("author")).is_certain
    assert "creator" in doubts(without("author"))


def test_names_that_come_back_are_proposed_as_creators_but_asked_about():
    mapping = propose(without("author") | {"x1": TABLE["author"]})
    assert (mapping.fields["creator_name"], mapping.is_certain) == ("x1", False)


def test_links_that_hold_their_creator_are_enough():
    links = [f"https://www.tiktok.com/@demo{n % 2}/video/{work_id}" for n, work_id in enumerate(IDS)]
    table = without("author") | {"video_url": links}
    assert propose(table).is_certain
    assert set(read(table).works["creator_id"]) == {"demo0", "demo1"}


def test_the_time_of_collecting_is_no_publishing_time():
    collected = {"timestamp": [f"2026-02-01 10:00:0{n}" for n in range(6)]}
    assert propose(TABLE | collected).fields["published_at"] == "published_at"
    mapping = propose(without("published_at") | collected)
    assert ("published_at" not in mapping.fields, mapping.fields["captured_at"]) == (True, "timestamp")
    assert "publishing time" in " ".join(map(str, mapping.doubts))
    same_day = without("published_at") | {"published_at": ["2025-08-01"] * 6}
    assert propose(same_day).is_certain
    plainly = without("published_at") | {"发布时间": collected["timestamp"]}
    assert propose(plainly).fields["published_at"] == "发布时间" and propose(plainly).is_certain


@pytest.mark.parametrize(
    ("column", "cells", "seconds"),
    [
        ("duration_ms", "9500", 9.5), ("时长(毫秒)", "9500", 9.5), ("video_length_seconds", "95", 95.0),
        ("时长(分钟)", "2", 120.0), ("duration", "9500", 9.5), ("duration", "95", 95.0), ("duration", "0:09", 9.0),
    ],
)  # fmt: skip
def test_the_unit_of_lengths(column, cells, seconds):
    works = read(TABLE | {column: [cells] * 6}).works
    assert set(works["duration_seconds"]) == {seconds}


def test_a_clock_that_stands_apart_is_joined_to_its_day():
    table = without("published_at") | {"发布日期": [f"2025/3/{n}" for n in range(1, 7)], "发布时间": ["21:15"] * 6}
    moments = read(table).works["published_at"].dt.convert_time_zone("Asia/Shanghai")
    assert moments[0].strftime("%Y-%m-%d %H:%M") == "2025-03-01 21:15"


def test_dates_in_an_order_that_nothing_settles_are_asked_about():
    table = without("published_at") | {"发布时间": [f"0{n}/04/2025" for n in range(1, 7)]}
    assert not propose(table).is_certain
    assert "the day or the month first" in doubts(table)
    assert propose(table | {"发布时间": ["13/04/2025", *table["发布时间"][1:]]}).date_order == "dmy"


def test_many_words_under_each_work_are_comments():
    table = {"url": TABLE["video_url"][:2] * 3, "text": TABLE["title"], "date": TABLE["published_at"]}
    assert "comments" in doubts(table | {"user": TABLE["author"]})


def test_one_row_of_an_error_does_not_make_a_table_uncertain():
    table = {name: [*cells, None] for name, cells in TABLE.items()} | {"error": [None] * 6 + ["not found"]}
    assert propose(table).is_certain
    assert read(table).rejected.height == 1


def test_music_in_the_record_is_never_the_work():
    music = {"music.title": ["original sound"] * 6, "music.authorName": ["x", "y", "x", "y", "x", "y"]}
    mapping = propose(music | without("title", "author") | {"desc": TABLE["title"], "author.nickname": TABLE["author"]})
    assert (mapping.fields["title"], mapping.fields["creator_name"]) == ("desc", "author.nickname")


LONG = [f"这一段是画面里的说明文字，一共有很多字，第{n}条" for n in "甲乙丙丁戊己"]


def left_out(table):
    frame = pl.DataFrame(table, schema=dict.fromkeys(table, pl.String))
    return left_out_by(MappedReader(propose(table)).fields(Shape("csv", "", frozenset(table))), tuple(table), frame)


def test_long_text_is_read_where_its_name_says_so_and_told_where_not():
    assert propose(TABLE | {"旁白稿": LONG}).fields["transcript"] == "旁白稿"
    assert left_out(TABLE | {"备注栏": LONG}) == {"备注栏": "text"}


def test_counts_and_times_that_are_not_understood_are_told_and_what_is_understood_is_not():
    others = {
        "gifts": ["1", "20", "300", "4", "5", "6"], "paid on": TABLE["published_at"], "author_followers": ["9"] * 6,
        "cover_url": TABLE["video_url"], "kind": ["a", "b"] * 3, "no": ["1", "2", "3", "4", "5", "6"],
    }  # fmt: skip
    assert left_out(TABLE | others) == {"gifts": "counts", "paid on": "times"}
