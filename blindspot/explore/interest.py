"""How much an angle's terms are searched for: imported series, joined to the angles whose terms they name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from statistics import median

import polars as pl

from blindspot.labelling.folding import fold_term
from blindspot.library.label_works import find_terms
from blindspot.store import Store

USUAL = 12
"""Points before the newest with whose median it is compared."""


@dataclass(frozen=True)
class Interest:
    """One series: its origin (the file's name), the searched term, days and values on the origin's own scale."""

    origin: str
    term: str
    days: tuple[date, ...]
    values: tuple[float, ...]

    @property
    def latest(self) -> float:
        """The newest value."""
        return self.values[-1]

    @property
    def change(self) -> float | None:
        """How many times the median of up to twelve points before it the newest is; None where that is nothing."""
        before = self.values[-1 - USUAL : -1]
        usual = median(before) if before else 0
        return self.latest / usual if usual > 0 else None


def interest_of_angles(store: Store, topic_id: int) -> dict[str, tuple[Interest, ...]]:
    """Return the series of the terms that name an angle of the topic, by the angle's key."""
    is_sample = any(row["is_sample"] for row in store.rows("library/topics") if row["topic_id"] == topic_id)
    terms = store.frame("explore/interest_terms", is_sample=is_sample)["term"].tolist()
    if not terms:
        return {}
    keys = {row["angle_id"]: row["key"] for row in store.rows("library/topic_angles", topic_id=topic_id)}
    patterns = store.frame("library/angle_patterns", angle_ids=list(keys))
    texts = pl.DataFrame(
        {"work_key": range(len(terms)), "search_text": [fold_term(term) for term in terms]},
        schema={"work_key": pl.Int64, "search_text": pl.String},
    )
    hits = find_terms(texts.to_arrow(), patterns).filter(~pl.col("is_exclusion"))
    named = hits.select("angle_id", "work_key").unique().sort("angle_id", "work_key")
    points = store.rows("explore/interest_points", terms=terms, is_sample=is_sample)
    series: dict[str, list[Interest]] = {}
    for (origin, term), entries in groupby(points, key=lambda row: (row["origin"], row["term"])):
        found = list(entries)
        days, values = (tuple(row[name] for row in found) for name in ("day", "value"))
        series.setdefault(term, []).append(Interest(origin, term, days, values))
    joined: dict[str, list[Interest]] = {}
    for angle_id, place in named.iter_rows():
        joined.setdefault(keys[angle_id], []).extend(series[terms[place]])
    return {key: tuple(found) for key, found in joined.items()}
