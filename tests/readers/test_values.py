"""Cells become values: for counts, times, durations and hashtags, what is written is what is read, or null."""

import html
import json
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from blindspot.readers.cells.columns import BLANKS, filled
from blindspot.readers.cells.counts import to_counts
from blindspot.readers.cells.durations import to_seconds
from blindspot.readers.cells.hashtags import caption_tags, listed_tags, named_tags, parted_tags
from blindspot.readers.cells.ids import id_in_link, platform_of_link
from blindspot.readers.cells.texts import without_html
from blindspot.readers.cells.times import to_times

SHANGHAI = ZoneInfo("Asia/Shanghai")
MOMENTS = st.datetimes(datetime(2005, 1, 2), datetime(2026, 1, 1)).map(lambda moment: moment.replace(microsecond=0))
WORDS = st.text(st.sampled_from("abcXYZ汉字视频教程ñé"), min_size=1, max_size=8)


def cells(*values):
    return filled(pl.Series("cell", values, dtype=pl.String))


def evaluated(expression, *values):
    return pl.DataFrame({"cell": pl.Series(values, dtype=pl.String)}).select(expression).to_series().to_list()


def counts(*values):
    return to_counts(cells(*values)).to_list()


def times(*values, zone=SHANGHAI):
    return to_times(cells(*values), zone).to_list()


def seconds(*values, unit="s"):
    return to_seconds(cells(*values), unit).to_list()


@given(st.lists(st.integers(0, 2**53)))
def test_counts_written_out_are_read_exactly(numbers):
    assert counts(*map(str, numbers)) == numbers
    assert counts(*(f"{number:,}" for number in numbers)) == numbers


@given(st.lists(st.tuples(st.integers(0, 99_999), st.sampled_from(["万", "w", "W", "萬"]))))
def test_ten_thousands_with_one_decimal(parts):
    written = [f"{tenths // 10}.{tenths % 10}{unit}" for tenths, unit in parts]
    assert counts(*written) == [tenths * 1000 for tenths, _ in parts]


@pytest.mark.parametrize(
    ("written", "count"),
    [
        ("14.8万", 148_000), ("511万", 5_110_000), ("1.1亿", 110_000_000), ("1.2k", 1200), ("1.2M", 1_200_000),
        ("1w", 10_000), ("2595.0", 2595), (" 12 ", 12), ("１２３", 123), ("1e5", 100_000),
        ("10+", None), ("1w+", None), ("7.5w~10w", None), ("<5", None), ("-1", None), ("-7", None), ("12,34", None),
        ("1234.5", None), ("1.2.3", None), ("inf", None), ("many", None), ("9" * 30, None),
    ],
)  # fmt: skip
def test_counts_as_platforms_write_them(written, count):
    assert counts(written) == [count]


@pytest.mark.parametrize("blank", [*BLANKS, None, "   "])
def test_words_that_mean_nothing_are_blank(blank):
    assert cells(blank).to_list() == [None]


@given(st.lists(MOMENTS, min_size=1))
def test_a_local_time_is_read_in_its_zone_in_every_written_form(moments):
    expected = [moment.replace(tzinfo=SHANGHAI).astimezone(UTC) for moment in moments]
    forms = ["%Y-%m-%d %H:%M:%S", "%Y-%m-%d_%H:%M:%S", "%Y-%m-%d %H-%M-%S", "%Y-%m-%dT%H:%M:%S", "%Y/%m/%d %H:%M:%S"]
    for form in [*forms, "%Y年%m月%d日%H时%M分%S秒"]:
        assert times(*(moment.strftime(form) for moment in moments)) == expected


@given(st.lists(MOMENTS, min_size=1), st.integers(-14 * 60, 14 * 60))
def test_a_written_zone_counts_before_the_set_one(moments, minutes):
    sign, minutes = ("-", -minutes) if minutes < 0 else ("+", minutes)
    offset = timedelta(minutes=minutes) * (-1 if sign == "-" else 1)
    for colon in ("", ":"):
        zone = f"{sign}{minutes // 60:02d}{colon}{minutes % 60:02d}"
        written = [moment.isoformat() + zone for moment in moments]
        assert times(*written) == [(moment - offset).replace(tzinfo=UTC) for moment in moments]


@given(st.lists(MOMENTS, min_size=1))
def test_the_unit_of_a_unix_time_is_told_by_its_size(moments):
    expected = [moment.replace(tzinfo=UTC) for moment in moments]
    for factor in (1, 1000, 1_000_000):
        assert times(*(str(int(moment.timestamp()) * factor) for moment in expected)) == expected
    assert times(*(f"{moment.timestamp():.1f}" for moment in expected)) == expected


@given(st.dates(datetime(2005, 1, 2).date(), datetime(2026, 1, 1).date()))
def test_a_date_alone_is_midnight_in_the_zone(day):
    midnight = datetime(day.year, day.month, day.day, tzinfo=SHANGHAI).astimezone(UTC)
    assert times(day.isoformat(), day.strftime("%Y%m%d"), f"{day.year}/{day.month}/{day.day}") == [midnight] * 3


@pytest.mark.parametrize("bad", ["昨天", "2026-02-30", "20261301", "0", "12", "1e30", "1999-05-05", "2190-01-01", "x"])
def test_what_is_no_plausible_moment_is_null(bad):
    assert times(bad) == [None]


def test_the_latest_moment_lies_two_days_ahead():
    now = datetime.now(UTC)
    near, far = now + timedelta(days=1), now + timedelta(days=4)
    assert [moment is None for moment in times(near.isoformat(), far.isoformat())] == [False, True]


def test_a_time_that_summer_time_repeats_is_the_earlier_and_one_it_skips_is_null():
    berlin = ZoneInfo("Europe/Berlin")
    assert times("2025-10-26 02:30:00", zone=berlin) == [datetime(2025, 10, 26, 0, 30, tzinfo=UTC)]
    assert times("2025-03-30 02:30:00", zone=berlin) == [None]


@given(st.integers(1, 99 * 3600))
def test_lengths_in_every_form(length):
    hours, minutes, rest = length // 3600, length // 60 % 60, length % 60
    written = [str(length), f"{length}.0", f"{hours}:{minutes:02d}:{rest:02d}", f"PT{hours}H{minutes}M{rest}S"]
    assert seconds(*written) == [length] * 4
    assert seconds(str(length * 1000), unit="ms") == [length]


@pytest.mark.parametrize(
    ("written", "length"),
    [
        ("4:5", 245), ("02:24", 144), ("PT35S", 35), ("P1DT2H", 93_600), ("33.00s", 33), ("1分20秒", 80),
        ("P0D", None), ("0", None), ("00:00:00", None), ("-4", None), ("long", None), ("PT", None),
    ],
)  # fmt: skip
def test_lengths_as_platforms_write_them(written, length):
    assert seconds(written) == [length]


@given(st.lists(WORDS, min_size=1, unique=True))
def test_tags_survive_every_list_form(words):
    tags = pl.col("cell")
    forms = [json.dumps(words), json.dumps(words, ensure_ascii=False), str(words), ",".join(words), "，".join(words)]
    for form in [*forms, " ".join(words), "".join(f"#{word}" for word in words), json.dumps(",".join(words))]:
        assert evaluated(listed_tags(tags), form, None) == [words, None]
    assert evaluated(parted_tags(tags, "|"), "|".join(f'"{word}"' for word in words)) == [words]
    assert evaluated(named_tags(tags, "title"), json.dumps([{"title": word, "id": "1"} for word in words])) == [words]
    assert evaluated(caption_tags(tags), "文 " + " ".join(f"#{word}" for word in words) + "，后面") == [words]
    assert evaluated(caption_tags(tags), "".join(f"#{word}[话题]#" for word in words) + "后面") == [words]
    assert evaluated(caption_tags(tags, is_wrapped=True), "".join(f"#{word}#" for word in words) + "后面") == [words]


@pytest.mark.parametrize(
    ("caption", "tags"),
    [
        ("https://example.org/#top", []), ("R&#38;D", []), ("#1 und #２", []), ("＃全角", ["全角"]), ("#a #a", ["a"]),
        ("#转码[话题]#后面 #x", ["转码", "x"]), ("#良子#大胃袋 文", ["良子", "大胃袋"]), ("# 空格", []), (None, None),
        ("#two words[话题]# end", ["two words"]), ("第一 #AI，第二", ["AI"]),
    ],
)  # fmt: skip
def test_tags_in_captions(caption, tags):
    assert evaluated(caption_tags(pl.col("cell")), caption) == [tags]


def test_one_broken_list_does_not_spoil_the_others():
    lists = ['["a","b"]', "['c', \"it's\"]", '["d', "[]", '[{"name": "e"}, {"x": 1}]', '[["f"], "g", null]']
    assert evaluated(listed_tags(pl.col("cell")), *lists) == [["a", "b"], ["c", "it's"], [], [], ["e"], ["g"]]


def test_one_broken_list_of_objects_does_not_spoil_the_others():
    lists = ['[{"title": "a"}]', '["b"]', '{"title": "c"}', "0", '[{"title": "d"}', ""]
    assert evaluated(named_tags(pl.col("cell"), "title"), *lists) == [["a"], ["b"], None, None, None, None]


FRAGMENTS = st.sampled_from([*list("[]{}\"':,\\a汉1# |\n\x00"), "1e999", "null", r"\ud83d", '"title":', '["a"]'])
VALUES = st.none() | st.integers() | st.text(max_size=3) | st.floats(allow_nan=False, allow_infinity=False)
NESTED = st.recursive(VALUES, lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["title", "b"]), inner))


@given(st.lists(st.lists(FRAGMENTS).map("".join) | NESTED.map(json.dumps), max_size=3))
def test_no_cell_stops_the_reading_of_tags(written):
    for expression in (listed_tags(pl.col("cell")), named_tags(pl.col("cell"), "title"), caption_tags(pl.col("cell"))):
        assert len(evaluated(expression, *written)) == len(written)


ANYTHING = st.text(max_size=12) | st.text("0123456789-:/. +TZ年月日时分秒万亿wkePTHMSD,~", max_size=20)


@given(st.lists(ANYTHING, max_size=4))
def test_no_cell_stops_the_reading_of_counts_times_and_lengths(written):
    for values in (counts(*written), times(*written), seconds(*written)):
        assert len(values) == len(written)


@given(st.lists(st.text(max_size=20)))
def test_html_entities_are_resolved(texts):
    plain = [text.replace("<", "‹") for text in texts]
    assert evaluated(without_html(pl.col("cell")), *map(html.escape, plain)) == plain


def test_search_marks_are_taken_out():
    assert evaluated(without_html(pl.col("cell")), '看<em class="keyword">AI</em>片 &amp; 更多', None) == [
        "看AI片 & 更多",
        None,
    ]


@pytest.mark.parametrize(
    ("link", "platform", "work_id"),
    [
        ("https://www.douyin.com/video/7400000000000000107", "douyin", "7400000000000000107"),
        ("https://www.douyin.com/discover?modal_id=7400000000000000107", "douyin", "7400000000000000107"),
        ("https://www.iesdouyin.com/share/video/7400000000000000107/?a=1", "douyin", "7400000000000000107"),
        ("https://www.tiktok.com/@a.b/video/7400000000000000107?x=1", "tiktok", "7400000000000000107"),
        ("//www.bilibili.com/video/BV1sample001/?p=1", "bilibili", "BV1sample001"),
        ("https://www.xiaohongshu.com/explore/65c000000000000000000001?x=1", "xiaohongshu", "65c000000000000000000001"),
        ("https://www.youtube.com/watch?list=a&v=SAMPLEapi01&t=1", "youtube", "SAMPLEapi01"),
        ("https://www.youtube.com/shorts/SAMPLEapi01", "youtube", "SAMPLEapi01"),
        ("https://youtu.be/SAMPLEapi01", "youtube", "SAMPLEapi01"),
        ("https://www.kuaishou.com/short-video/3xsample000001a", "kuaishou", "3xsample000001a"),
        ("https://m.weibo.cn/detail/5100000000000002", "weibo", "5100000000000002"),
        ("https://v.douyin.com/abcde/", "douyin", None),
        ("https://notdouyin.com/video/1", None, None),
        ("https://evil.example/?u=https://www.douyin.com/", None, None),
        ("no link", None, None),
    ],
)
def test_what_a_link_tells(link, platform, work_id):
    assert evaluated(platform_of_link(pl.col("cell")), link) == [platform]
    assert evaluated(id_in_link(pl.col("cell")), link) == [work_id]
