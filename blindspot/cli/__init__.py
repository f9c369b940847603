"""The command line: the pages' use cases for schedules and scripts; `--json` keys are a stable interface."""

from blindspot.cli import codebooks, coverage, creators, gaps, imports, keeping, works
from blindspot.cli.root import main

__all__ = ["codebooks", "coverage", "creators", "gaps", "imports", "keeping", "main", "works"]
