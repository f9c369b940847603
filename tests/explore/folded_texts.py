"""Texts folded as search texts are, for tests of what is compared."""

from __future__ import annotations

import polars as pl

from blindspot.explore.discovery.said import Said
from blindspot.labelling.folding import fold_characters


def fold(*texts: str) -> list[str]:
    return [fold_characters(text)[0] for text in texts]


def say(source: str | None, *texts: str) -> list[Said]:
    """Return what a source says, a text a passage; None: viewers ask."""
    source_id = None if source is None else sum(map(ord, source))
    return [Said(text, folded, source, source_id, source) for text, folded in zip(texts, fold(*texts), strict=True)]


def works(*texts: str) -> pl.Series:
    return pl.Series(fold(*texts), dtype=pl.String)
