"""Real exports of the tools that have a reader; expectations are computed from the raw file each time."""

import random
from datetime import datetime, timedelta

import polars as pl
import pytest
from reader_samples import whole
from real_exports import (
    BEIJING,
    REAL,
    from_unix,
    needs_real_exports,
    number,
    raw_csv,
    raw_json,
    raw_table,
    raw_workbook,
    read,
    spot,
    tables_of,
    the_works,
)

from blindspot.errors import FileRefused
from blindspot.readers.cells.bilibili_ids import word_of_number

pytestmark = needs_real_exports

GENERATIONS = ("g1_pre202607", "g2_202607")
DAY = "search_contents_2026-11-21"


@pytest.mark.parametrize("generation", GENERATIONS)
@pytest.mark.parametrize("platform", ["douyin", "xhs"])
@pytest.mark.parametrize("form", ["csv", "json", "jsonl", "xlsx"])
def test_mediacrawler_files(generation, platform, form):
    folder = f"mediacrawler/{generation}/{platform}"
    if form == "xlsx":
        [file] = (REAL / folder).glob("*.xlsx")
        name = f"{folder}/{file.name}"
        raw = raw_workbook(name)
    else:
        name = f"{folder}/{form}/{DAY}.{form}"
        raw = raw_csv(name) if form == "csv" else raw_json(name)
    reading = the_works(name, "mediacrawler")
    check_mediacrawler(reading, raw, platform)
    assert reading.works["is_creator_hidden"].all() == (generation == "g2_202607")
    assert reading.works["is_creator_hidden"].any() == (generation == "g2_202607")


def check_mediacrawler(reading, raw, platform):
    key, published, unit = ("aweme_id", "create_time", 1) if platform == "douyin" else ("note_id", "time", 1000)
    assert reading.works["work_id"].to_list() == [str(row[key]) for row in raw]
    assert (reading.rejected.height, reading.notes.height) == (0, 0)
    assert reading.works["plays"].null_count() == len(raw)
    for row, work in spot(reading.works, raw, key):
        assert work["published_at"] == from_unix(int(row[published]) / unit)
        assert abs(work["captured_at"] - from_unix(int(row["last_modify_ts"]) / 1000)) < timedelta(milliseconds=1)
        for field, column in (("likes", "liked_count"), ("comments", "comment_count"), ("shares", "share_count")):
            assert work[field] == number(row[column])
        assert work["creator_id"] == str(row.get("user_id") or row.get("creator_hash"))
        assert work["title"] == ((row["title"] or "").strip() or (row["desc"] or "").strip() or None)
        if platform == "douyin":
            assert work["text"] is None
            assert set(work["hashtags"]) <= set(row["desc"].replace("#", " #").replace("\n", " ").split("#")) | {
                word.strip("#") for word in row["desc"].replace("#", " #").split()
            }
            assert bool(work["hashtags"]) == ("#" in row["desc"])
        else:
            listed = [tag for tag in str(row["tag_list"] or "").split(",") if tag and not tag.isdigit()]
            assert work["hashtags"] == list(dict.fromkeys(listed)) or not listed


def test_mediacrawler_database_with_text_ids():
    name = "mediacrawler/upstream_douyin53_20250724.db"
    check_mediacrawler(the_works(name, "mediacrawler"), raw_table(name, "douyin_aweme"), "douyin")


def test_mediacrawler_database_with_number_ids_comments_and_creators():
    name = "mediacrawler/upstream_sqlalchemy_bili18_douyin13_20250907.db"
    results = read(name)
    check_mediacrawler(results["douyin_aweme"][1], raw_table(name, "douyin_aweme"), "douyin")
    bilibili = results["bilibili_video"][1]
    raw = raw_table(name, "bilibili_video")
    words = "BV1" + word_of_number(pl.Series([int(row["video_id"]) for row in raw], dtype=pl.UInt64))
    raw = [row | {"word": word} for row, word in zip(raw, words, strict=True)]
    assert bilibili.works["work_id"].to_list() == words.to_list()
    for row, work in spot(bilibili.works, raw, "word"):
        assert work["published_at"] == from_unix(row["create_time"])
        assert work["plays"] == number(row["video_play_count"])
        assert work["collects"] == number(row["video_favorite_count"])
        assert work["title"] == row["title"].strip()
    kinds = {table: kind for table, (kind, _) in results.items()}
    assert kinds["bilibili_video_comment"] == kinds["douyin_aweme_comment"] == "comments"
    assert kinds["bilibili_up_info"] == "creators"


def test_the_corrupt_database_is_refused():
    with pytest.raises(FileRefused):
        for table in tables_of("mediacrawler/upstream_MALFORMED_20250714.db"):
            whole(table)


def test_tiktok_items():
    name = "tiktok_api/trending_items.json"
    reading, raw = the_works(name, "tiktok_web"), raw_json(name)
    assert reading.works["work_id"].to_list() == [row["id"] for row in raw]
    for row, work in spot(reading.works, raw, "id"):
        assert work["published_at"] == from_unix(row["createTime"])
        assert work["plays"] == row["stats"]["playCount"]
        assert work["likes"] == row["stats"]["diggCount"]
        assert work["duration_seconds"] == row["video"]["duration"]
        assert work["creator_id"] == row["author"]["id"]
        named = [tag["title"] for tag in row.get("challenges", [])]
        assert work["hashtags"] == list(dict.fromkeys(named)) or not named


def test_ytdlp_info():
    reading, raw = the_works("ytdlp/example.info.json", "ytdlp"), raw_json("ytdlp/example.info.json")
    [work] = reading.works.to_dicts()
    assert (work["platform"], work["work_id"], work["title"]) == ("youtube", raw["id"], raw["title"])
    assert (work["plays"], work["likes"], work["comments"]) == (
        raw["view_count"],
        raw["like_count"],
        raw["comment_count"],
    )
    assert work["hashtags"] == raw["tags"]
    assert work["captured_at"] == from_unix(raw["epoch"])
    assert (work["published_at"] + BEIJING).strftime("%Y%m%d") == raw["upload_date"]
    assert work["transcript"] is None


def test_youtube_answers():
    reading, raw = the_works("youtube_api/videos.json", "youtube"), raw_json("youtube_api/videos.json")["items"]
    assert reading.works["work_id"].to_list() == [row["id"] for row in raw]
    for row, work in spot(reading.works, raw, "id"):
        assert (work["plays"], work["likes"], work["comments"]) == (
            row["viewCount"],
            row["likeCount"],
            row["commentCount"],
        )
        assert work["published_at"] == datetime.fromisoformat(row["publishedAt"])
        assert work["title"] == row["title"].strip()


def test_youtube_flat_table():
    name = "youtube_api/video_data_filthyfellas.csv"
    reading, raw = the_works(name, "youtube"), raw_csv(name)
    assert reading.works["work_id"].to_list() == [row["video_id"] for row in raw]
    for row, work in spot(reading.works, raw, "video_id"):
        assert (work["plays"], work["likes"]) == (number(row["viewCount"]), number(row["likeCount"]))
        assert work["published_at"] == datetime.fromisoformat(row["publishedAt"])


@pytest.mark.parametrize("name", ["18.01.11_US_videos.csv", "IN_youtube_trending_data.csv"])
def test_youtube_trending_tables(name):
    name = f"youtube_trending/{name}"
    reading, batch = the_works(name, "youtube"), next(iter(tables_of(name)))
    raw = {(row["video_id"], row["trending_date"]): row for row in whole(batch).iter_rows(named=True)}
    assert reading.works.height + reading.rejected.height >= len(raw)
    for (work_id, day), row in random.Random(3).sample(sorted(raw.items()), 40):
        works = reading.works.filter(pl.col("work_id") == work_id, pl.col("plays") == int(row["view_count"]))
        work = works.row(0, named=True)
        assert work["published_at"] == datetime.fromisoformat(row["publishedAt"].replace(".000Z", "Z"))
        if day.endswith("Z"):
            assert work["captured_at"] == datetime.fromisoformat(day)
        else:
            assert (work["captured_at"] + BEIJING).strftime("%y.%d.%m") == day
        assert work["comments"] == (None if row["comments_disabled"] == "True" else int(row["comment_count"]))


def test_bilibili_popular():
    reading, raw = the_works("bilibili_popular/list.json", "bilibili"), raw_json("bilibili_popular/list.json")["list"]
    assert reading.works["work_id"].to_list() == [row["bvid"] for row in raw]
    numbers = pl.Series([row["aid"] for row in raw], dtype=pl.UInt64)
    assert ("BV1" + word_of_number(numbers)).to_list() == [row["bvid"] for row in raw]
    for row, work in spot(reading.works, raw, "bvid"):
        assert work["published_at"] == from_unix(row["pubdate"])
        assert (work["plays"], work["likes"], work["comments"], work["shares"], work["collects"]) == tuple(
            row["stat"][key] for key in ("view", "like", "reply", "share", "favorite")
        )
        assert (work["creator_id"], work["creator_name"]) == (str(row["owner"]["mid"]), row["owner"]["name"])
        assert work["duration_seconds"] == row["duration"]


def test_bilibili_space_table():
    reading, raw = the_works("bilibili_api/bilibili.csv", "bilibili"), raw_csv("bilibili_api/bilibili.csv")
    assert reading.works["work_id"].to_list() == [row["bvid"] for row in raw]
    for row, work in spot(reading.works, raw, "bvid"):
        assert work["published_at"] == from_unix(row["created"])
        assert (work["plays"], work["likes"], work["comments"]) == tuple(
            number(row[key]) for key in ("play", "like", "comment")
        )
        *hours, minutes, seconds = map(int, row["length"].split(":"))
        assert work["duration_seconds"] == sum(hours) * 3600 + minutes * 60 + seconds
