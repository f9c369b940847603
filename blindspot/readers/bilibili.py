"""Bilibili API rows: view, popular and ranking; a creator's space (vlist); search answers with marks and entities."""

from __future__ import annotations

import polars as pl

from blindspot.readers.cells.columns import first, wording, wording_or_dash
from blindspot.readers.cells.hashtags import parted_tags
from blindspot.readers.cells.texts import without_html
from blindspot.readers.comments import CommentFields
from blindspot.readers.fields import WorkFields
from blindspot.readers.tools import ToolReader, comments, creators, works

BILIBILI = pl.lit("bilibili")
LINK = "https://www.bilibili.com/video/" + first("bvid")


VIEW = WorkFields(
    platform=BILIBILI,
    work_id=first("bvid"),
    url=LINK,
    creator_id=first("owner.mid"),
    creator_name=wording("owner.name"),
    title=wording("title"),
    text=wording_or_dash("desc"),
    published_at=first("pubdate", "ctime"),
    duration=first("duration"),
    plays=first("stat.view"),
    likes=first("stat.like"),
    comments=first("stat.reply"),
    shares=first("stat.share"),
    collects=first("stat.favorite"),
)

# The space answer has no likes; scrapers that visit each work add like, share and collect.
SPACE = WorkFields(
    platform=BILIBILI,
    work_id=first("bvid"),
    url=LINK,
    creator_id=first("mid"),
    creator_name=wording("author"),
    title=wording("title"),
    text=wording_or_dash("description"),
    published_at=first("created"),
    duration=first("length"),
    plays=first("play"),
    likes=first("like"),
    comments=first("comment"),
    shares=first("share"),
    collects=first("collect"),
)

SEARCH = WorkFields(
    platform=BILIBILI,
    work_id=first("bvid"),
    url=first("arcurl"),
    creator_id=first("mid"),
    creator_name=wording("author"),
    title=without_html(wording("title")),
    text=without_html(wording_or_dash("description")),
    tags=parted_tags(first("tag"), ","),
    published_at=first("pubdate"),
    duration=first("duration"),
    plays=first("play"),
    likes=first("like"),
    comments=first("review"),
    collects=first("favorites"),
)

# `oid` is the number of the video ("av…"), whose works go by their BV ids
COMMENT = CommentFields(
    platform=BILIBILI,
    work_id=first("bvid", "oid"),
    comment_id=first("rpid_str", "rpid"),
    text=wording("content.message"),
    said_at=first("ctime"),
    likes=first("like"),
)

BILIBILI_API = ToolReader(
    name="bilibili",
    tool="Bilibili API",
    kinds=(
        comments("rpid oid content.message", fields=COMMENT),
        creators("mid name face fans"),
        works("bvid title stat.view owner.mid", fields=VIEW),
        works("bvid title arcurl video_review favorites", fields=SEARCH),
        works("bvid title length created video_review", fields=SPACE),
    ),
)
