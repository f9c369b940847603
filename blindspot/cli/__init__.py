"""The command line: the pages' use cases for schedules and scripts; `--json` keys are a stable interface."""

from blindspot.cli import (
    calendars,
    codebooks,
    comments,
    coverage,
    creators,
    discover,
    episodes,
    gaps,
    hot_lists,
    imports,
    keeping,
    proposals,
    reports,
    series,
    shots,
    sources,
    works,
)
from blindspot.cli.root import main

__all__ = [
    "calendars",
    "codebooks",
    "comments",
    "coverage",
    "creators",
    "discover",
    "episodes",
    "gaps",
    "hot_lists",
    "imports",
    "keeping",
    "main",
    "proposals",
    "reports",
    "series",
    "shots",
    "sources",
    "works",
]
