"""The invented sample: loaded by the app into an empty database only, a topic of its own, removed as a whole."""

from __future__ import annotations

from datetime import UTC, datetime

from blindspot.library.codebooks import TopicEntry, list_topics, load_codebook, remove_topic
from blindspot.library.hot_topics import import_hot_lists
from blindspot.library.import_files import import_source
from blindspot.library.import_result import Result
from blindspot.library.interest import import_interest
from blindspot.library.sources.documents import PARTS as DOCUMENT_PARTS
from blindspot.library.sources.import_sources import import_documents
from blindspot.library.staging import Source
from blindspot.library.topic_bin import HeldTopic, list_binned_topics
from blindspot.library.undo_import import undo_import
from blindspot.plan.loading import load_episode
from blindspot.plan.reports.import_reports import import_report
from blindspot.plan.reports.parts import PARTS
from blindspot.plan.reports.plans import INNER
from blindspot.plan.storyboards.formats import set_format
from blindspot.plan.storyboards.listing import list_storyboards
from blindspot.plan.storyboards.shots import add_shots
from blindspot.plan.storyboards.shown_claims import find_claims
from blindspot.plan.storyboards.tables import read_shot_file
from blindspot.readers.own_files import files_are_ours
from blindspot.shipped import DATA
from blindspot.store import Store, Transaction

FOLDER = DATA / "sample"
STORYBOARD = "storyboard.csv"
TARGET_SECONDS = 45.0
WHO = "Blindspot"
"""Who makes the sample's storyboard."""
CAPTURED = datetime(2026, 2, 11, 4, tzinfo=UTC)
DRAWN = ("claim_uses", "claim_figures", "claims")
KEPT = ("source_urls", "topic_sources", "reports", "sources", "accounts", "hot_topics")
PLANNED = (
    "proposals", "proposal_counterpoints", "votes", "comments", "episodes", "shots", "series", "signals",
    "edits", "proposal_claims", "shot_claims", "pictures", "drafts", "seen_imports",
)  # fmt: skip
"""The tables that hold rows of the sample, in the order in which these can be known and taken out."""


def load_sample(store: Store) -> bool:
    """Load the sample if the database is still empty; return whether it was."""
    if not store.value("library/is_empty"):
        return False
    codebook = FOLDER / "sample_codebook.toml"
    load_codebook(store, WHO, codebook.read_text(encoding="utf-8"), file=codebook.name, is_sample=True)
    with files_are_ours():
        result = Result()
        for source in _files("ai_video_sample.csv", "comments.csv"):
            import_source(store, source, result, is_sample=True)
        for report in _files("second_report.md", "research_report.md"):
            import_report(store, report.path, report.name, is_sample=True)
        articles = _files("article_with_front_matter.md", "article_plain.txt", "saved_page.html")
        documents = import_documents(store, articles, is_sample=True)
        interest = import_interest(store, _files("interest.csv"), is_sample=True)
        _, unlisted = import_hot_lists(store, [(FOLDER / "hot_topics.md", "hot_topics.md")], is_sample=True)
        _load_storyboard(store)
    reasons = [one.reason for part in (result.refused, interest.refused, unlisted) for one in part]
    for reason in (*reasons, *(one.reason for one in documents.refused)):
        raise RuntimeError(str(reason))
    return True


def has_sample(store: Store) -> bool:
    """Return whether anything of the sample is in the database."""
    of_sample = ("library/sample_imports", "library/sample_sources")
    return any(topic.is_sample for topic in _all_topics(store)) or any(store.rows(name) for name in of_sample)


def take_out_sample(store: Store) -> None:
    """Delete the sample with all that hangs on it; what the user brought or put on the shortlist stays."""
    with store.changing() as tx:
        _remove_documents(tx)
    for row in store.rows("library/sample_imports"):
        undo_import(store, row["import_id"])
    for topic in _all_topics(store):
        if topic.is_sample:
            remove_topic(store, topic.topic_id)


def _all_topics(store: Store) -> list[TopicEntry | HeldTopic]:
    return [*list_topics(store), *list_binned_topics(store)]


def _load_storyboard(store: Store) -> None:
    """Give the last episode of the sample's series its shots."""
    episode = load_episode(store, list_storyboards(store)[-1].episode_id)
    table = find_claims(store, read_shot_file(FOLDER / STORYBOARD, STORYBOARD, episode.fps), episode)
    set_format(store, WHO, episode.episode_id, episode.rev, {"target_seconds": TARGET_SECONDS})
    add_shots(store, WHO, episode.episode_id, table.shots, origin="import")
    # a plan counts as the user's by its history, which begins with him
    with store.planning() as tx:
        tx.run("editing/forget_edits")
        tx.run("editing/forget_actions")


def _remove_documents(tx: Transaction) -> None:
    tx.run("library/remove_sample_from_conflicts")
    claim_ids = [row["claim_id"] for row in tx.rows("library/sample_claims")]
    for table in DRAWN:
        tx.run(f"library/forget_candidates_from_{table}", claim_ids=claim_ids)
    for source in tx.rows("library/sample_sources"):
        for part in DOCUMENT_PARTS:
            tx.run(f"library/forget_document_{part}", source_id=source["source_id"])
        if source["kind"] == "own_report":
            _remove_report(tx, source["source_id"])
    for table in PLANNED:
        tx.run(f"plan/remove_sample_from_{table}")
    for table in KEPT:
        tx.run(f"library/remove_sample_from_{table}")
    tx.run("library/forget_history_of_gone")
    tx.run("editing/forget_empty_actions")


def _remove_report(tx: Transaction, source_id: int) -> None:
    for part in (*PARTS, "claims"):
        tx.run(f"library/forget_report_{part}", source_id=source_id)
    for table in (*INNER, "report_signals"):
        tx.run(f"plan/forget_{table}", source_id=source_id)


def _files(*names: str) -> list[Source]:
    return [Source(FOLDER / name, name, CAPTURED) for name in names]
