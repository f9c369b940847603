"""Demand beside a million works: comments and articles come in, what asks is decided anew, discovery.

Run: python -m benchmarks.demand_speed
"""

from __future__ import annotations

from datetime import UTC, datetime

from benchmarks.measuring import machine, median_of, say, seconds, timed_statements
from benchmarks.prepared import copy_of_full
from benchmarks.synthetic import articles, comments
from blindspot.explore.demand import measure_demand
from blindspot.explore.discovery import discover
from blindspot.library.codebooks import list_topics
from blindspot.library.import_files import import_paths
from blindspot.library.label_demand import label_demand
from blindspot.library.sources.import_sources import import_documents
from blindspot.library.staging import Source
from blindspot.store import Store

COMMENTS, ARTICLES = 100_000, 20


def decide(store: Store) -> None:
    """Decide anew what asks for every angle."""
    with store.importing() as tx:
        label_demand(tx)


def main() -> None:
    """Print what each takes."""
    print(machine())
    comments(COMMENTS)
    files = [Source(path, path.name, datetime.now(UTC)) for path in articles(ARTICLES)]
    store = Store(copy_of_full("demand.duckdb"))
    topic = list_topics(store)[0].topic_id
    results = []
    with timed_statements() as spent:
        taken = seconds(lambda: results.append(import_paths(store, [comments(COMMENTS)], reader="comments")))
    say(f"import of {results[0].imports[0].comments_added:,} comments", taken)
    for name, one in sorted(spent.items(), key=lambda item: -item[1])[:5]:
        say(f"  {name}", one)
    say("an article, mean", seconds(lambda: import_documents(store, files)) / ARTICLES)
    say("what asks for 60 angles, decided anew, median", median_of(lambda: decide(store), 3))
    say("demand of 60 angles, median", 1_000 * median_of(lambda: measure_demand(store, topic), 5), "ms")
    found = []
    say("discover, median", median_of(lambda: found.append(discover(store, topic)), 3))
    print(f"first terms: {', '.join(term.term for term in found[-1].terms[:5])}")
    store.close()


if __name__ == "__main__":
    main()
