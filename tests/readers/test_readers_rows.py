"""Rules that hold for a row whatever the tool: ids, unknown counts, notes, hidden creators, captions."""

import json
from datetime import UTC, datetime

import polars as pl
import pytest

from blindspot.readers import by_name
from blindspot.readers.shapes import NOTE_SCHEMA, REJECT_SCHEMA, WORK_SCHEMA, Shape

DOUYIN = ["aweme_id", "aweme_type", "title", "desc", "create_time", "user_id", "nickname"]
DOUYIN += ["liked_count", "comment_count", "last_modify_ts"]


def read(rows, reader="mediacrawler", columns=DOUYIN):
    names = [*columns, *(name for row in rows for name in row if name not in columns)]
    names = list(dict.fromkeys(names))
    data = {"row": range(2, len(rows) + 2)} | {name: [row.get(name) for row in rows] for name in names}
    batch = pl.DataFrame(data, schema={"row": pl.Int64} | dict.fromkeys(names, pl.String))
    return by_name(reader).read(batch, Shape("csv", "", frozenset(names)))


def douyin(**cells):
    return {"aweme_id": "7400000000000000107", "title": "标题", "desc": "标题", "create_time": "1769925600"} | cells


def reasons(reading):
    return [(row, why.format(**json.loads(values))) for row, why, values in reading.rejected.rows()]


def test_a_reading_has_the_promised_columns_even_when_it_is_empty():
    for rows in ([], [douyin()]):
        reading = read(rows)
        assert reading.works.schema == WORK_SCHEMA
        assert reading.rejected.schema == REJECT_SCHEMA
        assert reading.notes.schema == NOTE_SCHEMA


@pytest.mark.parametrize("bad", [None, "", "  ", "None", "nan"])
def test_a_row_without_id_is_rejected(bad):
    reading = read([douyin(aweme_id=bad), douyin()])
    assert reading.works["row"].to_list() == [3]
    [(row, why)] = reasons(reading)
    assert row == 2
    assert "no id in aweme_id" in why


@pytest.mark.parametrize("bad", ["7.52313E+18", "7.523130791862865e+18", "7E+18"])
def test_an_id_in_powers_of_ten_is_rejected_with_the_way_out(bad):
    [(row, why)] = reasons(read([douyin(aweme_id=bad), douyin()]))
    assert row == 2
    assert bad in why
    assert "ids as text" in why


def test_rounded_ids_are_told_from_one_that_happens_to_end_in_zeros():
    rounded = [douyin(aweme_id=f"75231307918628{n:02d}000") for n in range(10, 14)]
    assert read(rounded).works.height == 0
    mixed = [douyin(aweme_id="7400000000000001000"), *(douyin(aweme_id=f"74000000000000010{n}") for n in range(11, 14))]
    assert read(mixed).works.height == 4


def test_a_note_id_of_digits_and_an_e_is_an_id():
    cells = {"note_id": "651234567890e10009001234", "last_update_time": "1", "liked_count": "1", "title": "t"}
    assert read([cells], columns=list(cells)).works["work_id"].to_list() == ["651234567890e10009001234"]


def test_unknown_counts_stay_null_and_only_the_unreadable_are_noted():
    reading = read([douyin(liked_count="None", comment_count="10+"), douyin(liked_count="-1", comment_count="0")])
    assert reading.works["likes"].to_list() == [None, None]
    assert reading.works["comments"].to_list() == [None, 0]
    assert reading.notes.rows() == [(2, "comment_count", "10+")]


def test_an_unreadable_time_keeps_the_row_and_is_noted():
    reading = read([douyin(create_time="昨天"), douyin(create_time=""), douyin(create_time="1999-01-01")])
    assert reading.works["published_at"].to_list() == [None, None, None]
    assert reading.notes.rows() == [(2, "create_time", "昨天"), (4, "create_time", "1999-01-01")]


def test_three_units_of_time_in_one_column():
    cells = ["2026-02-01 14:00:00", "1769925600", "1769925600000", "1769925600000000", "2026-02-01T06:00:00Z"]
    times = read([douyin(create_time=cell) for cell in cells]).works["published_at"].to_list()
    assert times == [datetime(2026, 2, 1, 6, tzinfo=UTC)] * 5


def test_a_note_names_the_column_that_was_used():
    weibo = ["note_id", "content", "comments_count", "shared_count", "create_time", "create_date_time"]
    rows = [{"note_id": "5100000000000002", "content": "#话题#文", "create_date_time": "gestern"}]
    assert read(rows, columns=weibo).notes.rows() == [(2, "create_date_time", "gestern")]


def test_a_hash_or_a_masked_name_hides_the_creator():
    rows = [douyin(user_id="9", nickname="样例"), douyin(creator_hash="ab12", nickname="样***例")]
    rows += [douyin(user_id="9", nickname="样***例"), douyin(user_id="9", nickname="五***个星星")]
    works = read(rows).works
    assert works["is_creator_hidden"].to_list() == [False, True, True, False]
    assert works["creator_id"].to_list() == ["9", "ab12", "9", "9"]


def test_a_text_that_repeats_the_title_is_not_kept_twice():
    works = read([douyin(), douyin(desc="更多"), douyin(title="", desc="只有正文")]).works
    assert works.select("title", "text").rows() == [("标题", None), ("标题", "更多"), ("只有正文", None)]


def test_zero_plays_on_douyin_are_unknown_and_elsewhere_zero():
    columns = ["id", "extractor_key", "webpage_url", "title", "view_count"]
    rows = [{"id": f"x{n}", "extractor_key": key, "view_count": "0"} for n, key in enumerate(("Douyin", "Youtube"))]
    assert read(rows, "ytdlp", columns).works["plays"].to_list() == [None, 0]


def test_disabled_comments_are_no_zero_comments():
    row = {"video_id": "a", "trending_date": "17.14.11", "channel_title": "c", "comment_count": "0", "likes": "4"}
    rows = [row | {"comments_disabled": "True"}, row | {"comments_disabled": "False"}]
    assert read(rows, "youtube", list(row)).works["comments"].to_list() == [None, 0]


def test_a_missing_column_is_an_unknown_field():
    works = read([{"id": "a", "extractor_key": "Youtube", "webpage_url": "u"}], "ytdlp", []).works
    assert works.select("likes", "duration_seconds", "published_at").rows() == [(None, None, None)]
