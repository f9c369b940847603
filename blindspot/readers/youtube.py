"""YouTube Data API answers (videos, search, playlistItems), flattened copies of them, and Kaggle's trending tables."""

from __future__ import annotations

from dataclasses import replace

import polars as pl

from blindspot.readers.cells.columns import first, is_true, wording
from blindspot.readers.cells.hashtags import listed_tags, parted_tags
from blindspot.readers.cells.texts import without_html
from blindspot.readers.comments import CommentFields
from blindspot.readers.fields import WorkFields
from blindspot.readers.tools import ToolReader, comments, creators, works

YOUTUBE = pl.lit("youtube")
LINK = "https://www.youtube.com/watch?v="


def _kind_if_other(column: str) -> pl.Expr:
    """Return "channel" or "playlist" where a search answer is one of these."""
    kind = first(column).str.strip_prefix("youtube#")
    return pl.when(kind.is_in(["channel", "playlist"])).then(kind)


API_ID = first("contentDetails.videoId", "snippet.resourceId.videoId", "id.videoId", "id")
IS_PLAYLIST_ITEM = first("contentDetails.videoId", "snippet.resourceId.videoId").is_not_null()
API = WorkFields(
    platform=YOUTUBE,
    work_id=API_ID,
    url=LINK + API_ID,
    creator_id=pl.when(IS_PLAYLIST_ITEM)
    .then(first("snippet.videoOwnerChannelId"))
    .otherwise(first("snippet.channelId")),
    creator_name=pl.when(IS_PLAYLIST_ITEM)
    .then(wording("snippet.videoOwnerChannelTitle"))
    .otherwise(wording("snippet.channelTitle")),
    # Search answers come HTML-escaped, the others do not; "&amp;" typed by a creator is rarer than an escaped "&".
    title=pl.when(first("id.videoId").is_not_null())
    .then(without_html(wording("snippet.title")))
    .otherwise(wording("snippet.title")),
    text=pl.when(first("id.videoId").is_not_null())
    .then(without_html(wording("snippet.description")))
    .otherwise(wording("snippet.description")),
    tags=listed_tags(first("snippet.tags")),
    # A playlist item's snippet.publishedAt is the day it was added to the list.
    published_at=pl.when(IS_PLAYLIST_ITEM)
    .then(first("contentDetails.videoPublishedAt"))
    .otherwise(first("snippet.publishedAt")),
    duration=first("contentDetails.duration"),
    plays=first("statistics.viewCount"),
    likes=first("statistics.likeCount"),
    comments=first("statistics.commentCount"),
    not_a_work=pl.coalesce(_kind_if_other("id.kind"), _kind_if_other("kind")),
)

FLAT_ID = first("video_id", "videoId", "id")
FLAT = WorkFields(
    platform=YOUTUBE,
    work_id=FLAT_ID,
    url=LINK + FLAT_ID,
    creator_id=first("channelId", "channel_id"),
    creator_name=wording("channelTitle", "channel_title"),
    title=wording("title"),
    text=wording("description"),
    tags=listed_tags(first("tags")),
    published_at=first("publishedAt", "published_at", "publish_time"),
    captured_at=first("snapshot_utc", "fetched_at"),
    duration=first("duration_iso8601", "duration_raw", "duration"),
    plays=first("viewCount", "view_count", "views"),
    likes=first("likeCount", "like_count", "likes"),
    comments=first("commentCount", "comment_count", "comments"),
    not_a_work=_kind_if_other("kind"),
)

# One row a day and work: the day is the capture. The 2017 tables write it as YY.DD.MM and line ends as "\n".
TRENDING = replace(
    FLAT,
    text=wording("description").str.replace_all("\\n", "\n", literal=True),
    tags=parted_tags(first("tags"), "|"),
    captured_at=first("trending_date").str.replace(r"^(\d{2})\.(\d{2})\.(\d{2})$", "20${1}-${3}-${2}"),
    likes=pl.when(is_true("ratings_disabled").fill_null(False).not_()).then(first("likes")),
    comments=pl.when(is_true("comments_disabled").fill_null(False).not_()).then(first("comment_count")),
)

# A thread holds its first comment; that lies deeper than columns reach, so it stands there as JSON text.
TOP = pl.col("snippet.topLevelComment.snippet")
THREAD = CommentFields(
    platform=YOUTUBE,
    work_id=pl.coalesce(first("snippet.videoId"), TOP.str.json_path_match("$.videoId")),
    comment_id=first("snippet.topLevelComment.id"),
    text=pl.coalesce(TOP.str.json_path_match("$.textOriginal"), TOP.str.json_path_match("$.textDisplay")),
    said_at=TOP.str.json_path_match("$.publishedAt"),
    likes=TOP.str.json_path_match("$.likeCount"),
)
REPLY = CommentFields(
    platform=YOUTUBE,
    work_id=first("snippet.videoId"),
    comment_id=first("id"),
    text=wording("snippet.textOriginal"),
    said_at=first("snippet.publishedAt"),
    likes=first("snippet.likeCount"),
)

YOUTUBE_API = ToolReader(
    name="youtube",
    tool="YouTube Data API",
    kinds=(
        comments("snippet.topLevelComment.id", fields=THREAD),
        comments("snippet.textOriginal snippet.authorDisplayName", fields=REPLY),
        creators("snippet.title statistics.subscriberCount"),
        works("snippet.title snippet.channelId snippet.publishedAt", fields=API),
        works("video_id trending_date channelTitle", "video_id trending_date channel_title", fields=TRENDING),
        works(
            "title publishedAt viewCount duration",
            "video_id title publishedAt channelTitle",
            "video_id title published_at channel_title",
            "video_id title published_at duration_iso8601",
            "video_id title published_at duration_raw",
            fields=FLAT,
        ),
    ),
)
