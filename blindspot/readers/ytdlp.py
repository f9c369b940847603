"""yt-dlp and youtube-dl: .info.json, -j lines, -J playlists and --flat-playlist; subtitles are only links there."""

from __future__ import annotations

import polars as pl

from blindspot.readers.cells.columns import first, wording
from blindspot.readers.cells.hashtags import listed_tags
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

YTDLP = ToolReader(
    name="ytdlp",
    tool="yt-dlp",
    kinds=(works("id extractor_key webpage_url", "id title ie_key url", fields=VIDEO),),
)
