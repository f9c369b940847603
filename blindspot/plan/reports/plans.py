"""What a report suggests, as plans: proposals with what speaks for and against them, series of episodes, signals."""

from __future__ import annotations

from collections import defaultdict
from typing import Any
from uuid import uuid4

from blindspot.documents.report.model import (
    EpisodeDraft,
    Point,
    ProposalDraft,
    Report,
    Risk,
    SeriesDraft,
    SignalDraft,
    SupportingClaim,
)
from blindspot.plan.reports.parts import make, own_values
from blindspot.plan.series.perspectives import read_perspective
from blindspot.store import Store, Transaction

Row = dict[str, Any]

INNER = {
    "proposal_values": ("values", Point),
    "proposal_claims": ("claims", SupportingClaim),
    "risks": ("risks", Risk),
    "visuals": ("visuals", Point),
}
"""The tables of what stands in a proposal, each with the proposal's attribute and its type."""


def save_plans(tx: Transaction, source_id: int, topic_id: int | None, report: Report, claim_ids: list[int]) -> None:
    """Store what a report suggests; `claim_ids` are those of its claims, in order.

    What it suggested before keeps its id, its status and its dates; what it suggests no longer goes into the bin.
    """
    about = {"source_id": source_id, "topic_id": topic_id}
    for table in INNER:
        tx.run(f"plan/forget_{table}", source_id=source_id)
    proposal_ids = _save_proposals(tx, about, report, claim_ids)
    _save_series(tx, about, report, proposal_ids)
    _save_signals(tx, about, report)


def load_plans(store: Store | Transaction, source_id: int, claim_ids: list[int]) -> dict[int, dict[str, list]]:
    """Return the proposals, series and signals of each section, by the names of its attributes."""
    positions = {claim_id: position for position, claim_id in enumerate(claim_ids, 1)}
    found: dict[int, dict[str, list]] = defaultdict(lambda: defaultdict(list))
    inner: dict[str, dict[str, list]] = defaultdict(lambda: defaultdict(list))
    for table, (attribute, kind) in INNER.items():
        for row in store.rows(f"plan/{table}", source_id=source_id):
            row["claim"] = positions.get(row.get("claim_id"))
            inner[row["proposal_id"]][attribute].append(make(kind, row))
    proposals: dict[str, int] = {}
    for row in _kept(store, "plan/report_proposals", source_id):
        proposals[row["proposal_id"]] = len(proposals) + 1
        parts = {attribute: tuple(inner[row["proposal_id"]][attribute]) for attribute, _ in INNER.values()}
        found[row["section"]]["proposals"].append(make(ProposalDraft, row, **parts))
    episodes = defaultdict(list)
    for row in _kept(store, "plan/report_episodes", source_id):
        episodes[row["series_id"]].append(make(EpisodeDraft, row, proposal=proposals.get(row["proposal_id"])))
    for row in _kept(store, "plan/report_series", source_id):
        found[row["section"]]["series"].append(make(SeriesDraft, row, episodes=tuple(episodes[row["series_id"]])))
    for row in _kept(store, "plan/report_signals", source_id):
        found[row["section"]]["signals"].append(make(SignalDraft, row))
    return found


def _kept(store: Store | Transaction, name: str, source_id: int) -> list[Row]:
    return [row for row in store.rows(name, source_id=source_id) if not row["is_binned"]]


def _save_proposals(tx: Transaction, about: Row, report: Report, claim_ids: list[int]) -> list[str]:
    known = _Known(tx.rows("plan/report_proposals", source_id=about["source_id"]), "proposal_id", "title")
    ids: list[str] = []
    inner: dict[str, list[Row]] = {table: [] for table in INNER}
    for number, section in enumerate(report.sections, 1):
        for position, draft in enumerate(section.proposals, 1):
            said = {"section": number, "position": position, **own_values(draft)}
            proposal_id = known.take(draft.title)
            if proposal_id is None:
                proposal_id = uuid4().hex
                tx.run("plan/add_report_proposal", proposal_id=proposal_id, **about, **said)
            else:
                tx.run("plan/set_report_proposal", proposal_id=proposal_id, **said)
            ids.append(proposal_id)
            for table, (attribute, _) in INNER.items():
                for place, part in enumerate(getattr(draft, attribute), 1):
                    row = {"proposal_id": proposal_id, "position": place, **own_values(part)}
                    if table == "proposal_claims":
                        claim = row.pop("claim")
                        row["claim_id"] = claim_ids[claim - 1] if claim else None
                    inner[table].append(row)
    for table, rows in inner.items():
        tx.run(f"plan/add_{table}", rows=rows)
    tx.run("plan/bin_proposals", proposal_ids=known.left())
    return ids


def _save_series(tx: Transaction, about: Row, report: Report, proposal_ids: list[str]) -> None:
    known = _Known(tx.rows("plan/report_series", source_id=about["source_id"]), "series_id", "title")
    episodes = tx.rows("plan/report_episodes", source_id=about["source_id"])
    left: list[int] = []
    for number, section in enumerate(report.sections, 1):
        for position, draft in enumerate(section.series, 1):
            place = {"section": number, "position": position}
            series_id = known.take(draft.title)
            if series_id is None:
                series_id = tx.value("plan/next_series_id")
                tx.run("plan/add_series", series_id=series_id, title=draft.title, **about, **place)
            else:
                tx.run("plan/place_series", series_id=series_id, **place)
            before = _Known([row for row in episodes if row["series_id"] == series_id], "episode_id", "title")
            for order, episode in enumerate(draft.episodes, 1):
                said = {"position": order, **own_values(episode)}
                proposal = said.pop("proposal")
                said["proposal_id"] = proposal_ids[proposal - 1] if proposal else None
                episode_id = before.take(episode.title)
                if episode_id is None:
                    episode_id = tx.value("plan/next_episode_id")
                    perspective = read_perspective(episode.note)
                    tx.run(
                        "plan/add_episode",
                        episode_id=episode_id,
                        series_id=series_id,
                        perspective=perspective,
                        **said,
                    )
                else:
                    tx.run("plan/set_report_episode", episode_id=episode_id, **said)
            left += before.left()
    gone = known.left()
    left += [row["episode_id"] for row in episodes if row["series_id"] in gone]
    tx.run("plan/bin_series", series_ids=gone)
    tx.run("plan/bin_episodes", episode_ids=left)


def _save_signals(tx: Transaction, about: Row, report: Report) -> None:
    rows = tx.rows("plan/report_signals", source_id=about["source_id"])
    known = _Known(rows, "signal_id", "stated_verb", "stated_subject")
    tx.run("plan/forget_report_signals", source_id=about["source_id"])
    places: list[Row] = []
    for number, section in enumerate(report.sections, 1):
        for position, draft in enumerate(section.signals, 1):
            said = {"position": position, **own_values(draft)}
            signal_id = known.take(draft.verb, draft.subject)
            if signal_id is None:
                signal_id = tx.value("plan/next_signal_id")
                tx.run("plan/add_signal", signal_id=signal_id, due_on=None, **about, **said)
            else:
                tx.run("plan/set_report_signal", signal_id=signal_id, position=position, meaning=draft.meaning)
            stated = {"position": position, "verb": draft.verb, "subject": draft.subject}
            places.append({"source_id": about["source_id"], "section": number, "signal_id": signal_id, **stated})
    tx.run("plan/add_report_signals", rows=places)
    tx.run("plan/bin_signals", signal_ids=known.left())


class _Known:
    """What was stored before, by the words that make it the same; each is taken once, in order."""

    def __init__(self, rows: list[Row], key: str, *words: str) -> None:
        self._ids = defaultdict(list)
        for row in rows:
            self._ids[tuple(row[word] for word in words)].append(row[key])

    def take(self, *words: str) -> Any | None:
        """Return the next id with these words, None where there is none left."""
        ids = self._ids[words]
        return ids.pop(0) if ids else None

    def left(self) -> list:
        """Return the ids that nobody took."""
        return [one for ids in self._ids.values() for one in ids]
