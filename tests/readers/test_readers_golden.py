"""Every sample gives what lies beside it, every reader has samples, and exactly one reader knows each table."""

import json

import pytest
from reader_samples import FOLDERS, SAMPLES, golden_file, read_sample, sample_files

from blindspot.errors import FileRefused, NotFound
from blindspot.readers import READERS, by_name, identify, kind_of, tried
from blindspot.readers.formats import open_tables
from blindspot.readers.shapes import Shape

FILES = [pytest.param(file, id=f"{file.parent.name}/{file.name}") for file in sample_files()]


@pytest.mark.parametrize("sample", FILES)
def test_a_sample_gives_its_golden_output(sample):
    expected = json.loads(golden_file(sample).read_text(encoding="utf-8"))
    assert read_sample(sample) == expected


@pytest.mark.parametrize("sample", FILES)
def test_every_row_ends_as_a_work_or_as_a_reject(sample):
    for table in read_sample(sample):
        if "works" in table:
            assert len(table["works"]) + len(table["rejected"]) == table["rows"]
            rows = [entry["row"] for entry in table["works"] + table["rejected"]]
            assert len(set(rows)) == table["rows"]


@pytest.mark.parametrize("sample", FILES)
def test_exactly_the_reader_of_the_folder_knows_a_table(sample):
    for table in open_tables(sample, sample.name):
        knowing = [reader.name for reader in READERS if reader.kind(table.shape)]
        assert knowing == ([] if sample.parent.name == "table" else [sample.parent.name])


def test_every_reader_has_a_sample_and_every_sample_folder_a_reader():
    assert set(FOLDERS) == {*tried(), "table"}
    for name in tried():
        assert any(file.parent == SAMPLES / name for file in sample_files())


def test_comments_and_creators_are_told_from_works():
    kinds = [
        kind_of(table.shape)[1]
        for table in open_tables(SAMPLES / "mediacrawler" / "mediacrawler.db", "mediacrawler.db")
    ]
    assert sorted(kinds) == ["comments", "creators", "works", "works"]


@pytest.mark.parametrize(
    ("columns", "name", "kind"),
    [
        # The first columns each tool wrote, and those since: both generations, and forks that add columns.
        ("aweme_id aweme_type title desc create_time user_id liked_count last_modify_ts", "mediacrawler", "works"),
        ("aweme_id aweme_type creator_hash liked_count source_keyword task_times_id", "mediacrawler", "works"),
        ("note_id title time last_update_time user_id liked_count collected_count", "mediacrawler", "works"),
        ("video_id video_play_count video_danmaku liked_count", "mediacrawler", "works"),
        ("comment_id aweme_id content create_time last_modify_ts", "mediacrawler", "comments"),
        ("creator_hash nickname fans follows last_modify_ts", "mediacrawler", "creators"),
        ("id desc createTime statsV2.diggCount author", "tiktok_web", "works"),
        ("id extractor_key webpage_url title", "ytdlp", "works"),
        ("id title ie_key url _type", "ytdlp", "works"),
        ("video_id trending_date channel_title views", "youtube", "works"),
        ("id snippet.title statistics.subscriberCount snippet.channelId snippet.publishedAt", "youtube", "creators"),
        ("id snippet.topLevelComment.id snippet.videoId", "youtube", "comments"),
        ("bvid title stat.view owner.mid", "bilibili", "works"),
    ],
)
def test_generations_are_recognised_by_their_columns(columns, name, kind):
    reader, found = kind_of(Shape("csv", "", frozenset(columns.split())))
    assert (reader.name, found) == (name, kind)


def test_a_table_of_no_tool_is_nobodys():
    assert identify(Shape("csv", "", frozenset({"title", "likes"}))) is None


def test_a_table_that_two_tools_claim_is_refused_with_both_names():
    columns = frozenset(["bvid", "title", "stat.view", "owner.mid", "id", "extractor_key", "webpage_url"])
    with pytest.raises(FileRefused) as refusal:
        identify(Shape("json", "", columns))
    assert "yt-dlp" in str(refusal.value)
    assert "Bilibili API" in str(refusal.value)


def test_an_unknown_reader_is_named_with_the_known_ones():
    with pytest.raises(NotFound, match="mediacrawler"):
        by_name("nothing")
    assert by_name("ytdlp").tool == "yt-dlp"
