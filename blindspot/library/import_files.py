"""Imports files, folders and zip archives: each file in one transaction, so that a stop leaves no half import."""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from blindspot.errors import FileRefused, Message
from blindspot.library.file_names import name_of
from blindspot.library.import_result import COUNTED, Imported, Refused, Remark, Result, UnreadCell
from blindspot.library.mappings import as_text, remember_mapping
from blindspot.library.staging import Source, Unmapped, Watch, import_rows
from blindspot.readers import client
from blindspot.readers.archive import Member
from blindspot.store import Store, Transaction

ZIP_MAGIC = b"PK"
MOST_UNREAD_TOLD = 200
"""Cells that were not understood are told one by one up to here; the page lists them all."""
BESIDE_EXPORTS = (".mapping.toml", "-wal", "-shm")


def import_paths(
    store: Store,
    paths: list[Path],
    *,
    reader: str | None = None,
    mapping: dict[str, Any] | None = None,
    who: str = "",
    watch: Watch | None = None,
) -> Result:
    """Import files, folders (all files below) and archives (all members); a refused file does not stop the others.

    `who` gave the `mapping`.
    """
    result = Result()
    for path in paths:
        if not path.exists():
            missing = FileRefused("There is no file {file}.", "Check the path.", file=name_of(path))
            result.refused.append(_refusal(name_of(path), missing))
        for file in _files_below(path):
            source = Source(file, name_of(file), datetime.fromtimestamp(file.stat().st_mtime, UTC))
            import_source(store, source, result, reader=reader, mapping=mapping, who=who, watch=watch)
    return result


def import_source(
    store: Store,
    source: Source,
    result: Result,
    *,
    reader: str | None = None,
    mapping: dict[str, Any] | None = None,
    confirmed: dict[str, Any] | None = None,
    who: str = "",
    is_sample: bool = False,
    watch: Watch | None = None,
) -> None:
    """Import one file, or each member of one archive, and add what became of it to `result`; raises Stopped.

    `mapping` reads every table by it; `confirmed` only tables with its header that no reader knows, so that an archive
    may hold other files too. Either is remembered for its header, as `who` said it, once a file has come in by it.
    """

    def take(one: Source) -> None:
        try:
            first = next((known.import_id for known in result.imports if not known.is_repeated), None)
            imported = _import_file(store, one, reader, mapping, confirmed, who, is_sample, watch or Watch(), first)
            result.imports.append(imported)
        except FileRefused as error:
            result.refused.append(_refusal(one.name, error))

    try:
        members = _members(source)
        if members is None:
            take(source)
            return
        with tempfile.TemporaryDirectory(prefix="blindspot_") as folder:
            for member in members:
                target = Path(folder) / str(member.place)
                name = f"{source.name}/{member.name}"
                try:
                    client.extract_member(source.path, member, target, source.name)
                except FileRefused as error:
                    result.refused.append(_refusal(name, error))
                    continue
                take(Source(target, name, source.file_time))
                target.unlink()
    except FileRefused as error:
        result.refused.append(_refusal(source.name, error))


def _import_file(
    store: Store,
    source: Source,
    reader: str | None,
    mapping: dict[str, Any] | None,
    confirmed: dict[str, Any] | None,
    who: str,
    is_sample: bool,
    watch: Watch,
    batch_id: int | None,
) -> Imported:
    sha256 = _sha256(source.path)
    with store.importing() as tx:
        known = tx.rows("library/find_import", sha256=sha256, mapping=as_text(mapping), is_sample=is_sample)
        if known:
            return _repeated(tx, known[0], source.name, sha256)
        import_id = tx.value("library/next_import_id")
        reader_name, used, counts = import_rows(
            tx,
            import_id,
            source,
            reader=reader,
            mapping=mapping,
            confirmed=confirmed,
            is_sample=is_sample,
            watch=watch,
        )
        if used and used in (mapping, confirmed):
            remember_mapping(tx, who, used)
        tx.run(
            "library/add_import",
            import_id=import_id,
            file=source.name,
            sha256=sha256,
            reader=reader_name,
            mapping=as_text(used),
            file_time=source.file_time,
            is_sample=is_sample,
            batch_id=batch_id or import_id,
            **counts,
        )
        leftovers = _leftovers(tx, import_id)
    return Imported(
        file=source.name,
        sha256=sha256,
        reader=reader_name,
        import_id=import_id,
        is_repeated=False,
        **(leftovers | counts),
    )


def _repeated(tx: Transaction, known: dict[str, Any], name: str, sha256: str) -> Imported:
    counts = {key: known[key] for key in COUNTED}
    unchanged = known["works_added"] + known["works_updated"] + known["works_unchanged"]
    counts |= {"works_added": 0, "works_updated": 0, "works_unchanged": unchanged, "snapshots_added": 0}
    counts |= {"comments_added": 0, "points_added": 0}
    leftovers = _leftovers(tx, known["import_id"])
    return Imported(
        file=name,
        sha256=sha256,
        reader=known["reader"],
        import_id=known["import_id"],
        is_repeated=True,
        **(leftovers | counts),
    )


def _leftovers(tx: Transaction, import_id: int) -> dict[str, Any]:
    """Return what did not come in as it stands: rejected rows and comments, unread cells, remarks on columns."""
    found = [tx.rows(f"library/import_{kind}", import_id=import_id) for kind in ("rejects", "comment_rejects")]
    rejected, rejected_comments = (
        tuple((row["row"], Message(row["reason"], **json.loads(row["values"]))) for row in rows) for rows in found
    )
    cells = tx.rows("library/import_unread_cells", import_id=import_id)[:MOST_UNREAD_TOLD]
    remarks = tx.rows("library/import_remarks", import_id=import_id)
    return {
        "rejected": rejected,
        "rejected_comments": rejected_comments,
        "unread": tuple(UnreadCell(cell["row"], cell["column_name"], cell["value"]) for cell in cells),
        "remarks": tuple(Remark(one["kind"], one["column_name"], one["row_count"]) for one in remarks),
    }


def _refusal(name: str, error: FileRefused) -> Refused:
    if isinstance(error, Unmapped):
        return Refused(name, error.message, error.hint, error.tried, error.proposal)
    return Refused(name, error.message, error.hint)


def _members(source: Source) -> list[Member] | None:
    """Return an archive's members; None for any other file, which only the worker looks into."""
    with source.path.open("rb") as file:
        is_zip = file.read(len(ZIP_MAGIC)) == ZIP_MAGIC
    return client.list_members(source.path, source.name) if is_zip else None


def _files_below(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
        return
    for file in sorted(path.rglob("*")):
        if file.is_file() and not file.name.startswith(".") and not file.name.endswith(BESIDE_EXPORTS):
            yield file


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
