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
from blindspot.plan.reports.angles import find_angle
from blindspot.plan.reports.merging import Kept, KnownRows
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


def save_plans(
    tx: Transaction, source_id: int, topic_id: int | None, report: Report, claim_ids: list[int]
) -> list[Kept]:
    """Store what a report suggests; `claim_ids` are those of its claims, in order.

    What it suggested before keeps its id, its status, its dates and what a person wrote in it, which is returned where
    the report now says something else. What it suggests no longer goes into the bin, unless somebody worked on it.
    """
    about = {"source_id": source_id, "topic_id": topic_id}
    proposal_ids, kept = _save_proposals(tx, about, report, claim_ids)
    kept += _save_series(tx, about, report, proposal_ids)
    _save_signals(tx, about, report)
    return kept


def load_plans(store: Store | Transaction, source_id: int, claim_ids: list[int]) -> dict[int, dict[str, list[Any]]]:
    """Return the proposals, series and signals of each section, by the names of its attributes."""
    positions = {claim_id: position for position, claim_id in enumerate(claim_ids, 1)}
    found: dict[int, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    inner: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for table, (attribute, kind) in INNER.items():
        for row in store.rows(f"plan/{table}", source_id=source_id):
            claim_id: Any = row.get("claim_id")
            row["claim"] = positions.get(claim_id)
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


def _save_proposals(tx: Transaction, about: Row, report: Report, claim_ids: list[int]) -> tuple[list[str], list[Kept]]:
    before = tx.rows("plan/report_proposals", source_id=about["source_id"])
    known = KnownRows(tx, report.title, "proposal", [row["proposal_id"] for row in before])
    counterpoints = [
        {"title": point.title, "claim": point.claim, "answer": point.response}
        for section in report.sections
        for point in section.counterpoints
    ]
    ids: list[str] = []
    kept: list[Kept] = []
    for number, section in enumerate(report.sections, 1):
        for position, draft in enumerate(section.proposals, 1):
            place = {"section": number, "position": position}
            said = {**own_values(draft), **_lists(draft, claim_ids), "counterpoints": counterpoints}
            proposal_id = known.take(draft.title)
            if proposal_id is None:
                proposal_id = uuid4().hex
                angle_id = _angle(tx, about, draft)
                _add_proposal(tx, proposal_id, {**about, **place, "angle_id": angle_id}, said)
            else:
                tx.run("plan/place_proposal", proposal_id=proposal_id, **place)
                kept += known.bring_up(proposal_id, said, {"angle_id": _angle(tx, about, draft)})
            ids.append(proposal_id)
    return ids, kept + known.bin_left()


def link_angles(tx: Transaction, source_id: int, topic_id: int, who: str) -> None:
    """Say which angles of a topic the proposals of a report are about, where no person has chosen one."""
    rows = tx.rows("plan/report_proposals", source_id=source_id)
    known = KnownRows(tx, who, "proposal", [row["proposal_id"] for row in rows])
    for row in rows:
        angle_id = find_angle(tx, topic_id, f"{row['title']}\n{row['thesis']}")
        known.bring_up(row["proposal_id"], {}, {"angle_id": angle_id})


def _angle(tx: Transaction, about: Row, draft: ProposalDraft) -> int | None:
    return find_angle(tx, about["topic_id"], f"{draft.title}\n{draft.thesis}")


def _lists(draft: ProposalDraft, claim_ids: list[int]) -> dict[str, list[Row]]:
    """Return the lists of a draft as a proposal's row has them."""
    lists = {attribute: [own_values(part) for part in getattr(draft, attribute)] for attribute, _ in INNER.values()}
    for part in lists["claims"]:
        claim = part.pop("claim")
        part["claim_id"] = claim_ids[claim - 1] if claim else None
    return lists


def _add_proposal(tx: Transaction, proposal_id: str, about: Row, said: Row) -> None:
    own = {name: value for name, value in said.items() if not isinstance(value, list)}
    tx.run("plan/add_report_proposal", proposal_id=proposal_id, **about, **own)
    for table, (attribute, _) in {**INNER, "proposal_counterpoints": ("counterpoints", None)}.items():
        rows = [{"proposal_id": proposal_id, "position": n, **part} for n, part in enumerate(said[attribute], 1)]
        if rows:
            tx.run(f"plan/add_{table}", rows=rows)


def _save_series(tx: Transaction, about: Row, report: Report, proposal_ids: list[str]) -> list[Kept]:
    before = tx.rows("plan/report_series", source_id=about["source_id"])
    episodes = tx.rows("plan/report_episodes", source_id=about["source_id"])
    known = KnownRows(tx, report.title, "series", [row["series_id"] for row in before])
    kept: list[Kept] = []
    taken: set[int] = set()
    for number, section in enumerate(report.sections, 1):
        for position, draft in enumerate(section.series, 1):
            place = {"section": number, "position": position}
            found = known.take(draft.title)
            if found is None:
                series_id = tx.value("plan/next_series_id")
                tx.run("plan/add_series", series_id=series_id, title=draft.title, **about, **place)
            else:
                series_id = int(found)
                tx.run("plan/place_series", series_id=series_id, **place)
            taken.add(series_id)
            ids = [row["episode_id"] for row in episodes if row["series_id"] == series_id]
            kept += _save_episodes(tx, report.title, series_id, draft, ids, proposal_ids)
    for series_id in {row["series_id"] for row in episodes} - taken:
        ids = [row["episode_id"] for row in episodes if row["series_id"] == series_id]
        kept += _save_episodes(tx, report.title, series_id, SeriesDraft(""), ids, proposal_ids)
    return kept + known.bin_left()


def _save_episodes(
    tx: Transaction, who: str, series_id: int, draft: SeriesDraft, ids: list[int], proposal_ids: list[str]
) -> list[Kept]:
    known = KnownRows(tx, who, "episode", ids, f"series:{series_id}")
    kept: list[Kept] = []
    for order, episode in enumerate(draft.episodes, 1):
        said = {"position": order, **own_values(episode)}
        proposal = said.pop("proposal")
        said["proposal_id"] = proposal_ids[proposal - 1] if proposal else None
        episode_id = known.take(episode.title)
        if episode_id is None:
            tx.run(
                "plan/add_episode",
                episode_id=tx.value("plan/next_episode_id"),
                series_id=series_id,
                perspective=read_perspective(episode.note),
                **said,
            )
        else:
            kept += known.bring_up(episode_id, said)
    return kept + known.bin_left()


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

    def left(self) -> list[Any]:
        """Return the ids that nobody took."""
        return [one for ids in self._ids.values() for one in ids]
