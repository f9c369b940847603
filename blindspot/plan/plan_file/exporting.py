"""The whole plan of one database as a plan file: what the user planned, with its history and what it refers to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import chain
from typing import Any, Literal

import orjson

from blindspot.editing.rows import read_rows
from blindspot.editing.values import CONTROL
from blindspot.plan.plan_file.model import FORMAT, VERSION
from blindspot.plan.plan_file.pictures import written_picture
from blindspot.plan.plan_file.references import outward
from blindspot.plan.plan_file.referred import Referred
from blindspot.store import Store, Transaction

Row = dict[str, Any]

KEPT = {
    "proposal": "plan/kept_proposals",
    "series": "plan/kept_series",
    "episode": "plan/kept_episodes",
    "shot": "plan/kept_shots",
}
"""What a plan file holds with its history, and the queries for what their editors do not write."""


def is_planned(store: Store) -> bool:
    """Return whether there is anything of the user's to export."""
    has_any: bool = store.value("plan/is_planned")
    return has_any


def export_plan(store: Store, *, with_pictures: bool = True, newest_actions: int | None = None) -> bytes:
    """Return the user's plan as a plan file; what only the sample plans is left out until somebody works on it.

    Without pictures' bytes where they are kept beside it, with all of the history or its newest actions.
    """
    with store.reading() as tx:
        plan = _plan(tx, with_pictures=with_pictures, newest_actions=newest_actions)
    return orjson.dumps(plan, option=orjson.OPT_INDENT_2)


def export_part(store: Store, item: Literal["proposal", "episode"], item_id: str, now: datetime) -> bytes:
    """Return one proposal, or one episode with its series, proposal and storyboard, as a plan file made `now`.

    It is for other hands: what the team says among itself stays out (history, votes, comments, drafts, signals).
    """
    with store.reading() as tx:
        plan = _plan(tx, of=(item, item_id))
    return orjson.dumps(plan | {"made_at": now.astimezone(UTC)}, option=orjson.OPT_INDENT_2)


def _plan(
    tx: Transaction,
    *,
    with_pictures: bool = True,
    newest_actions: int | None = None,
    of: tuple[str, str] | None = None,
) -> Row:
    kept = _rows_of(tx, *of) if of else _kept_rows(tx)
    rows = {item: read_rows(tx, item, kept[item]) for item in KEPT}
    actions = [] if of else _actions(tx, kept, newest_actions)
    edits = [edit for action in actions for edit in action["edits"]]
    signals = [] if of else tx.rows("plan/kept_signals")
    drafts = [] if of else [row for row in tx.rows("plan/kept_drafts") if _has_item(row, kept)]
    said = [*chain(*(of_item.values() for of_item in rows.values())), *_fields_of(edits), *signals, *drafts]
    said += [stamps for of_item in kept.values() for stamps in of_item.values()]
    said += [{"source_id": int(row["item_id"])} for row in drafts if row["item"] == "source"]
    referred = Referred(tx, said, uids={key: row["uid"] for key, row in _with_uid(kept)})
    pictures = {row["picture_id"] for row in (*rows["shot"].values(), *_fields_of(edits)) if row.get("picture_id")}
    plan = {
        "format": FORMAT,
        "version": VERSION,
        "made_at": datetime.now(UTC),
        "topics": referred.topics,
        "accounts": referred.accounts,
        "sources": referred.sources,
        "claims": referred.claims,
        "proposals": _proposals(tx, kept["proposal"], rows["proposal"], referred, with_talk=not of),
        "series": _series(kept, rows, referred),
        "signals": [outward(_without(row, "signal_id"), referred.name) for row in signals],
        "actions": [_action(action, referred) for action in actions],
        "drafts": [_draft(row, referred) for row in drafts],
        "pictures": [
            written_picture(row)
            for row in tx.rows("plan/kept_pictures", ids=sorted(pictures), with_content=with_pictures)
        ],
    }
    plain: dict[str, Any] = _plain(plan)
    return plain


def _kept_rows(tx: Transaction) -> dict[str, dict[str, Row]]:
    """Return the stamps of every row of the user's plan by item and id, in the file's order."""
    of_item = {item: {row["item_id"]: row for row in tx.rows(query)} for item, query in KEPT.items()}
    series = {key: row for key, row in of_item["series"].items() if row["is_kept"]}
    episodes = {key: row for key, row in of_item["episode"].items() if row["series_id"] in series}
    told = {row["proposal_id"] for row in read_rows(tx, "episode", episodes).values()}
    return {
        "proposal": {key: row for key, row in of_item["proposal"].items() if row["is_kept"] or key in told},
        "series": series,
        "episode": episodes,
        "shot": {key: row for key, row in of_item["shot"].items() if row["episode_id"] in episodes},
    }


def _rows_of(tx: Transaction, item: str, key: str) -> dict[str, dict[str, Row]]:
    """Return the stamps of one proposal, or of one episode and what belongs to it, whoever planned it."""
    of_item = {item: {row["item_id"]: row for row in tx.rows(query)} for item, query in KEPT.items()}
    proposals, series, episodes = {key}, set(), set()
    if item == "episode":
        [row] = read_rows(tx, "episode", [key]).values()
        proposals, series, episodes = {row["proposal_id"]}, {str(row["series_id"])}, {key}
    wanted = {"proposal": proposals, "series": series, "episode": episodes}
    rows = {name: {one: of_item[name][one] for one in of_item[name] if one in wanted[name]} for name in wanted}
    return rows | {"shot": {one: row for one, row in of_item["shot"].items() if row["episode_id"] in episodes}}


def _with_uid(kept: dict[str, dict[str, Row]]) -> Iterable[tuple[tuple[str, str], Row]]:
    return (((item, key), row) for item in ("series", "episode") for key, row in kept[item].items())


def _actions(tx: Transaction, kept: dict[str, dict[str, Row]], newest: int | None) -> list[Row]:
    actions = tx.rows("plan/kept_actions", newest=newest, items=list(KEPT))
    edits: dict[int, list[Row]] = defaultdict(list)
    for row in tx.rows("plan/kept_edits", since=actions[0]["action_id"] if actions else 0, items=list(KEPT)):
        if row["item_id"] in kept[row["item"]]:
            row["before"] = orjson.loads(row["before"]) if row["before"] else None
            row["after"] = orjson.loads(row["after"])
            edits[row["action_id"]].append(row)
    return [row | {"edits": edits[row["action_id"]]} for row in actions if edits[row["action_id"]]]


def _fields_of(edits: Iterable[Row]) -> list[Row]:
    return [fields for edit in edits for fields in (edit["before"], edit["after"]) if fields]


def _has_item(row: Row, kept: dict[str, dict[str, Row]]) -> bool:
    return row["item"] == "source" or row["item_id"] in kept[row["item"]]


def _proposals(
    tx: Transaction, kept: dict[str, Row], rows: dict[str, Row], referred: Referred, *, with_talk: bool
) -> list[Row]:
    talk = ("plan/kept_votes", "plan/kept_comments")
    votes, comments = (_by_proposal(tx.rows(name) if with_talk else ()) for name in talk)
    return [
        {
            "proposal_id": key,
            **outward(_without(stamps, "item_id", "is_kept") | rows[key], referred.name),
            "votes": votes[key],
            "comments": comments[key],
        }
        for key, stamps in kept.items()
    ]


def _by_proposal(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.pop("proposal_id")].append(row)
    return found


def _series(kept: dict[str, dict[str, Row]], rows: dict[str, dict[str, Row]], referred: Referred) -> list[Row]:
    shots: dict[str, list[Row]] = defaultdict(list)
    for key, stamps in kept["shot"].items():
        said = _without(rows["shot"][key], "episode_id") | {"binned_at": stamps["binned_at"]}
        shots[stamps["episode_id"]].append({"shot_id": key, **outward(said, referred.name)})
    episodes: dict[str, list[Row]] = defaultdict(list)
    for key, stamps in kept["episode"].items():
        said = _without(rows["episode"][key], "series_id") | {"binned_at": stamps["binned_at"], "shots": shots[key]}
        episodes[stamps["series_id"]].append(said)
    return [
        outward(_without(stamps, "item_id", "is_kept") | rows["series"][key], referred.name)
        | {"episodes": episodes[key]}
        for key, stamps in kept["series"].items()
    ]


def _action(action: Row, referred: Referred) -> Row:
    item, _, key = action["scope"].partition(":")
    said = _without(action, "action_id") | {"scope": f"{item}:{referred.uid(item, key)}"}
    return said | {
        "edits": [
            {
                "item": edit["item"],
                "item_id": referred.uid(edit["item"], edit["item_id"]),
                "rev": edit["rev"],
                "before": outward(edit["before"], referred.name) if edit["before"] else None,
                "after": outward(edit["after"], referred.name),
            }
            for edit in action["edits"]
        ]
    }


def _draft(row: Row, referred: Referred) -> Row:
    item_id = row["item_id"]
    if row["item"] == "source":
        item_id = str(referred.name("source", int(item_id)))
    return outward(row | {"item_id": referred.uid(row["item"], item_id)}, referred.name)


def _without(row: Row, *names: str) -> Row:
    return {name: value for name, value in row.items() if name not in names}


def _plain(value: Any) -> Any:
    """Return a value that every reader of JSON takes: times in UTC, texts without control characters."""
    match value:
        case str():
            return CONTROL.sub("", value)
        case datetime():
            return value.astimezone(UTC)
        case dict():
            return {name: _plain(one) for name, one in value.items()}
        case list():
            return [_plain(one) for one in value]
    return value
