"""The plan as values: proposals, series, episodes with their shots, and claims with their sources, by id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

import orjson

from blindspot.domain import (
    Cited,
    Claim,
    Counterpoint,
    Episode,
    Picture,
    Point,
    Proposal,
    Risk,
    Series,
    Shot,
    SupportingClaim,
)
from blindspot.editing.items import Row
from blindspot.editing.rows import read_rows
from blindspot.errors import NotFound
from blindspot.store import Store

PARTS = {"values": Point, "counterpoints": Counterpoint, "risks": Risk, "visuals": Point}


def load_claims(store: Store, claim_ids: Iterable[int]) -> dict[int, Claim]:
    """Return claims by id with the sources that they use; those in the bin or unknown are left out."""
    ids = sorted(set(claim_ids))
    if not ids:
        return {}
    cited: dict[int, list[Cited]] = defaultdict(list)
    for use in store.rows("explore/claim_uses", claim_ids=ids):
        cited[use["claim_id"]].append(Cited(use["label"] or use["name"], use["url"], use["grade"]))
    return {
        row["claim_id"]: Claim(**row, sources=tuple(cited[row["claim_id"]]))
        for row in store.rows("plan/claims_by_id", claim_ids=ids)
    }


def load_proposal(store: Store, proposal_id: str) -> Proposal:
    """Return one proposal, also one in the bin; raises NotFound."""
    found = load_proposals(store, [proposal_id])
    if proposal_id not in found:
        raise NotFound("There is no proposal {id}.", "`proposal list` shows them.", id=proposal_id)
    return found[proposal_id]


def load_proposals(store: Store, proposal_ids: Iterable[str]) -> dict[str, Proposal]:
    """Return proposals by id with all that stands in them, those in the bin as well; body texts are stripped."""
    return proposals_of(store, _proposal_rows(store, proposal_ids))


def _proposal_rows(store: Store, proposal_ids: Iterable[str]) -> dict[str, Row]:
    wanted = list(proposal_ids)
    return read_rows(store, "proposal", wanted) if wanted else {}


def proposals_of(store: Store, rows: dict[str, Row], claims: dict[int, Claim] | None = None) -> dict[str, Proposal]:
    """Return the proposals of rows that were read already, by id; `claims` are those in them, where read as well."""
    if not rows:
        return {}
    if claims is None:
        claims = load_claims(store, _claims_in(rows.values()))
    names = {row["proposal_id"]: row for row in store.rows("plan/proposal_names", proposal_ids=list(rows))}
    return {key: _proposal(key, row, names[key], claims) for key, row in rows.items()}


def _claims_in(proposals: Iterable[Row]) -> set[int]:
    return {part["claim_id"] for row in proposals for part in row["claims"] if part["claim_id"]}


def load_episode(store: Store, episode_id: int | str, *, with_pictures: bool = False) -> Episode:
    """Return one episode with its proposal and the shots that are not in the bin; raises NotFound.

    Without pictures, a shot's `image` has no content.
    """
    rows = read_rows(store, "episode", [str(episode_id)])
    if str(episode_id) not in rows:
        raise NotFound("There is no episode {id}.", "`episode list` shows them.", id=episode_id)
    return _episodes(store, rows, with_pictures=with_pictures)[0]


def load_series(store: Store, series_id: int | str, *, with_pictures: bool = False) -> Series:
    """Return one series with the episodes that are not in the bin, in order; raises NotFound."""
    rows = read_rows(store, "series", [str(series_id)])
    if str(series_id) not in rows:
        raise NotFound("There is no series {id}.", "`series list` shows them.", id=series_id)
    row = rows[str(series_id)]
    ids = [found["item_id"] for found in store.rows("plan/episodes_of_series", series_id=int(series_id))]
    [names] = store.rows("plan/series_names", series_id=int(series_id))
    return Series(
        int(series_id),
        row["uid"],
        names["title"],
        row["note"],
        names["topic"],
        names["account"],
        _day(row["starts_on"]),
        tuple(row["weekdays"]),
        time.fromisoformat(row["slot_time"]) if row["slot_time"] else None,
        tuple(_episodes(store, read_rows(store, "episode", ids), with_pictures=with_pictures)),
        row["rev"],
    )


def _episodes(store: Store, rows: dict[str, Row], *, with_pictures: bool) -> list[Episode]:
    names = {row["item_id"]: row for row in store.rows("plan/episode_names", ids=list(rows))}
    shots: dict[int, list[Row]] = defaultdict(list)
    for row in store.rows("plan/shots_of_episodes", ids=list(rows)):
        shots[row["episode_id"]].append(row)
    every = [row for of_episode in shots.values() for row in of_episode]
    proposal_rows = _proposal_rows(store, {row["proposal_id"] for row in rows.values() if row["proposal_id"]})
    shown = {claim_id for row in every for claim_id in row["claim_ids"]}
    claims = load_claims(store, shown | _claims_in(proposal_rows.values()))
    proposals = proposals_of(store, proposal_rows, claims)
    pictures = _pictures(store, {row["picture_id"] for row in every if row["picture_id"]}, with_pictures=with_pictures)
    made = [
        Episode(
            episode_id=int(key),
            uid=row["uid"],
            number=names[key]["number"],
            title=row["title"],
            note=row["note"].strip(),
            planned_on=_day(row["planned_on"]),
            published_on=_day(row["published_on"]),
            series=names[key]["series"],
            proposal=proposals.get(row["proposal_id"]),
            shots=tuple(_shot(shot, claims, pictures) for shot in shots[int(key)]),
            platform=row["platform"] or names[key]["platform"],
            **{name: row[name] for name in SAME_IN_EPISODE},
        )
        for key, row in rows.items()
    ]
    return sorted(made, key=lambda episode: (episode.number, episode.episode_id))


SAME_IN_EPISODE = (
    "perspective", "hook", "owner", "status", "width", "height", "fps_num", "fps_den", "target_seconds", "rev",
)  # fmt: skip


def _shot(row: Row, claims: dict[int, Claim], pictures: dict[str, Picture]) -> Shot:
    said = {name: value for name, value in row.items() if name not in ("episode_id", "claim_ids", "picture_id")}
    shown = tuple(claims[claim_id] for claim_id in row["claim_ids"] if claim_id in claims)
    return Shot(**said, claims=shown, image=pictures.get(row["picture_id"]))


def _pictures(store: Store, ids: set[str], *, with_pictures: bool) -> dict[str, Picture]:
    rows = store.rows("plan/pictures", ids=sorted(ids), with_content=with_pictures) if ids else []
    return {row["picture_id"]: Picture(**row) for row in rows}


def _proposal(proposal_id: str, row: Row, names: Row, claims: dict[int, Claim]) -> Proposal:
    return Proposal(
        proposal_id=proposal_id,
        title=row["title"],
        thesis=row["thesis"].strip(),
        difference=row["difference"],
        status=row["status"],
        topic=names["topic"],
        angle=names["angle"],
        angle_names=tuple((code, names[f"angle_{code}"]) for code in ("zh", "en") if names[f"angle_{code}"]),
        account=names["account"],
        fit=row["fit"],
        tags=tuple(row["tags"]),
        claims=tuple(
            SupportingClaim(part["title"], part["grade"], part["body"].strip(), claims.get(part["claim_id"]))
            for part in row["claims"]
        ),
        visual_note=row["visual_note"].strip(),
        **_gap(row, names["created_at"]),
        **_parts(row),
    )


def _parts(row: Row) -> dict[str, Any]:
    return {name: tuple(kind(**_stripped(part)) for part in row[name]) for name, kind in PARTS.items()}


def _gap(row: Row, created_at: datetime) -> dict[str, Any]:
    """Return the gap as it was kept, else as it was measured later: its sentence, day, kind and evidence."""
    if row["evidence"]:
        frozen, day = orjson.loads(row["evidence"]), created_at.date()
    elif row["refreshed_evidence"]:
        frozen = orjson.loads(row["refreshed_evidence"])
        day = datetime.fromisoformat(row["refreshed_at"]).astimezone(created_at.tzinfo).date()
    else:
        return {}
    verdict = frozen.get("verdict", {})
    return {
        "gap": frozen["statement"],
        "gap_on": day,
        "gap_kind": verdict.get("kind"),
        "gap_evidence": verdict.get("evidence"),
    }


def _stripped(part: dict[str, Any]) -> dict[str, Any]:
    return {name: value.strip() for name, value in part.items()}


def _day(words: str | None) -> date | None:
    return date.fromisoformat(words) if words else None
