"""Invented MediaCrawler exports (Douyin, CSV) as files, for the journeys that hand one in."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

COLUMNS = (
    "aweme_id,aweme_type,title,desc,create_time,user_id,sec_uid,short_user_id,user_unique_id,user_signature,nickname,"
    "avatar,liked_count,collected_count,comment_count,share_count,ip_location,last_modify_ts,aweme_url,cover_url,"
    "video_download_url,source_keyword"
).split(",")
FIRST_ID = 7605000000000000000
FIRST_SECOND = 1770300000
CAPTURED = 1770800000000


@dataclass(frozen=True)
class Row:
    """One work of an export; what is not said here is left blank in the file."""

    number: int
    title: str
    creator: str = "阿甲"
    likes: int = 100
    captured: int = CAPTURED


WEEK = (
    Row(1, "AI视频实测：一句话生成一场雨 #AI视频", "阿甲", 1200),
    Row(2, "AI视频实测第二弹：夜景也稳 #AI视频", "阿甲", 900),
    Row(3, "手把手教你写AI视频提示词 #教程", "阿乙", 3400),
    Row(4, "AI视频避坑指南，新手入门必看", "阿乙", 2100),
    Row(5, "AI视频接单报价怎么谈 #副业", "阿丙", 800),
    Row(6, "用AI视频做产品视频，客户当场下单", "阿丙", 650),
    Row(7, "AI视频版权归谁？合同里这一条要看清", "阿丁", 430),
    Row(8, "AI视频这半年，我的一点感想", "阿丁", 380),
    Row(9, "AI视频里的素材都从哪来的，没人说得清", "阿戊", 510),
)
"""Nine works by five creators on AI video: none about data sustainability by the starter codebook's terms."""


def write_export(path: Path, rows: Iterable[Row] = WEEK) -> Path:
    """Write a Douyin CSV as MediaCrawler wrote it before July 2026."""
    text = io.StringIO(newline="")
    table = csv.DictWriter(text, COLUMNS, restval="")
    table.writeheader()
    table.writerows(_cells(row) for row in rows)
    path.write_bytes(text.getvalue().encode("utf-8-sig"))
    return path


def _cells(row: Row) -> dict[str, object]:
    work_id = FIRST_ID + row.number
    creator = sum(map(ord, row.creator))
    return {
        "aweme_id": work_id,
        "aweme_type": 0,
        "title": row.title,
        "desc": row.title,
        "create_time": FIRST_SECOND + row.number % 400 * 3600,
        "user_id": creator,
        "sec_uid": f"MS4wLjABAAAA-invented-{creator}",
        "nickname": row.creator,
        "liked_count": row.likes,
        "last_modify_ts": row.captured,
        "aweme_url": f"https://www.douyin.com/video/{work_id}",
        "source_keyword": "AI视频",
    }
