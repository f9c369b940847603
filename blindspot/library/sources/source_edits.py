"""Sources as a person corrects them: what kind they are, whose finding they pass on, which speak with one voice."""

from __future__ import annotations

from typing import Any

from blindspot.errors import NotFound
from blindspot.library.sources.origins import file_origin, find_source, named_origin
from blindspot.store import Store, Transaction

KINDS = (
    "official", "regulator", "research", "media", "vendor", "community", "social", "dataset", "own_report",
    "named_only", "unknown",
)  # fmt: skip


def set_source_kind(store: Store, source_id: int, kind: str) -> None:
    """Say what kind of source it is; raises NotFound for another word than the kinds."""
    if kind not in KINDS:
        raise NotFound(
            "There is no kind of source “{kind}”.", "Use one of: {known}.", kind=kind, known=", ".join(KINDS)
        )
    with store.importing() as tx:
        tx.run("library/set_source_kind", source_id=_find(tx, source_id)["source_id"], kind=kind)


def set_reports_on(store: Store, source_id: int, institute: str | None) -> None:
    """Say whose finding a source passes on; from then on it counts as that one's voice, and without one as its own."""
    with store.importing() as tx:
        source = _find(tx, source_id)
        name = " ".join((institute or "").split())
        origin = _voice_of(tx, name, source) if name else own_origin(source)
        tx.run("library/set_reports_on", source_id=source_id, reports_on=name or None, origin=origin)


def join_origins(store: Store, source_id: int, other_id: int) -> None:
    """Count two sources as one voice: the first takes the origin of the other."""
    with store.importing() as tx:
        tx.run("library/set_origin", source_id=source_id, origin=_find(tx, other_id)["origin"])


def split_origin(store: Store, source_id: int) -> None:
    """Count a source as a voice of its own again."""
    set_reports_on(store, source_id, None)


def own_origin(source: dict[str, Any]) -> str:
    """Return the origin that a source has by itself: its address, else its file, else its name."""
    if source["canonical"]:
        return str(source["canonical"])
    return file_origin(source["sha256"]) if source["sha256"] else named_origin(source["name"])


def _voice_of(tx: Transaction, name: str, source: dict[str, Any]) -> str:
    known = find_source(tx, name, None, is_sample=source["is_sample"])
    if known is None or known == source["source_id"]:
        return named_origin(name)
    return str(_find(tx, known)["origin"])


def _find(tx: Transaction, source_id: int) -> dict[str, Any]:
    found = tx.rows("library/source_identity", source_id=source_id)
    if not found:
        raise NotFound("There is no source {source_id}.", "Reload the page.", source_id=source_id)
    identity: dict[str, Any] = found[0]
    return identity
