"""A research report: Markdown to its parts and back, word for word."""

from blindspot.documents.report.model import Report
from blindspot.documents.report.parse import missing_sections, parse_report
from blindspot.documents.report.render import render_report

__all__ = ["Report", "missing_sections", "parse_report", "render_report"]
