"""A report's parts to Markdown, from the model alone."""

from __future__ import annotations

from blindspot.documents.report.model import Report, Section
from blindspot.documents.report.sections import SECTIONS
from blindspot.documents.report.sections.writing import Wording
from blindspot.documents.report.words import Language, language_of


def render_report(report: Report) -> str:
    """Return a report as Markdown: every section in its place, in its own words."""
    language = language_of(" ".join([report.title, *(section.heading or "" for section in report.sections)]))
    return "".join(render_section(section, language) for section in report.sections).rstrip("\n") + "\n"


def render_section(section: Section, language: Language) -> str:
    """Return a section as Markdown."""
    if section.verbatim is not None:
        return section.verbatim + "\n\n"
    rule = "---" if section.has_rule else ""
    heading = "" if section.heading is None else f"{'#' * section.level} {section.heading}"
    _, write = SECTIONS[section.key]
    blocks = [rule, heading, *write(section, Wording(section.labels, language))]
    return "".join(f"{block}\n\n" for block in blocks if block)
