"""TikTok web items as TikTok-Api (davidteather) and the site itself deliver them; `statsV2` holds the exact counts."""

from __future__ import annotations

import polars as pl

from blindspot.readers.cells.columns import first, wording
from blindspot.readers.cells.hashtags import named_tags
from blindspot.readers.comments import CommentFields
from blindspot.readers.fields import WorkFields
from blindspot.readers.tools import ToolReader, comments, creators, works

HANDLE = first("author.uniqueId", "author")
CHALLENGES = first("challenges")

ITEM = WorkFields(
    platform=pl.lit("tiktok"),
    work_id=first("id"),
    url="https://www.tiktok.com/@" + HANDLE + "/video/" + first("id"),
    creator_id=first("author.id", "authorId", "author.uniqueId", "author"),
    creator_name=wording("author.nickname", "nickname", "author.uniqueId", "author"),
    title=wording("desc"),
    tags=pl.coalesce(
        named_tags(CHALLENGES, "title"),
        named_tags(pl.when(CHALLENGES.is_null()).then(first("textExtra")), "hashtagName"),
    ),
    published_at=first("createTime"),
    captured_at=first("timestamp_collected"),
    duration=first("video.duration"),
    plays=first("statsV2.playCount", "stats.playCount"),
    likes=first("statsV2.diggCount", "stats.diggCount"),
    comments=first("statsV2.commentCount", "stats.commentCount"),
    shares=first("statsV2.shareCount", "stats.shareCount"),
    collects=first("statsV2.collectCount", "stats.collectCount"),
)

COMMENT = CommentFields(
    platform=pl.lit("tiktok"),
    work_id=first("aweme_id"),
    comment_id=first("cid"),
    text=wording("text"),
    said_at=first("create_time"),
    likes=first("digg_count"),
)

TIKTOK_WEB = ToolReader(
    name="tiktok_web",
    tool="TikTok-Api",
    kinds=(
        works("id desc createTime stats.diggCount", "id desc createTime statsV2.diggCount", fields=ITEM),
        comments("cid aweme_id text create_time digg_count", fields=COMMENT),
        creators("user.uniqueId user.secUid stats.followerCount", "uniqueId secUid stats.followerCount"),
    ),
)
