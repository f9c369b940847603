"""Imports files, folders and zip archives: each file in one transaction, so that a stop leaves no half import."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import polars as pl
import pyarrow as pa

from blindspot.errors import BlindspotError, FileRefused, Message
from blindspot.labelling.folding import fold_frame
from blindspot.library.label_works import label_new_words
from blindspot.readers import archive, client
from blindspot.store import Store, Transaction

COUNTED = (
    "rows_read",
    "works_added",
    "works_updated",
    "works_unchanged",
    "duplicates_in_file",
    "rows_rejected",
    "snapshots_added",
    "cells_unread",
    "comments_seen",
    "creators_seen",
)
MOST_UNREAD_CELLS = 10_000


class Stopped(BlindspotError):
    """The user stopped an import; nothing of that file was stored."""


@dataclass(frozen=True)
class Imported:
    """One file that came in (or was known already), with what became of its rows.

    rows_read = works_added + works_updated + works_unchanged + duplicates_in_file + rows_rejected, always.
    """

    file: str
    sha256: str
    reader: str
    import_id: int
    is_repeated: bool
    rows_read: int = 0
    works_added: int = 0
    works_updated: int = 0
    works_unchanged: int = 0
    duplicates_in_file: int = 0
    rows_rejected: int = 0
    snapshots_added: int = 0
    cells_unread: int = 0
    comments_seen: int = 0
    creators_seen: int = 0
    rejected: tuple[tuple[int, Message], ...] = ()


@dataclass(frozen=True)
class Refused:
    """One file of which nothing came in; `proposal` stands where a corrected mapping would let it in."""

    file: str
    reason: Message
    hint: Message
    tried: tuple[str, ...] = ()
    proposal: client.Proposal | None = None


@dataclass(frozen=True)
class Result:
    """What became of each file, in order."""

    imports: list[Imported] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)


@dataclass(frozen=True)
class Source:
    """A file to import: where its bytes lie, what the user calls it, and the time that its counts were true at the latest."""

    path: Path
    name: str
    file_time: datetime


@dataclass(frozen=True)
class Progress:
    """How far an import is: bytes of the file read, rows so far, and the step in the user's words."""

    file: str
    done_bytes: int
    total_bytes: int
    rows: int
    is_storing: bool


Report = Callable[[Progress], None]


def import_paths(
    store: Store,
    paths: list[Path],
    *,
    reader: str | None = None,
    mapping: dict | None = None,
    report: Report = lambda progress: None,
    should_stop: Callable[[], bool] = lambda: False,
) -> Result:
    """Import files, folders (all files below) and zip archives (all members); a refused file does not stop the others."""
    result = Result()
    for path in paths:
        if not path.exists():
            missing = FileRefused("There is no file {file}.", "Check the path.", file=path)
            result.refused.append(Refused(str(path), missing.message, missing.hint))
            continue
        for file in _files_below(path):
            source = Source(file, str(file), datetime.fromtimestamp(file.stat().st_mtime, UTC))
            import_source(store, source, result, reader=reader, mapping=mapping, report=report, should_stop=should_stop)
    return result


def import_source(
    store: Store,
    source: Source,
    result: Result,
    *,
    reader: str | None = None,
    mapping: dict | None = None,
    is_sample: bool = False,
    report: Report = lambda progress: None,
    should_stop: Callable[[], bool] = lambda: False,
) -> None:
    """Import one file, or each member of one archive, and add what became of it to `result`; raises Stopped."""
    try:
        for member in archive.unpack(source.path, source.name):
            one = Source(member.path, member.name, source.file_time)
            try:
                imported = _import_one(store, one, reader, mapping, is_sample, report, should_stop)
                result.imports.append(imported)
            except FileRefused as error:
                result.refused.append(_refusal(one.name, error))
    except FileRefused as error:
        result.refused.append(_refusal(source.name, error))


class Unmapped(FileRefused):
    """A table that no reader knows and whose proposed mapping is in doubt."""

    def __init__(self, proposal: client.Proposal, tried: list[str]) -> None:
        super().__init__(
            "{file} is a table that no reader knows, and its columns are not clear enough to import it unseen.",
            "Correct the proposed mapping and import it with that.",
            file=proposal.name,
        )
        self.proposal = proposal
        self.tried = tried


def _import_one(
    store: Store,
    source: Source,
    reader: str | None,
    mapping: dict | None,
    is_sample: bool,
    report: Report,
    should_stop: Callable[[], bool],
) -> Imported:
    sha256 = _sha256(source.path)
    mapping_text = json.dumps(mapping, ensure_ascii=False, sort_keys=True) if mapping else None
    with store.importing() as tx:
        known = tx.rows("library/find_import", sha256=sha256, mapping=mapping_text, is_sample=is_sample)
        if known:
            return _repeated(tx, known[0], source.name, sha256)
        import_id = tx.value("library/next_import_id")
        tx.run("library/create_staged")
        counts = dict.fromkeys(COUNTED, 0)
        opened = _stage(tx, source, import_id, counts, reader, mapping, report, should_stop)
        report(Progress(source.name, 1, 1, counts["rows_read"], is_storing=True))
        _store_staged(tx, import_id, counts, is_sample)
        if should_stop():
            raise Stopped("The import of {file} was stopped; nothing of it was stored.", file=source.name)
        _check_identity(source.name, counts)
        tx.run(
            "library/add_import",
            import_id=import_id,
            file=source.name,
            sha256=sha256,
            reader=opened.reader,
            mapping=mapping_text,
            file_time=source.file_time,
            is_sample=is_sample,
            **counts,
        )
        rejected = _rejected(tx, import_id)
    return Imported(source.name, sha256, opened.reader, import_id, False, **counts, rejected=rejected)


def _stage(
    tx: Transaction,
    source: Source,
    import_id: int,
    counts: dict[str, int],
    reader: str | None,
    mapping: dict | None,
    report: Report,
    should_stop: Callable[[], bool],
) -> client.Opened:
    opened: client.Opened | None = None
    events = client.read_file(source.path, source.name, reader=reader, mapping=mapping, should_stop=should_stop)
    with closing(events):
        for event in events:
            match event:
                case client.Opened():
                    opened = event
                case client.Unmapped(proposal=proposal, tried=tried):
                    raise Unmapped(proposal, list(tried))
                case client.OtherRows(kind=kind, rows=rows):
                    counts[f"{kind}_seen"] += rows
                case client.Progress(done_bytes=done, total_bytes=total):
                    report(Progress(source.name, done, total, counts["rows_read"], is_storing=False))
                case client.WorksBatch():
                    _stage_batch(tx, event, source, import_id, counts)
            if should_stop():
                raise Stopped("The import of {file} was stopped; nothing of it was stored.", file=source.name)
    if opened is None:
        raise FileRefused("{file} holds nothing that could be read.", "Export it again.", file=source.name)
    return opened


def _stage_batch(
    tx: Transaction, batch: client.WorksBatch, source: Source, import_id: int, counts: dict[str, int]
) -> None:
    works = batch.works.append_column("search_text", _search_texts(batch.works))
    with tx.given(batch=works, rejected=batch.rejected):
        tx.run("library/stage_batch", file_time=source.file_time)
        if batch.rejected.num_rows:
            tx.run("library/add_rejects", import_id=import_id)
    room = max(MOST_UNREAD_CELLS - counts["cells_unread"], 0)
    if batch.notes.num_rows and room:
        with tx.given(notes=batch.notes.slice(0, room)):
            tx.run("library/add_unread_cells", import_id=import_id)
    counts["rows_read"] += batch.rows_read
    counts["rows_rejected"] += batch.rejected.num_rows
    counts["cells_unread"] += batch.notes.num_rows


def _store_staged(tx: Transaction, import_id: int, counts: dict[str, int], is_sample: bool) -> None:
    tx.run("library/order_captures")
    tx.run("library/decide_outcomes")
    counts.update(tx.rows("library/count_outcomes")[0])
    counts["snapshots_added"] = tx.value("library/count_new_snapshots")
    tx.run("library/add_creator_aliases")
    tx.run("library/add_creators", is_sample=is_sample)
    tx.run("library/rename_creators")
    tx.run("library/keep_former_texts", import_id=import_id)
    tx.run("library/merge_works", is_sample=is_sample)
    _fold_again(tx)
    tx.run("library/add_snapshots", import_id=import_id)
    rebuild_responses(tx)
    label_new_words(tx, tx.arrow("library/touched_works", import_id=import_id), is_sample=is_sample)


def rebuild_responses(tx: Transaction) -> None:
    """Compute every work's response against its creator's other works anew."""
    tx.run("library/rebuild_responses_clear")
    tx.run("library/rebuild_responses")


def _fold_again(tx: Transaction) -> None:
    works = tx.arrow("library/works_to_refold")
    if works.num_rows:
        texts = pa.table({"work_key": works["work_key"], "search_text": _search_texts(works)})
        with tx.given(refolded=texts):
            tx.run("library/set_search_texts")


def _search_texts(works: pa.Table) -> pa.Array:
    frame = pl.from_arrow(works.select(["title", "text", "hashtags", "transcript"]))
    return fold_frame(frame).to_arrow()


def _check_identity(name: str, counts: dict[str, int]) -> None:
    parts = ("works_added", "works_updated", "works_unchanged", "duplicates_in_file", "rows_rejected")
    if counts["rows_read"] != sum(counts[part] for part in parts):
        raise FileRefused(
            "The rows of {file} do not add up: {counts}. Nothing was stored.",
            "This is a fault of Blindspot; please report it with the file's header.",
            file=name,
            counts=counts,
        )


def _repeated(tx: Transaction, known: dict, name: str, sha256: str) -> Imported:
    counts = {key: known[key] for key in COUNTED}
    unchanged = known["works_added"] + known["works_updated"] + known["works_unchanged"]
    counts |= {"works_added": 0, "works_updated": 0, "works_unchanged": unchanged, "snapshots_added": 0}
    rejected = _rejected(tx, known["import_id"])
    return Imported(name, sha256, known["reader"], known["import_id"], True, **counts, rejected=rejected)


def _rejected(tx: Transaction, import_id: int) -> tuple[tuple[int, Message], ...]:
    rows = tx.rows("library/import_rejects", import_id=import_id)
    return tuple((row["row"], Message(row["reason"], **json.loads(row["values"]))) for row in rows)


def _refusal(name: str, error: FileRefused) -> Refused:
    proposal = error.proposal if isinstance(error, Unmapped) else None
    return Refused(name, error.message, error.hint, tuple(getattr(error, "tried", ())), proposal)


def _files_below(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
        return
    for file in sorted(path.rglob("*")):
        if file.is_file() and not file.name.startswith(".") and not file.name.endswith(".mapping.toml"):
            yield file


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def as_json(imported: Imported) -> dict:
    """Return the stable JSON form of one imported file."""
    fields = asdict(imported)
    fields["rejected"] = [{"row": row, "reason": str(reason)} for row, reason in imported.rejected]
    return fields
