"""The invented sample: loaded by the app into an empty database only, a topic of its own, removed as a whole."""

from __future__ import annotations

from datetime import UTC, datetime

from blindspot.library.codebooks import list_topics, load_codebook, remove_topic
from blindspot.library.import_files import import_source
from blindspot.library.import_result import Result
from blindspot.library.staging import Source
from blindspot.library.undo_import import undo_import
from blindspot.settings import ROOT
from blindspot.store import Store

FOLDER = ROOT / "data" / "sample"


def load_sample(store: Store) -> bool:
    """Load the sample if the database is still empty; return whether it was."""
    if not store.value("library/is_empty"):
        return False
    codebook = FOLDER / "sample_codebook.toml"
    load_codebook(store, codebook.read_text(encoding="utf-8"), file=codebook.name, is_sample=True)
    works = FOLDER / "ai_video_sample.csv"
    result = Result()
    source = Source(works, works.name, datetime(2026, 2, 11, 4, tzinfo=UTC))
    import_source(store, source, result, is_sample=True)
    if result.refused:
        raise RuntimeError(str(result.refused[0].reason))
    return True


def has_sample(store: Store) -> bool:
    """Return whether anything of the sample is in the database."""
    return any(topic.is_sample for topic in list_topics(store)) or bool(store.rows("library/sample_imports"))


def remove_sample(store: Store) -> None:
    """Take the sample out: its works, creators and topic; what the user brought stays."""
    for row in store.rows("library/sample_imports"):
        undo_import(store, row["import_id"])
    for topic in list_topics(store):
        if topic.is_sample:
            remove_topic(store, topic.topic_id)
