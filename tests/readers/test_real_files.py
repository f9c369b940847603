"""Every real export beside the repository ends as it should; expectations are computed from the raw file each time.

The files are not part of the project (real people's words, mostly without a licence), so without them the tests skip.
"""

import csv
import json
import random
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import openpyxl
import polars as pl
import pytest
from reader_samples import whole

from blindspot.errors import FileRefused
from blindspot.readers import kind_of
from blindspot.readers.formats import open_tables
from blindspot.readers.mapping import MappedReader, propose_mapping

REAL = Path(__file__).resolve().parents[2].parent / "shared" / "real"
pytestmark = pytest.mark.skipif(not REAL.is_dir(), reason=f"the real exports are not beside this checkout ({REAL})")
BEIJING = timedelta(hours=8)


def tables_of(name):
    file = REAL / name
    if not file.exists():
        pytest.skip(f"{file} is missing")
    return open_tables(file, file.name)


def read(name):
    """Return (kind, reader name, whole batch, reading or None) of every filled table."""
    results = {}
    for table in tables_of(name):
        batch, known = whole(table), kind_of(table.shape)
        if batch.is_empty():
            continue
        if known and known[1] == "works":
            results[table.shape.table] = (known[0].name, known[0].read(batch, table.shape))
        else:
            results[table.shape.table] = (known[1] if known else None, batch)
    return results


def the_works(name, reader):
    [(found, reading)] = [result for result in read(name).values() if not isinstance(result[1], pl.DataFrame)]
    assert found == reader
    return reading


def proposal(name):
    [table] = tables_of(name)
    batch = whole(table)
    return propose_mapping(table.shape, table.columns, batch.head(200)), table, batch


def raw_csv(name, delimiter=","):
    csv.field_size_limit(1 << 30)
    with (REAL / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


def raw_json(name):
    text = (REAL / name).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()] if name.endswith("jsonl") else json.loads(text)


def raw_workbook(name):
    header, *rows = openpyxl.load_workbook(REAL / name).active.iter_rows(values_only=True)
    return [dict(zip(header, row, strict=True)) for row in rows]


def raw_table(name, table):
    with closing(sqlite3.connect(f"file:{REAL / name}?mode=ro&immutable=1", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute(f"select * from {table}")]


def number(cell):
    """Read a count the plain way: digits or 1.2万; anything else is unknown."""
    text = str(cell).strip()
    if text.endswith("万"):
        return round(float(text[:-1]) * 10_000)
    try:
        return int(float(text))
    except ValueError:
        return None


def from_unix(value):
    return datetime.fromtimestamp(float(value), UTC)


def spot(works, raw, key, seed=7):
    """Pair forty random raw rows with the works of the same id."""
    by_id = {work["work_id"]: work for work in works.iter_rows(named=True)}
    for row in random.Random(seed).sample(raw, min(40, len(raw))):
        yield row, by_id[str(row[key])]


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
    assert bilibili.works["work_id"].to_list() == [str(row["video_id"]) for row in raw]
    for row, work in spot(bilibili.works, raw, "video_id"):
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


CERTAIN = [
    ("apify_tiktok/hotelhanoi234.csv", "tiktok", "id", "playCount", ","),
    ("douk_downloader/UID631584244117018_示例_发布作品.csv", "douyin", "作品ID", "点赞数量", ","),
    ("zeeschuimer/zeeschuimer-export-tiktok.com-20231114.csv", "tiktok", "id", "plays", ";"),
]


@pytest.mark.parametrize(("name", "platform", "key", "count", "delimiter"), CERTAIN)
def test_tables_of_other_tools_come_in_by_a_certain_mapping(name, platform, key, count, delimiter):
    mapping, table, batch = proposal(name)
    assert mapping.is_certain, [str(doubt) for doubt in mapping.doubts]
    reading = MappedReader(mapping).read(batch, table.shape)
    raw = raw_csv(name, delimiter)
    assert reading.works["work_id"].to_list() == [row[key] for row in raw]
    assert set(reading.works["platform"]) == {platform}
    field = "likes" if count == "点赞数量" else "plays"
    for row, work in spot(reading.works, raw, key):
        assert work[field] == number(row[count])
        if platform == "douyin":
            assert f"{work['published_at'] + BEIJING:%Y-%m-%d %H:%M:%S}" == row["发布时间"]
        else:
            # 19-digit ids hold the second of creation; planned posts follow it by up to two days.
            late = work["published_at"] - from_unix(int(work["work_id"]) >> 32)
            assert timedelta(minutes=-2) < late < timedelta(days=3)


def test_xhs_downloader_buckets_are_no_counts():
    mapping, table, batch = proposal("xhs_downloader/ExploreData_5rows.db")
    reading = MappedReader(mapping).read(batch, table.shape)
    raw = raw_table("xhs_downloader/ExploreData_5rows.db", "explore_data")
    assert mapping.is_certain
    assert reading.works["work_id"].to_list() == [row["作品ID"] for row in raw]
    buckets = sum(row[column].endswith("+") for row in raw for column in mapping.fields.values())
    assert reading.notes.height == buckets > 0
    for row, work in spot(reading.works, raw, "作品ID"):
        assert (work["published_at"] + BEIJING).strftime("%Y-%m-%d_%H:%M:%S") == row["发布时间"]
        assert work["hashtags"] == row["作品标签"].split() or not row["作品标签"]


@pytest.mark.parametrize(
    ("name", "key", "lack"),
    [
        ("pyktok/pyktok_tiktok_data.csv", "video_id", "platform"),
        ("f2/douyin_videos.db", "aweme_id", "platform"),
        ("tiktok_scraper_node/tiktok_data_flat.csv", "id", "platform"),
        ("douyin_web/videos.jsonl", "video_id", "publishing time"),
        ("generic_tables/bilibili_top_zh_headers.csv", None, "publishing time"),
        ("generic_tables/tiktok_videos.csv", "video_id", "by its values alone"),
    ],
)
def test_tables_in_doubt_get_a_proposal_that_says_why(name, key, lack):
    mapping, _, _ = proposal(name)
    assert not mapping.is_certain
    assert mapping.fields.get("work_id") == key
    assert any(lack in str(doubt) for doubt in mapping.doubts)


def test_the_creator_centre_workbook_has_a_proposal_but_no_ids():
    mapping, _, _ = proposal("xhs_creator_center/savethat_笔记列表明细表.xlsx")
    assert {"title", "published_at", "plays", "likes"} <= mapping.fields.keys()
    with pytest.raises(FileRefused, match="id or the link"):
        MappedReader(mapping)


def test_every_real_file_is_covered_here():
    tested = Path(__file__).read_text(encoding="utf-8")
    files = [file for file in REAL.rglob("*") if file.is_file() and file.suffix not in (".md", ".toml")]
    assert files
    for file in files:
        assert file.parts[len(REAL.parts)] == "mediacrawler" or file.name in tested, file
