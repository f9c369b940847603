"""Ids as text: which are none (rounded by a spreadsheet, an error cell), and what an id or a link says of itself."""

from __future__ import annotations

import polars as pl

ROUNDED = r"^\d(?:\.\d+)?[eE]\+\d{1,3}$"
ERROR_CELL = r"^#(?:NAME|REF|VALUE|NUM|DIV/0|NULL|N/A)[!?]?$"
LONG_ID = r"^[1-9]\d{16,19}$"
LOST_DIGITS = r"000$"

HOSTS = {
    "douyin": "douyin.com iesdouyin.com",
    "tiktok": "tiktok.com",
    "bilibili": "bilibili.com b23.tv",
    "xiaohongshu": "xiaohongshu.com xhslink.com rednote.com",
    "kuaishou": "kuaishou.com gifshow.com chenzhongtech.com",
    "weibo": "weibo.com weibo.cn",
    "youtube": "youtube.com youtu.be youtube-nocookie.com",
}
PLATFORM_OF_DOMAIN = {domain: platform for platform, domains in HOSTS.items() for domain in domains.split()}
DOMAIN = r"^(?i:https?:)?//(?:[^/@?#]*@)?(?:[^/:?#]*\.)?([^./:?#]+\.[^./:?#]+)(?:[/:?#]|$)"
ID_IN_LINK = (
    r"(?i:youtu\.be/|youtube\.com/(?:shorts|live|embed)/|[?&]v=)([A-Za-z0-9_-]{11})(?:[^A-Za-z0-9_-]|$)",
    r"/(BV[0-9A-Za-z]{10})",
    r"/(av\d+)(?:\D|$)",
    r"/(?:explore|discovery/item|item)/([0-9a-f]{24})",
    r"/user/profile/[0-9a-f]{24}/([0-9a-f]{24})",
    r"/(?:video|note|photo|slides)/(\d{15,20})",
    r"[?&](?:modal_id|aweme_id|item_id)=(\d{15,20})",
    r"/(?:short-video|fw/photo|photo)/([0-9A-Za-z]{8,20})",
    r"weibo\.c(?:om|n)/(?:\d+|detail|status)/([0-9A-Za-z]{9,16})",
)


def plain_ids(cells: pl.Series) -> pl.Series:
    """Return ids without the ".0" that a spreadsheet or data frame adds to numbers small enough to be exact."""
    return cells.str.replace(r"^(\d{1,15})\.0$", "${1}")


def are_rounded(ids: pl.Series) -> pl.Series:
    """Say where an id lost its digits: written as 1.23E+18, or rounded to end in zeros.

    One true id in a thousand ends in 000 as well, so zeros count only where most long ids of the batch end in them.
    """
    is_long = ids.str.contains(LONG_ID).fill_null(False)
    ends_in_zeros = is_long & ids.str.contains(LOST_DIGITS).fill_null(False)
    shortened = ids.str.contains(ROUNDED).fill_null(False)
    return shortened | ends_in_zeros if ends_in_zeros.sum() * 2 > is_long.sum() else shortened


def are_error_cells(ids: pl.Series) -> pl.Series:
    """Say where a spreadsheet shows an error instead of the id, as it does for ids that begin with "-" or "="."""
    return ids.str.contains(ERROR_CELL).fill_null(False)


def platform_of_link(link: pl.Expr) -> pl.Expr:
    """Return the platform to which a link's host belongs; null where the host is none of ours."""
    return link.str.extract(DOMAIN).str.to_lowercase().replace_strict(PLATFORM_OF_DOMAIN, default=None)


def id_in_link(link: pl.Expr) -> pl.Expr:
    """Return the work's id as it stands in its link; null where the link names none (short links)."""
    return pl.coalesce([link.str.extract(pattern) for pattern in ID_IN_LINK])


def platform_of_id(work_id: pl.Expr) -> pl.Expr:
    """Return the platform whose ids alone look like this (BV… of Bilibili, 24 hex digits of Xiaohongshu), else null."""
    return (
        pl.when(work_id.str.contains(r"^BV1[0-9A-Za-z]{9}$"))
        .then(pl.lit("bilibili"))
        .when(work_id.str.contains(r"^[56][0-9a-f]{23}$"))
        .then(pl.lit("xiaohongshu"))
    )
