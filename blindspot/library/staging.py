"""From a file to the library within one transaction: rows are staged, compared with what is known, and stored."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pyarrow as pa

from blindspot.errors import BlindspotError, FileRefused
from blindspot.library.comments import begin_comments, place_comments, stage_comments, store_comments
from blindspot.library.folding_ahead import Folding, fold_works
from blindspot.library.import_result import COUNTED, OUTCOMES
from blindspot.library.label_demand import label_demand
from blindspot.library.label_works import label_new_words
from blindspot.library.mappings import known_mapping
from blindspot.readers import client, events, tried
from blindspot.store import Transaction

MOST_UNREAD_CELLS = 10_000
"""Cells of one file that are kept one by one; all are counted."""
TABLE = "table"
"""The reader that works by a mapping of columns."""


@dataclass(frozen=True)
class Source:
    """A file to import: where its bytes lie, what the user calls it, and the latest time its counts can be of."""

    path: Path
    name: str
    file_time: datetime


@dataclass(frozen=True)
class Progress:
    """How far one file is: bytes read of all, rows so far, and whether all is read and being stored."""

    file: str
    done_bytes: int
    total_bytes: int
    rows: int
    is_storing: bool


@dataclass(frozen=True)
class Watch:
    """Whom to tell how far an import is, and whom to ask whether to go on."""

    report: Callable[[Progress], None] = lambda progress: None
    should_stop: Callable[[], bool] = lambda: False


class Stopped(BlindspotError):
    """The user stopped an import; nothing of that file was stored."""


class Unmapped(FileRefused):
    """A table that no reader knows and whose proposed mapping is in doubt."""

    def __init__(self, file: str, proposal: events.Proposal) -> None:
        refusal = FileRefused(
            "{file} is a table that no reader knows, and its columns do not say without doubt what they hold.",
            "Correct the proposed mapping and import the file with it.",
            file=file,
        )
        super().__init__(refusal.message.template, refusal.hint.template, **refusal.message.values)
        self.proposal = proposal
        self.tried = tuple(tried())


def import_rows(
    tx: Transaction,
    import_id: int,
    source: Source,
    *,
    reader: str | None,
    mapping: dict[str, Any] | None,
    confirmed: dict[str, Any] | None,
    is_sample: bool,
    watch: Watch,
) -> tuple[str, dict[str, Any] | None, dict[str, int]]:
    """Read a file and store its works; return the reader's name, the mapping used and the counts (COUNTED).

    Raises FileRefused, Unmapped or Stopped; the caller's transaction then leaves nothing behind.
    """
    tx.run("library/create_staged")
    begin_comments(tx)
    counts = dict.fromkeys(COUNTED, 0)
    try:
        reader_name = _stage(tx, import_id, source, counts, reader, mapping, is_sample, watch)
    except Unmapped as unmapped:
        mapping = known_mapping(tx, unmapped.proposal.columns, confirmed)
        if mapping is None:
            raise
        reader_name = _stage(tx, import_id, source, counts, reader, mapping, is_sample, watch)
    watch.report(Progress(source.name, 1, 1, counts["rows_read"], is_storing=True))
    _store(tx, import_id, counts, is_sample)
    _stop_if_asked(source, watch)
    if counts["rows_read"] != sum(counts[outcome] for outcome in OUTCOMES):
        raise FileRefused(
            "The rows of {file} do not add up ({counts}), so nothing of it was stored.",
            "This is a fault of Blindspot; please report it together with the file's header.",
            file=source.name,
            counts=counts,
        )
    return reader_name, mapping, counts


def rebuild_responses(tx: Transaction, creators: pa.Table | None = None) -> None:
    """Compute the responses of these creators' works (creator_key; None: of all) against their other works anew."""
    with tx.given(stale_creators=tx.arrow("library/all_creators") if creators is None else creators):
        tx.run("library/rebuild_responses_clear")
        tx.run("library/rebuild_responses")


def _stage(
    tx: Transaction,
    import_id: int,
    source: Source,
    counts: dict[str, int],
    reader: str | None,
    mapping: dict[str, Any] | None,
    is_sample: bool,
    watch: Watch,
) -> str:
    reader_name = ""
    stream = client.read_file(source.path, source.name, reader=reader, mapping=mapping, should_stop=watch.should_stop)
    try:
        with closing(stream), Folding() as folding:
            for event in stream:
                _stop_if_asked(source, watch)
                match event:
                    case events.Opened():
                        reader_name = event.reader
                        if mapping is None and reader_name == TABLE:
                            _prefer_known_mapping(tx, source)
                    case events.Unmapped():
                        raise Unmapped(source.name, event.proposal)
                    case events.CommentsBatch():
                        _stage_comments(tx, import_id, event, counts, is_sample)
                    case events.OtherRows():
                        counts[f"{event.kind}_seen"] += event.rows
                    case events.Progress():
                        done, total = event.done_bytes, event.total_bytes
                        watch.report(Progress(source.name, done, total, counts["rows_read"], is_storing=False))
                    case events.WorksBatch():
                        for batch, texts in folding.fold(event):
                            _stage_batch(tx, import_id, source, batch, texts, counts)
            for batch, texts in folding.rest():
                _stage_batch(tx, import_id, source, batch, texts, counts)
    except events.ReadingStopped as error:
        raise _stopped(source) from error
    return reader_name


def _prefer_known_mapping(tx: Transaction, source: Source) -> None:
    """Raise Unmapped where the reader is sure of its own mapping but the user once said otherwise for that header."""
    if tx.value("library/mappings_count"):
        proposal = client.propose(source.path, source.name)
        if known_mapping(tx, proposal.columns):
            raise Unmapped(source.name, proposal)


def _stage_batch(
    tx: Transaction,
    import_id: int,
    source: Source,
    batch: events.WorksBatch,
    texts: pa.Array,
    counts: dict[str, int],
) -> None:
    """Put one batch aside with the time of its file, note what was not understood, and add it to the counts."""
    works = batch.works.append_column("search_text", texts)
    with tx.given(batch=works, rejected=batch.rejected):
        tx.run("library/stage_batch", file_time=source.file_time)
        tx.run("library/add_rejects", import_id=import_id)
    room = max(MOST_UNREAD_CELLS - counts["cells_unread"], 0)
    with tx.given(notes=batch.notes.slice(0, room), remarks=batch.remarks):
        tx.run("library/add_unread_cells", import_id=import_id)
        tx.run("library/add_remarks", import_id=import_id)
    counts["rows_read"] += batch.rows_read
    counts["rows_rejected"] += batch.rejected.num_rows
    counts["cells_unread"] += batch.notes.num_rows


def _stage_comments(
    tx: Transaction, import_id: int, batch: events.CommentsBatch, counts: dict[str, int], is_sample: bool
) -> None:
    stage_comments(tx, batch, is_sample=is_sample)
    with tx.given(rejected=batch.rejected):
        tx.run("library/add_comment_rejects", import_id=import_id)
    counts["comments_seen"] += batch.comments.num_rows + batch.rejected.num_rows


def _store(tx: Transaction, import_id: int, counts: dict[str, int], is_sample: bool) -> None:
    """Bring the rows put aside into the library: creators, works, snapshots, comments, labels; complete the counts."""
    tx.run("library/order_captures")
    tx.run("library/find_known_works")
    tx.run("library/compare_with_library")
    tx.run("library/compare_within_file")
    counts.update(tx.rows("library/count_outcomes")[0])
    counts["snapshots_added"] = tx.value("library/count_new_snapshots")
    tx.run("library/add_creator_aliases")
    tx.run("library/add_creators", is_sample=is_sample)
    tx.run("library/rename_creators")
    _store_works(tx, import_id, is_sample)
    tx.run("library/add_snapshots", import_id=import_id)
    _restate_counts(tx)
    counts["comments_added"] = store_comments(tx, import_id, is_sample=is_sample)
    place_comments(tx)
    creators = tx.arrow("library/staged_creators")
    rebuild_responses(tx, creators)
    if tx.rows("library/topics_to_label", is_sample=is_sample):
        with tx.given(stale_creators=creators):
            stale = tx.arrow("library/stale_works")
        label_new_words(tx, tx.arrow("library/touched_works"), is_sample=is_sample, stale=stale)
        label_demand(tx)


def _store_works(tx: Transaction, import_id: int, is_sample: bool) -> None:
    tx.run("library/number_new_works")
    tx.run("library/number_repeated_works")
    tx.run("library/note_new_words")
    tx.run("library/keep_former_texts", import_id=import_id)
    tx.run("library/update_works")
    _fold_again(tx)
    tx.run("library/update_counts")
    tx.run("library/add_works", is_sample=is_sample)


def _restate_counts(tx: Transaction) -> None:
    works = tx.arrow("library/works_of_other_captures")
    if works.num_rows:
        with tx.given(touched=works):
            tx.run("library/restate_counts")


def _fold_again(tx: Transaction) -> None:
    works = tx.arrow("library/works_to_refold")
    if works.num_rows:
        texts = pa.table({"work_key": works["work_key"], "search_text": fold_works(works)})
        with tx.given(refolded=texts):
            tx.run("library/set_search_texts")


def _stop_if_asked(source: Source, watch: Watch) -> None:
    if watch.should_stop():
        raise _stopped(source)


def _stopped(source: Source) -> Stopped:
    return Stopped("The import of {file} was stopped; nothing of it was stored.", "", file=source.name)
