"""Labelling a million works with 60 angles × 12 terms: in memory against the bare matcher, and through the store.

Run: python -m benchmarks.labelling_speed
The yardstick is polars' extract_many(overlapping=True) over the same folded texts, without places or decisions.
"""

from __future__ import annotations

import statistics
import sys

import polars as pl

from benchmarks.measuring import in_own_process, machine, risen_megabytes, say, seconds
from benchmarks.prepared import copy_of_full, full_database
from benchmarks.synthetic import words
from blindspot.labelling.folding import fold_term
from blindspot.labelling.matching import match_terms, rule_labels
from blindspot.library.codebooks import list_topics
from blindspot.library.label_works import label_angles, select_topic_works
from blindspot.store import Store

TIMES = 7


def angle_terms() -> pl.DataFrame:
    """Return the codebook's terms: term_id, angle_id, is_exclusion, folded."""
    flat = [(angle, term) for angle, terms in enumerate(words().terms) for term in terms]
    return pl.DataFrame(
        {
            "term_id": pl.Series(range(len(flat)), dtype=pl.Int32),
            "angle_id": pl.Series([angle for angle, _ in flat], dtype=pl.Int64),
            "is_exclusion": [False] * len(flat),
            "folded": [fold_term(term) for _, term in flat],
        }
    )


def texts() -> pl.DataFrame:
    """Return the folded texts of the full database: work_key, search_text."""
    store = Store(full_database())
    table = pl.from_arrow(store.arrow("library/search_texts_of_library", is_sample=False))
    store.close()
    return table


def label(works: pl.DataFrame, terms: pl.DataFrame) -> pl.DataFrame:
    """Match and decide as the library does, in memory."""
    hits = match_terms(works["search_text"], works["work_key"], terms.select("term_id", "folded"))
    return rule_labels(hits, terms.drop("folded"))


def match_only(works: pl.DataFrame, terms: pl.DataFrame) -> pl.DataFrame:
    """Run the bare matcher."""
    return works.select(pl.col("search_text").str.extract_many(pl.lit(terms["folded"].implode()), overlapping=True))


def memory_over_texts(name: str) -> float:
    """Return by how much the peak rises above what is resident with the texts, as a multiple of the texts' size."""
    works, terms = texts(), angle_terms()
    run = label if name == "label" else match_only
    return risen_megabytes(lambda: run(works, terms)) / (works["search_text"].estimated_size() / 1e6)


def through_the_store() -> None:
    """Print what labelling takes with the words and the facts written."""
    store = Store(copy_of_full("labelling.duckdb"))
    topic = list_topics(store)[0].topic_id
    with store.importing() as tx:
        angle_ids = tx.frame("library/angle_ids_of_topics", topic_ids=[topic])["angle_id"].tolist()
        say("all angles through the store, facts included", seconds(lambda: label_angles(tx, topic, angle_ids)))
        say("one angle through the store", seconds(lambda: label_angles(tx, topic, angle_ids[:1])))
        spent = seconds(lambda: select_topic_works(tx, topic, is_sample=False))
        say("the topic's works chosen and labelled anew", spent)
    store.close()


def main() -> None:
    """Print the medians and their ratio."""
    print(machine())
    works, terms = texts(), angle_terms()
    print(f"{works.height:,} texts, {works['search_text'].estimated_size() / 1e6:.0f} MB, {terms.height} terms")
    labels = label(works, terms)
    labelled = labels["work_key"].n_unique() / works.height
    print(f"{labels.height / works.height:.2f} labels a work, {labelled:.0%} labelled")
    ours, bare = [], []
    for _ in range(TIMES):
        bare.append(seconds(lambda: match_only(works, terms)))
        ours.append(seconds(lambda: label(works, terms)))
    say("bare extract_many, median", statistics.median(bare))
    say("match_terms + rule_labels, median", statistics.median(ours))
    ratio = statistics.median(a / b for a, b in zip(ours, bare, strict=True))
    say("ratio, median of pairs", ratio, "×", "≤ 3")
    for name in ("label", "match"):
        risen = float(in_own_process("benchmarks.labelling_speed", f"--memory={name}"))
        say(f"memory above the texts, in their size: {name}", risen, "×", "≤ 2" if name == "label" else "")
    through_the_store()


if __name__ == "__main__":
    asked = [argument.removeprefix("--memory=") for argument in sys.argv if argument.startswith("--memory=")]
    if asked:
        print(memory_over_texts(asked[0]))
    else:
        main()
