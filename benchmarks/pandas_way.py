"""The same questions the way a user would write them in pandas: read_csv, str.contains per angle, pivot_table.

Run: python -m benchmarks.pandas_way
A sample of the works is labelled by pandas and the time scaled up; the sample's size is printed.
"""

from __future__ import annotations

import re
import time

import pandas as pd

from benchmarks.labelling_speed import angle_terms, label, texts
from benchmarks.measuring import machine, median_of, say
from benchmarks.prepared import full_database
from benchmarks.synthetic import WORKS, export, words
from blindspot.explore.coverage import count_cells
from blindspot.explore.filters import Filters
from blindspot.library.codebooks import list_topics
from blindspot.store import Store

SAMPLE = 100_000


def label_with_pandas(table: pd.DataFrame) -> pd.DataFrame:
    """Return one row a work and angle, by one pattern of escaped terms an angle; no folding, no whole words."""
    captions = table["title"].str.lower()
    found = []
    for angle, terms in enumerate(words().terms):
        pattern = "|".join(map(re.escape, terms))
        matched = table.loc[captions.str.contains(pattern, regex=True), ["aweme_id", "nickname"]]
        found.append(matched.assign(angle=angle))
    return pd.concat(found)


def time_pandas() -> tuple[float, float, float]:
    """Return the seconds of reading, of labelling (scaled up), and of the pivot of a million works' labels."""
    started = time.perf_counter()
    table = pd.read_csv(export(), dtype={"aweme_id": str})
    read = time.perf_counter()
    labelled = label_with_pandas(table.head(SAMPLE))
    matched = time.perf_counter()
    long = pd.concat([labelled] * (WORKS // SAMPLE))
    pivoting = median_of(
        lambda: long.pivot_table(index="angle", columns="nickname", values="aweme_id", aggfunc="count"), 3
    )
    return read - started, (matched - read) * WORKS / SAMPLE, pivoting


def main() -> None:
    """Print both ways side by side."""
    print(machine())
    print(f"pandas labels a sample of {SAMPLE:,} works; its time is scaled to {WORKS:,}")
    reading, matching, pivoting = time_pandas()
    works, terms = texts(), angle_terms()
    ours = median_of(lambda: label(works, terms), 3)
    store = Store(full_database())
    topic = list_topics(store)[0].topic_id
    params = Filters().params(topic)
    counting = median_of(lambda: store.arrow("explore/works_per_angle_and_creator", **params), 5)
    everything = median_of(lambda: count_cells(store, topic, Filters(), "creator"), 5)
    store.close()
    say("pandas read_csv alone (nothing checked or stored)", reading)
    say("pandas str.contains, 60 angles", matching)
    say("match_terms + rule_labels, with words and places", ours)
    say("ratio", matching / ours, "×")
    say("pandas pivot_table, angle × creator", pivoting)
    say("SQL, angle × creator", counting)
    say("ratio", pivoting / counting, "×")
    say("the same as Python rows", everything)


if __name__ == "__main__":
    main()
