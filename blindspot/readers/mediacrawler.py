"""MediaCrawler: Douyin, Xiaohongshu, Bilibili, Kuaishou and Weibo; CSV, JSON, JSONL, XLSX and SQLite.

Since July 2026 it writes `creator_hash` and masked nicknames instead of user ids. Missing counts are the word "None".
"""

from __future__ import annotations

from typing import Any

import polars as pl

from blindspot.readers.cells.columns import first, wording, wording_or_dash
from blindspot.readers.cells.hashtags import listed_tags
from blindspot.readers.comments import CommentFields
from blindspot.readers.fields import NOTHING, WorkFields
from blindspot.readers.tools import ToolReader, comments, creators, works


def _fields(platform: str, work_id: str, **fields: Any) -> WorkFields:
    shared = {
        "creator_id": first("user_id"),
        "creator_hash": first("creator_hash"),
        "creator_name": wording("nickname"),
        "title": wording("title"),
        "text": wording("desc"),
        "published_at": first("create_time"),
        "likes": first("liked_count"),
        "comments": first("comment_count"),
        "shares": first("share_count"),
        "collects": first("collected_count"),
        "keyword": first("source_keyword"),
        "captured_at": first("last_modify_ts"),
    }
    return WorkFields(platform=pl.lit(platform), work_id=first(work_id), **(shared | fields))


DOUYIN = _fields("douyin", "aweme_id", url=first("aweme_url"), creator_id=first("user_id", "sec_uid"))
XIAOHONGSHU = _fields(
    "xiaohongshu", "note_id", url=first("note_url"), published_at=first("time"), tags=listed_tags(first("tag_list"))
)
BILIBILI = _fields(
    "bilibili",
    "video_id",
    url=first("video_url"),
    text=wording_or_dash("desc"),
    plays=first("video_play_count"),
    comments=first("video_comment"),
    shares=first("video_share_count"),
    collects=first("video_favorite_count"),
)
KUAISHOU = _fields("kuaishou", "video_id", url=first("video_url"), plays=first("viewd_count"))
WEIBO = _fields(
    "weibo",
    "note_id",
    url=first("note_url"),
    title=wording("content"),
    text=NOTHING,
    has_wrapped_tags=True,
    published_at=first("create_time", "create_date_time"),
    comments=first("comments_count"),
    shares=first("shared_count"),
)


def _comment_fields(platform: pl.Expr, work_id: str) -> CommentFields:
    return CommentFields(
        platform=platform,
        work_id=first(work_id),
        comment_id=first("comment_id"),
        text=wording("content"),
        said_at=first("create_time", "create_date_time"),
        likes=first("like_count", "comment_like_count"),
    )


# A comments file does not name its platform: Weibo's and Bilibili's works have numbers, the others of the pair words.
# One in a few hundred of Xiaohongshu's 24 hexadecimal digits is a number too.
IS_NUMBER = r"^(\d{1,20}(\.0)?|BV1\w{9})$"
UNDER_NOTE = pl.when(first("note_id").str.contains(IS_NUMBER)).then(pl.lit("weibo")).otherwise(pl.lit("xiaohongshu"))
UNDER_VIDEO = pl.when(first("video_id").str.contains(IS_NUMBER)).then(pl.lit("bilibili")).otherwise(pl.lit("kuaishou"))

MEDIACRAWLER = ToolReader(
    name="mediacrawler",
    tool="MediaCrawler",
    kinds=(
        comments("comment_id aweme_id content", fields=_comment_fields(pl.lit("douyin"), "aweme_id")),
        comments("comment_id tieba_id content"),
        comments("comment_id note_id content last_modify_ts", fields=_comment_fields(UNDER_NOTE, "note_id")),
        comments("comment_id video_id content last_modify_ts", fields=_comment_fields(UNDER_VIDEO, "video_id")),
        comments("comment_id content last_modify_ts"),
        works("aweme_id aweme_type liked_count", "aweme_id liked_count source_keyword", fields=DOUYIN),
        works("note_id liked_count last_update_time", "note_id liked_count xsec_token", fields=XIAOHONGSHU),
        works("video_id video_play_count video_danmaku", fields=BILIBILI),
        works("video_id viewd_count", fields=KUAISHOU),
        works("note_id comments_count shared_count", fields=WEIBO),
        creators(
            "user_id nickname fans last_modify_ts",
            "creator_hash nickname fans last_modify_ts",
            "user_id nickname total_fans last_modify_ts",
            "creator_hash nickname total_fans last_modify_ts",
            "up_id fan_id last_modify_ts",
        ),
    ),
)
