"""A week's export by an invented desk: nine works by five creators on AI video, none about data sustainability."""

from __future__ import annotations

from pathlib import Path

from douyin_exports import row, write_csv

WORKS = (
    ("AI视频实测：一句话生成一场雨 #AI视频", "阿甲", 1200),
    ("AI视频实测第二弹：夜景也稳 #AI视频", "阿甲", 900),
    ("手把手教你写AI视频提示词 #教程", "阿乙", 3400),
    ("AI视频避坑指南，新手入门必看", "阿乙", 2100),
    ("AI视频接单报价怎么谈 #副业", "阿丙", 800),
    ("用AI视频做产品视频，客户当场下单", "阿丙", 650),
    ("AI视频版权归谁？合同里这一条要看清", "阿丁", 430),
    ("AI视频这半年，我的一点感想", "阿丁", 380),
    ("AI视频里的素材都从哪来的，没人说得清", "阿戊", 510),
)


def write_week(path: Path, *, captured: str = "2026-02-11T12:00:00+08:00", more_likes: int = 0) -> Path:
    """Write the week as MediaCrawler's CSV; a later capture may have found more likes."""
    rows = (
        row(number, title, creator=name, name=name, likes=likes + more_likes, at=captured)
        for number, (title, name, likes) in enumerate(WORKS)
    )
    return write_csv(path, rows)
