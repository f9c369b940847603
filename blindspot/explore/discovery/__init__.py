"""Angles nobody has named: what sources and viewers say and works do not."""

from blindspot.explore.discovery.discover import discover
from blindspot.explore.discovery.findings import CommonTerm, Discovery, Quote, Term, Theme

__all__ = ["CommonTerm", "Discovery", "Quote", "Term", "Theme", "discover"]
