"""The words for a report's parts, and its own words put on a page: paragraphs, lists and bold, nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable

from blindspot.ui.marking import escape_markdown
from blindspot.ui.texts import Translator

MARKER = re.compile(r"^(\s*)(?:[-*+]|(\d{1,9})[.)])\s+")
LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()]*(?:\([^()]*\)[^()]*)*\)")
BOLD = re.compile(r"\*\*(.+?)\*\*")


def section_name(key: str, t: Translator) -> str:
    """Return a section's name."""
    return {
        "insight": t("core insight"),
        "claims": t("key facts"),
        "counterpoints": t("counter-arguments"),
        "competitors": t("competitor analysis"),
        "proposals": t("suggested angle"),
        "ratings": t("rated sources"),
        "findings": t("unexpected findings"),
        "relation": t("relation to earlier reports"),
        "series": t("series suggestion"),
        "signals": t("signals to watch"),
    }[key]


def section_heading(key: str, t: Translator) -> str:
    """Return a section's name as a heading of its own."""
    name = section_name(key, t)
    return name[:1].upper() + name[1:]


def names_of_sections(keys: Iterable[str], t: Translator) -> str:
    """Return the names of sections as one phrase."""
    return t.all_of([section_name(key, t) for key in keys])


def plain_body(text: str) -> str:
    """Return a report's Markdown with its lines, lists and bold words kept; all else stands as it is written."""
    return "\n".join(_line(line) for line in text.strip().splitlines())


def _line(line: str) -> str:
    words = LINK.sub(r"\1", line).lstrip("#> ") if not MARKER.match(line) else LINK.sub(r"\1", line)
    if not words.strip():
        return ""
    marker = MARKER.match(words)
    lead = ""
    if marker:
        lead = f"{marker[1]}{marker[2] + '.' if marker[2] else '-'} "
        words = words[marker.end() :]
    parts = BOLD.split(words)
    escaped = [escape_markdown(part) for part in parts]
    marked = "".join(f"**{part.strip()}**" if place % 2 else part for place, part in enumerate(escaped))
    return f"{lead}{marked}" if marker else f"{marked}  "
