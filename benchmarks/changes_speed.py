"""Small changes to a library of a million works: a small file, one label by hand, one term edited.

Run: python -m benchmarks.changes_speed
"""

from __future__ import annotations

from dataclasses import replace

from benchmarks.measuring import machine, median_of, say, seconds
from benchmarks.prepared import copy_of_full
from benchmarks.synthetic import fresh_works
from blindspot.labelling.codebook import Codebook
from blindspot.library.codebooks import list_topics, save_codebook, show_codebook
from blindspot.library.import_files import import_paths
from blindspot.library.person_labels import set_label
from blindspot.library.undo_import import undo_import
from blindspot.store import Store

ANGLE = "angle_03"


def with_term(codebook: Codebook, term: str) -> Codebook:
    """Return the codebook with one more term in one angle."""
    angles = (replace(angle, terms=(*angle.terms, term)) if angle.key == ANGLE else angle for angle in codebook.angles)
    return Codebook(codebook.topic, tuple(angles))


def main() -> None:
    """Print what each change takes."""
    print(machine())
    store = Store(copy_of_full("changes.duckdb"))
    topic = list_topics(store)[0].topic_id
    for batch, works in enumerate((20, 1_000, 1_000, 10_000)):
        path = fresh_works(works, batch)
        results = []
        spent = seconds(lambda p=path, r=results: r.append(import_paths(store, [p])))
        say(f"import of {works:,} new works", spent, "s", "about 1-2")
    spent = seconds(lambda: undo_import(store, results[0].imports[0].import_id))
    say("undo of the import of 10,000 works", spent)
    works = store.rows("library/search_texts_of_topic", topic_id=topic)[:40]
    keys = iter([row["work_key"] for row in works])
    labelling = median_of(lambda: set_label(store, topic, ANGLE, next(keys), True), 9)
    say("a label by hand, median", labelling, "s", "< 0.3")
    codebook = show_codebook(store, topic)
    terms = iter(("我们", "怎么", "剪辑", "算力", "没有这样的词"))
    editing = median_of(lambda: save_codebook(store, "Ann", topic, with_term(codebook, next(terms))), 4)
    say("an edited term, median", editing, "s", "≤ 3")
    store.close()


if __name__ == "__main__":
    main()
