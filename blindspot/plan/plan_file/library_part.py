"""What a plan file refers to in the library: found in this database, or added to it."""

from __future__ import annotations

from typing import Any

from blindspot.errors import CodebookError, FileRefused
from blindspot.labelling.codebook import parse
from blindspot.library.accounts import find_or_add_account
from blindspot.library.codebooks import list_topics, write_codebook
from blindspot.library.label_demand import label_demand
from blindspot.library.sources.origins import add_address, find_source
from blindspot.library.sources.topics import select_topic_sources
from blindspot.plan.plan_file.library_model import Account, Claim, Source
from blindspot.plan.plan_file.model import PlanFile
from blindspot.store import Transaction

Row = dict[str, Any]


class Library:
    """The numbers that this database gives to what a plan file refers to; what it lacked was added."""

    def __init__(self, tx: Transaction, plan: PlanFile, who: str) -> None:
        self._numbers: dict[str, dict[Any, int]] = {}
        self._numbers["account"] = {
            place: _find_or_add_account(tx, account) for place, account in enumerate(plan.accounts)
        }
        self._numbers["source"] = {place: _find_or_add_source(tx, source) for place, source in enumerate(plan.sources)}
        self._numbers["claim"], has_new = self._find_or_add_claims(tx, plan)
        # by name the user's own topic comes before the sample's
        entries = list_topics(tx)
        self._numbers["topic"] = {entry.name: entry.topic_id for entry in reversed(entries)}
        for topic in plan.topics:
            if topic.name not in self._numbers["topic"]:
                self._numbers["topic"][topic.name] = _add_topic(tx, who, topic.name, topic.codebook)
            elif has_new:
                topic_id = self._numbers["topic"][topic.name]
                select_topic_sources(tx, topic_id)
                label_demand(tx, [topic_id])
        angles = reversed(tx.rows("library/angle_names"))
        self._numbers["angle"] = {(row["topic"], row["key"]): row["angle_id"] for row in angles}

    def number(self, what: str, name: Any) -> int | None:
        """Return the number of what the file names so, None for what neither the file nor this database holds."""
        return self._numbers[what].get(tuple(name) if what == "angle" else name)

    def _find_or_add_claims(self, tx: Transaction, plan: PlanFile) -> tuple[dict[int, int], bool]:
        stated = tx.rows("library/claims_stated", statements=[claim.statement for claim in plan.claims])
        known = {(row["statement"], row["origin"]): row["claim_id"] for row in reversed(stated)}
        origins = {
            row["source_id"]: row["origin"]
            for row in tx.rows("library/kept_sources", source_ids=list(self._numbers["source"].values()))
        }
        found: dict[int, int] = {}
        new: list[tuple[int, Claim]] = []
        for place, claim in enumerate(plan.claims):
            claim_id = known.get((claim.statement, origins[self._numbers["source"][claim.source]]))
            if claim_id is None:
                new.append((place, claim))
            else:
                found[place] = claim_id
        ids = [row["claim_id"] for row in tx.rows("library/next_claim_ids", claims=len(new))]
        for claim_id, (place, _) in zip(ids, new, strict=True):
            found[place] = claim_id
        self._add_claims(tx, dict(zip(ids, (claim for _, claim in new), strict=True)))
        return found, bool(new)

    def _add_claims(self, tx: Transaction, claims: dict[int, Claim]) -> None:
        rows: dict[str, list[Row]] = {"claims": [], "claim_uses": [], "claim_figures": []}
        apart = {"source", "figures", "uses", "good_until", "is_binned"}
        sources = self._numbers["source"]
        for claim_id, claim in claims.items():
            said = claim.model_dump(exclude=apart)
            rows["claims"].append(said | {"claim_id": claim_id, "source_id": sources[claim.source]})
            for name, parts in (("claim_uses", claim.uses), ("claim_figures", claim.figures)):
                for position, part in enumerate(parts, 1):
                    row = part.model_dump() | {"claim_id": claim_id, "position": position}
                    if "source" in row:
                        row["source_id"] = sources[row.pop("source")]
                    rows[name].append(row)
        for name, of_table in rows.items():
            if of_table:
                tx.run(f"library/add_{name}", rows=of_table)
        for claim_id, claim in claims.items():
            if claim.good_until:
                tx.run("library/set_good_until", claim_id=claim_id, good_until=claim.good_until)
        tx.run("library/bin_claims", claim_ids=[key for key, claim in claims.items() if claim.is_binned])


def _find_or_add_account(tx: Transaction, account: Account) -> int:
    for is_sample in (False, True):
        named = {"handle": account.handle, "platform": account.platform, "is_sample": is_sample}
        if found := tx.rows("library/find_account", **named):
            known: int = found[0]["account_id"]
            return known
    return find_or_add_account(tx, **account.model_dump())


def _find_or_add_source(tx: Transaction, source: Source) -> int:
    address = source.urls[0] if source.urls else None
    for is_sample in (False, True):
        known = find_source(tx, source.name, address, is_sample=is_sample)
        if known is not None:
            return known
    source_id: int = tx.value("library/next_source_id")
    tx.run("library/add_kept_source", source_id=source_id, **source.model_dump(exclude={"urls"}))
    for url in source.urls:
        add_address(tx, source_id, url)
    return source_id


def _add_topic(tx: Transaction, who: str, name: str, codebook: str) -> int:
    try:
        return write_codebook(tx, who, None, parse(codebook, file=name), origin="import")[0]
    except CodebookError as error:
        raise FileRefused(
            "The codebook of the topic “{name}” in the plan file cannot be used: {problem}",
            "Nothing was imported; export the plan again.",
            name=name,
            problem=str(error.message),
        ) from error
