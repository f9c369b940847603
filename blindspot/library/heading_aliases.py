"""Headings of the user's own, each for a section of a report that has other headings by nature."""

from __future__ import annotations

from blindspot.documents.report.words import PARTS
from blindspot.errors import NotFound
from blindspot.store import Store


def list_aliases(store: Store) -> list[tuple[str, str]]:
    """Return (section key, heading) pairs, as the parser takes them."""
    return [(row["key"], row["heading"]) for row in store.rows("library/heading_aliases")]


def save_alias(store: Store, heading: str, key: str) -> None:
    """Say which section a heading stands for in every report read from now on; NotFound for no such section."""
    if key not in PARTS:
        raise NotFound("A report has no section “{key}”.", "Use one of: {known}.", key=key, known=", ".join(PARTS))
    with store.importing() as tx:
        tx.run("library/put_heading_alias", heading=heading, key=key)


def forget_alias(store: Store, heading: str) -> None:
    """Let a heading mean nothing again."""
    with store.importing() as tx:
        tx.run("library/forget_heading_alias", heading=heading)
