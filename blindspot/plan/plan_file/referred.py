"""What a plan refers to in its library (topics, angles, accounts, sources, claims), as a file lists it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from blindspot.labelling.codebook import dump
from blindspot.library.codebooks import list_topics, show_codebook
from blindspot.store import Transaction

Row = dict[str, Any]


class Referred:
    """The lists of a plan file that the plan's own parts point into, and what each number is called there."""

    def __init__(self, tx: Transaction, said: Iterable[Row], uids: dict[tuple[str, str], str]) -> None:
        """Look up everything that the fields `said` refer to; `uids` name series and episodes."""
        numbers = _numbers(said)
        self._uids = uids
        self._names: dict[str, dict[int, Any]] = {}
        angles = {row["angle_id"]: row for row in tx.rows("library/angle_names")}
        self._names["angle"] = {key: [row["topic"], row["key"]] for key, row in angles.items()}
        wanted = numbers["topic"] | {angles[key]["topic_id"] for key in numbers["angle"] & set(angles)}
        entries = sorted((topic for topic in list_topics(tx) if topic.topic_id in wanted), key=lambda one: one.name)
        self._names["topic"] = {entry.topic_id: entry.name for entry in entries}
        codebooks = {entry.name: dump(show_codebook(tx, entry.topic_id)) for entry in reversed(entries)}
        self.topics = [{"name": name, "codebook": codebooks[name]} for name in sorted(codebooks)]
        self.accounts = self._listed("account", tx.rows("library/kept_accounts", account_ids=list(numbers["account"])))
        self._list_claims(tx, numbers)

    def name(self, what: str, number: Any) -> Any:
        """Return what stands in the file for a number, None for what is not there any more."""
        if what == "series" or what == "episode":
            return self.uid(what, str(number))
        return self._names[what].get(number)

    def uid(self, item: str, item_id: str) -> str:
        """Return by what a row is known in every database."""
        return self._uids.get((item, item_id), item_id)

    def _listed(self, what: str, rows: list[Row]) -> list[Row]:
        """Number rows by their place; return them without the number that they have here."""
        self._names[what] = {row.pop(f"{what}_id"): place for place, row in enumerate(rows)}
        return rows

    def _list_claims(self, tx: Transaction, numbers: dict[str, set[int]]) -> None:
        claim_ids = list(numbers["claim"])
        claims = tx.rows("library/kept_claims", claim_ids=claim_ids)
        uses = tx.rows("library/kept_claim_uses", claim_ids=claim_ids)
        source_ids = numbers["source"] | {row["source_id"] for row in (*claims, *uses)}
        self.sources = self._listed("source", tx.rows("library/kept_sources", source_ids=list(source_ids)))
        parts: dict[str, dict[int, list[Row]]] = {"figures": defaultdict(list), "uses": defaultdict(list)}
        for name, rows in (("figures", tx.rows("explore/claim_figures", claim_ids=claim_ids)), ("uses", uses)):
            for row in rows:
                parts[name][row.pop("claim_id")].append(row)
        for row in (*claims, *uses):
            row["source"] = self.name("source", row.pop("source_id"))
        for row in claims:
            row |= {name: of_claim[row["claim_id"]] for name, of_claim in parts.items()}
        self.claims = self._listed("claim", claims)


def _numbers(said: Iterable[Row]) -> dict[str, set[int]]:
    """Return the numbers that fields hold, by what they number."""
    found: dict[str, set[int]] = defaultdict(set)
    for fields in said:
        for what in ("topic", "angle", "account", "source"):
            if fields.get(f"{what}_id") is not None:
                found[what].add(fields[f"{what}_id"])
        found["claim"].update(fields.get("claim_ids") or ())
        found["claim"].update(part.get("claim_id") for part in fields.get("claims") or ())
    found["claim"].discard(None)
    return found
