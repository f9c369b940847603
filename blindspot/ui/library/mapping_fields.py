"""The fields of a work as the mapping form names and orders them."""

from __future__ import annotations

from blindspot.readers.mapping import FIELDS
from blindspot.readers.mapping.aliases import platform_names
from blindspot.ui.texts import Translator

FIRST = ("work_id", "url", "title", "published_at", "creator_name", "platform")
"""What an import cannot do without, and who published it."""

REST = tuple(field for field in FIELDS if field not in FIRST)
PLATFORMS = tuple(dict.fromkeys(platform_names().values()))


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
