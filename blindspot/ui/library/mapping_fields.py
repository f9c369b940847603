"""The fields of a work as the mapping form names and orders them."""

from __future__ import annotations

from blindspot.readers.mapping import FIELDS
from blindspot.readers.platforms import platform_keys
from blindspot.ui.texts import Translator

FIRST = ("work_id", "url", "title", "published_at", "creator_name", "platform")
"""What an import cannot do without, and who published it."""

REST = tuple(field for field in FIELDS if field not in FIRST)
PLATFORMS = platform_keys()


def unit_name(unit: str, t: Translator) -> str:
    """Return what a unit of lengths is called."""
    return {"s": t("seconds"), "ms": t("milliseconds"), "min": t("minutes")}[unit]


def order_name(order: str, t: Translator) -> str:
    """Return how dates of three numbers are written."""
    return {"": t("— as the dates tell —"), "dmy": t("day first (31/12/2025)"), "mdy": t("month first (12/31/2025)")}[
        order
    ]


def mapping_field_name(field: str, t: Translator) -> str:
    """Return what a field of a work is called."""
    return {
        "work_id": t("Id of the work"),
        "url": t("Link to the work"),
        "platform": t("Platform"),
        "title": t("Title"),
        "text": t("Text"),
        "hashtags": t("Hashtags"),
        "creator_name": t("Creator's name"),
        "creator_id": t("Creator's id"),
        "published_at": t("Time of publishing"),
        "clock": t("Clock of publishing, where it stands apart"),
        "duration": t("Duration"),
        "plays": t("Plays"),
        "likes": t("Likes"),
        "comments": t("Number of comments"),
        "shares": t("Shares"),
        "collects": t("Collects"),
        "transcript": t("Transcript"),
        "keyword": t("Search keyword"),
        "captured_at": t("Time of the export"),
    }[field]
