"""A report into its tables and out of them again: what is loaded is what was saved."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import Any

from blindspot.documents.report.model import Report
from blindspot.errors import NotFound
from blindspot.library.accounts import find_or_add_account
from blindspot.library.sources.origins import find_or_add_source
from blindspot.plan.reports.claims import load_claims, save_claims
from blindspot.plan.reports.merging import Kept
from blindspot.plan.reports.parts import PARTS, join_parts, split_parts
from blindspot.plan.reports.plans import load_plans, save_plans
from blindspot.store import Store, Transaction

CITING = ("ratings", "counterpoint_uses")
ACCOUNT = re.compile(r"\s*(?P<handle>[^（(，,；;：:\s][^（(，,；;：:]*)(?P<positioning>.*)", re.DOTALL)


def save_report(
    tx: Transaction, source_id: int, topic_id: int | None, report: Report, *, is_sample: bool
) -> tuple[Kept, ...]:
    """Store what a report says under its source; what it said before is replaced, a person's changes are kept.

    Returns where these stand against what the report says now.
    """

    @cache
    def cite(label: str, url: str | None) -> int:
        return find_or_add_source(tx, label, url, is_sample=is_sample)

    claim_ids = save_claims(tx, source_id, report, cite)
    for part, rows in split_parts(report).items():
        cited = [{"cited_id": cite(row["label"], row["url"])} if part in CITING else {} for row in rows]
        tx.run(f"library/forget_report_{part}", source_id=source_id)
        tx.run(
            f"library/add_report_{part}",
            rows=[{"source_id": source_id, **row, **extra} for row, extra in zip(rows, cited, strict=True)],
        )
    kept = save_plans(tx, source_id, topic_id, report, claim_ids)
    tx.run(
        "library/put_report",
        source_id=source_id,
        title=report.title,
        researched_on=report.researched_on,
        topic_id=topic_id,
        account_id=_find_account(tx, report.value("account") or "", is_sample=is_sample),
    )
    return tuple(kept)


def load_report(store: Store | Transaction, source_id: int) -> Report:
    """Return a report as the tables have it now; raises NotFound where there is none."""
    found = store.rows("library/report_title", source_id=source_id)
    if not found:
        raise NotFound("There is no report {report_id}.", "`report list` names them.", report_id=source_id)
    claims = load_claims(store, source_id)
    others: dict[int, dict[str, tuple[Any, ...]]] = defaultdict(dict)
    for section, stated in claims.items():
        others[section]["claims"] = tuple(claim for _, claim in stated)
    claim_ids = [claim_id for stated in claims.values() for claim_id, _ in stated]
    for section, plans in load_plans(store, source_id, claim_ids).items():
        others[section] |= {attribute: tuple(things) for attribute, things in plans.items()}
    rows = {part: store.rows(f"library/report_{part}", source_id=source_id) for part in PARTS}
    return Report(found[0]["title"], join_parts(rows, others))


def _find_account(tx: Transaction, words: str, *, is_sample: bool) -> int | None:
    """Return the account that a report is for: its name, then (often in brackets) what it is like."""
    found = ACCOUNT.match(words)
    if found is None:
        return None
    positioning = found["positioning"].strip(" \n（(，,；;：:）)")
    return find_or_add_account(tx, found["handle"].strip(), is_sample=is_sample, positioning=positioning)
