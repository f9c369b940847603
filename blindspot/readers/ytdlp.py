"""yt-dlp and youtube-dl: .info.json, -j lines, -J playlists and --flat-playlist; subtitles are only links there."""

from __future__ import annotations

import json

import polars as pl

from blindspot.readers.cells.columns import first, with_missing, wording
from blindspot.readers.cells.hashtags import listed_tags
from blindspot.readers.comments import CommentFields
from blindspot.readers.fields import WorkFields
from blindspot.readers.tools import ToolReader, works

EXTRACTOR = first("extractor_key", "ie_key").str.to_lowercase()
PREFIXES = ("youtube", "tiktok", "douyin", "bilibili", "xiaohongshu", "kuaishou", "weibo")
PLATFORM = pl.coalesce(*(pl.when(EXTRACTOR.str.starts_with(name)).then(pl.lit(name)) for name in PREFIXES), EXTRACTOR)
HAS_CAPTION = PLATFORM.is_in(["tiktok", "douyin"])
CONTAINERS = ("playlist", "multi_video", "channel")

VIDEO = WorkFields(
    platform=PLATFORM,
    work_id=first("id"),
    url=first("webpage_url", "url"),
    creator_id=pl.when(HAS_CAPTION)
    .then(first("uploader_id", "channel_id", "uploader"))
    .otherwise(first("channel_id", "uploader_id")),
    creator_name=wording("channel", "uploader", "creator"),
    # TikTok and Douyin titles are the caption cut to 72 signs.
    title=pl.when(HAS_CAPTION).then(wording("description", "title")).otherwise(wording("title", "fulltitle")),
    text=pl.when(~HAS_CAPTION).then(wording("description")),
    tags=listed_tags(first("tags")),
    published_at=first("timestamp", "release_timestamp", "upload_date"),
    captured_at=first("epoch"),
    duration=first("duration"),
    plays=first("view_count"),
    likes=first("like_count"),
    comments=first("comment_count"),
    shares=first("repost_count"),
    collects=first("save_count"),
    not_a_work=pl.when(first("_type").is_in(CONTAINERS)).then(first("_type")),
)

COMMENT_PARTS = {"id": "comment_id", "text": "comment_text", "timestamp": "comment_time", "like_count": "comment_likes"}


def _unfold(batch: pl.DataFrame) -> pl.DataFrame:
    """Return one row a comment of the works' lists of comments (`--write-comments`)."""
    columns = ("id", "extractor_key", "ie_key", "comments")
    works = with_missing(batch, [pl.col(name) for name in columns]).select("row", *columns)
    works = works.filter(pl.col("comments").str.starts_with("[{"))
    said = [[_parts(entry) for entry in json.loads(cell)] for cell in works["comments"]]
    comment = pl.Struct(dict.fromkeys(COMMENT_PARTS.values(), pl.String))
    return works.with_columns(pl.Series("said", said, pl.List(comment))).explode("said").unnest("said")


def _parts(entry: object) -> dict[str, str | None]:
    values = entry if isinstance(entry, dict) else {}
    return {name: None if values.get(part) is None else str(values[part]) for part, name in COMMENT_PARTS.items()}


COMMENT = CommentFields(
    platform=PLATFORM,
    work_id=first("id"),
    comment_id=first("comment_id"),
    text=wording("comment_text"),
    said_at=first("comment_time"),
    likes=first("comment_likes"),
    unfold=_unfold,
)

YTDLP = ToolReader(
    name="ytdlp",
    tool="yt-dlp",
    kinds=(works("id extractor_key webpage_url", "id title ie_key url", fields=VIDEO, comments=COMMENT),),
)
