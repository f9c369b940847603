"""Markdown to a report's parts; what the model cannot write out again line for line is kept as written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from blindspot.documents.report.layout import Part, split_label, until_next
from blindspot.documents.report.linking import link
from blindspot.documents.report.model import Report, Section
from blindspot.documents.report.page import Page, read_page, split_lines
from blindspot.documents.report.render import render_report, render_section
from blindspot.documents.report.sections import SECTIONS
from blindspot.documents.report.words import PARTS, Aliases, Language, fold, label_keys, language_of, section_keys
from blindspot.errors import FileRefused

MOST_CHARACTERS = 200_000
TELLING = {"claims", "insight", "proposals"}
"""A report has at least one of these sections, and a second known one or a graded claim."""
_MOST_ROUNDS = 4
_FOOT = {"completed_at", "duration", "source_count"}


def parse_report(text: str, aliases: Aliases = (), *, name: str = "") -> Report | None:
    """Return the report that a text is, or None where it is another kind of document.

    `aliases` are the user's own headings as (section key, heading) pairs, `name` what the text is called in a refusal.
    Every line that is not blank is in render_report's text again, in order, and reading that text gives the same
    report. Raises FileRefused for a report too large or too tangled to be written by people.
    """
    keys = section_keys(aliases)
    if not any(fold(line) in keys for line in split_lines(text)):
        return None
    if len(text) > MOST_CHARACTERS:
        raise FileRefused(
            "{file} has {characters} characters; a report may have {most}.",
            "Split it into the parts that you need.",
            file=name,
            characters=len(text),
            most=MOST_CHARACTERS,
        )
    report = _read(text, keys, name)
    # a blank line that rendering puts in may show a part that was hidden; a few rounds show all of them
    for _ in range(_MOST_ROUNDS):
        again = _read(render_report(report), keys, name) if report else None
        if again in (None, report):
            break
        report = again
    return report


@dataclass(frozen=True)
class _Place:
    """Where a section stands: from its rule or heading to the next section."""

    start: int
    end: int
    key: str | None
    heading: int | None


def _read(text: str, keys: Mapping[str, str], name: str) -> Report | None:
    page = read_page(text, name)
    places = _places(page, keys)
    known = {place.key for place in places} - {None, "head", "closing"}
    if not known & TELLING:
        return None
    language = language_of(" ".join(page.headings[place.heading] for place in places if place.heading is not None))
    sections = tuple(_read_section(page, place, language) for place in places)
    title = sections[0].heading or ""
    is_graded = any(claim.grade_words for section in sections for claim in section.claims)
    return link(Report(title, sections)) if len(known) > 1 or is_graded else None


def _places(page: Page, keys: Mapping[str, str]) -> list[_Place]:
    found = {at: keys.get(fold(heading)) for at, heading in page.headings.items()}
    level = min((page.levels[at] for at, key in found.items() if key), default=0)
    first = min(found, default=None)
    title = first if first is not None and not found[first] else None
    headings = sorted(at for at in found if page.levels[at] <= level and at != title)
    starts = [_before_rule(page, at) for at in headings]
    places = [_Place(0, starts[0] if starts else len(page.lines), "head", title)]
    for (start, end), at in zip(until_next(starts, len(page.lines)), headings, strict=True):
        places.append(_Place(start, end, found[at], at))
    return [*places[:-1], *_split_foot(page, places[-1])]


def _split_foot(page: Page, last: _Place) -> list[_Place]:
    for at in range((last.heading or last.start) + 1, last.end):
        label = split_label(page.lines[at]) if page.kinds[at] == "text" else None
        name = fold(label[0]) if label else ""
        if label_keys("fields").get(name) in _FOOT or name in label_keys("closing"):
            start = _before_rule(page, at)
            return [replace(last, end=start), _Place(start, last.end, "closing", None)]
    return [last]


def _before_rule(page: Page, at: int) -> int:
    before = at - 1
    while before >= 0 and page.kinds[before] == "blank":
        before -= 1
    return before if before >= 0 and page.kinds[before] == "rule" else at


def _read_section(page: Page, place: _Place, language: Language) -> Section:
    has_rule = place.key != "head" and page.kinds[place.start] == "rule"
    start = place.start + has_rule if place.heading is None else place.heading + 1
    part = Part(page, start, place.end)
    read, _ = SECTIONS[place.key]
    section = Section(
        key=place.key,
        heading=None if place.heading is None else page.headings[place.heading],
        level=0 if place.heading is None else page.levels[place.heading],
        has_rule=has_rule,
        **read(part),
        labels=tuple(part.labels.items()),
    )
    written = page.text(place.start, place.end)
    is_same = _lines(render_section(section, language)) == _lines(written)
    return section if is_same else replace(section, verbatim=written)


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in split_lines(text) if line.strip()]


def missing_sections(report: Report) -> tuple[str, ...]:
    """Return the keys of what a report lacks, in the order of a complete one."""
    present = {section.key for section in report.sections}
    present |= {key for key in ("series", "signals") if any(getattr(section, key) for section in report.sections)}
    return tuple(key for key in PARTS if key not in present)
