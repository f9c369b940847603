"""Real exports of tools without a reader of their own: imported by a certain mapping, proposed, or refused."""

from datetime import timedelta
from pathlib import Path

import pytest
from real_exports import BEIJING, REAL, from_unix, needs_real_exports, number, proposal, raw_csv, raw_table, spot

from blindspot.errors import FileRefused
from blindspot.readers.mapping import MappedReader

pytestmark = needs_real_exports

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


def test_every_real_file_is_covered():
    tested = "".join(file.read_text(encoding="utf-8") for file in Path(__file__).parent.glob("test_real_files_*.py"))
    files = [file for file in REAL.rglob("*") if file.is_file() and file.suffix not in (".md", ".toml")]
    assert files
    for file in files:
        assert file.parts[len(REAL.parts)] == "mediacrawler" or file.name in tested, file
