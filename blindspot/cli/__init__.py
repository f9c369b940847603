"""The command line: the pages' use cases for schedules and scripts; `--json` keys are a stable interface."""

from blindspot.cli import (
    codebooks,
    comments,
    coverage,
    creators,
    discover,
    gaps,
    hot_lists,
    imports,
    keeping,
    plans,
    reports,
    sources,
    works,
)
from blindspot.cli.root import main

__all__ = [
    "codebooks",
    "comments",
    "coverage",
    "creators",
    "discover",
    "gaps",
    "hot_lists",
    "imports",
    "keeping",
    "main",
    "plans",
    "reports",
    "sources",
    "works",
]
