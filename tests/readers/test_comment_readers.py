"""Comments of every tool: which work, which platform, what was said; never by whom."""

from __future__ import annotations

import json

import polars as pl
import pytest

from blindspot.readers import kind_of
from blindspot.readers.comment_tables import CommentTable
from blindspot.readers.shapes import COMMENT_SCHEMA, REJECT_SCHEMA, CommentReading, Shape

CRAWLED = {"comment_id": "9", "content": "怎么做的", "create_time": "1770000000", "last_modify_ts": "1770000000000"}
THREAD = {"videoId": "abcdefghijk", "textOriginal": "how?", "likeCount": 4, "publishedAt": "2026-02-02T02:40:00Z"}
LISTED = [{"id": "9", "text": "怎么做的", "author": "nobody", "timestamp": 1770000000, "like_count": 4}, "odd", {}]

TOOLS = {
    "douyin": CRAWLED | {"aweme_id": "7400000000000000107", "like_count": "4", "nickname": "虚*构"},
    "xiaohongshu": CRAWLED | {"note_id": "65f000000000000000000001", "like_count": "4"},
    "weibo": CRAWLED | {"note_id": "5000000000000001", "comment_like_count": "4"},
    "bilibili": CRAWLED | {"video_id": "114000000000001", "like_count": "4"},
    "kuaishou": CRAWLED | {"video_id": "3xsample0000001"},
    "tiktok": {"cid": "9", "aweme_id": "7400000000000000107", "text": "how?", "create_time": "1770000000"}
    | {"digg_count": "4"},
    "youtube": {"snippet.topLevelComment.id": "9", "snippet.topLevelComment.snippet": json.dumps(THREAD)},
}


def read(row: dict[str, str]) -> CommentReading:
    shape = Shape("csv", "", frozenset(row))
    found = kind_of(shape)
    assert found is not None
    batch = pl.DataFrame({"row": [2]} | {name: [value] for name, value in row.items()})
    return found[0].read_comments(batch, shape)


@pytest.mark.parametrize("platform", TOOLS)
def test_a_comment_knows_its_platform_and_its_work(platform: str) -> None:
    row = TOOLS[platform]
    reading = read(row)
    assert (reading.comments.schema, reading.rejected.schema) == (COMMENT_SCHEMA, REJECT_SCHEMA)
    [comment] = reading.comments.to_dicts()
    assert (comment["platform"], comment["comment_id"]) == (platform, "9")
    # Bilibili gives the number of its work, which goes by its word
    assert comment["work_id"] in (*row.values(), "abcdefghijk", "BV16wKwe4EfP")
    assert comment["text"] in ("怎么做的", "how?")
    assert comment["likes"] == (None if platform == "kuaishou" else 4)
    assert comment["said_at"].isoformat() == "2026-02-02T02:40:00+00:00"


def test_a_video_of_yt_dlp_brings_the_comments_under_it() -> None:
    reading = read(
        {"id": "abcdefghijk", "extractor_key": "Youtube", "webpage_url": "x", "comments": json.dumps(LISTED)}
    )
    [comment] = reading.comments.to_dicts()
    assert (comment["platform"], comment["work_id"], comment["text"]) == ("youtube", "abcdefghijk", "怎么做的")
    assert reading.rejected.height == 2


def test_a_comment_without_a_work_or_a_text_is_rejected_with_the_reason() -> None:
    rows = [CRAWLED | {"aweme_id": ""}, CRAWLED | {"aweme_id": "7.4E+18"}, CRAWLED | {"aweme_id": "1", "content": ""}]
    for row, word in zip(rows, ("which work", "lost its digits", "no text"), strict=True):
        reading = read(row)
        assert reading.comments.is_empty()
        assert word in reading.rejected["reason"][0]


@pytest.mark.parametrize(
    ("columns", "is_expected", "is_one"),
    [
        ("作品ID 评论内容", False, True),
        ("work_id comment_text", False, True),
        ("work_id text", False, False),
        ("work_id text", True, True),
        ("视频链接 评论", True, True),
        ("id text", True, False),
        ("评论ID 评论内容 评论时间", True, False),
    ],
)
def test_any_table_with_a_work_and_a_text_is_one_of_comments(columns: str, is_expected: bool, is_one: bool) -> None:
    shape = Shape("csv", "", frozenset(columns.split()))
    assert (CommentTable(is_expected=is_expected).kind(shape) == "comments") == is_one
