"""People who edit one storyboard at once, as threads: each adds words of its own to whatever stands in a shot."""

from __future__ import annotations

import random
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path

from blindspot.editing import Change, Conflict, Stale, change
from blindspot.editing.rows import read_rows
from blindspot.plan.series import add_episode, add_series
from blindspot.store import Store

SCOPE = "episode:1"
SHOT = {
    "episode_id": 1, "frames": 90, "size": "CU", "camera_angle": "eye", "movement": "static", "transition": "cut",
    "lens": "", "picture": "", "narration": "", "on_screen_text": "", "sound": "", "asset": "", "prompt": "",
    "visual": "", "claim_ids": [], "picture_id": None, "is_binned": False,
}  # fmt: skip


@dataclass
class Outcome:
    """What the editors were told: how long each save took, whose words were acknowledged, what was refused."""

    seconds: list[float] = field(default_factory=list)
    acknowledged: set[str] = field(default_factory=set)
    refused: list[tuple[str, Conflict]] = field(default_factory=list)
    lost: set[str] = field(default_factory=set)


def add_storyboard(store: Store, shots: int) -> None:
    """Add the first episode with its shots, with nothing said in them."""
    add_episode(store, "Ann", add_series(store, "Ann", "a series"), "an episode")
    changes = [
        Change("shot", f"shot-{n}", None, {**SHOT, "position": float(n), "name": f"S{n:02}"}) for n in range(shots)
    ]
    change(store, "Ann", SCOPE, changes)


def edit_at_once(store: Store, people: int, edits: int, shots: int = 20) -> Outcome:
    """Let people edit any shot as they last saw it; a refused edit is written again onto the other's text."""
    outcome = Outcome()
    with ThreadPoolExecutor(people) as pool:
        for done in [pool.submit(_edit, store, f"p{person}", edits, shots, outcome) for person in range(people)]:
            done.result()
    rows = read_rows(store, "shot", [f"shot-{n}" for n in range(shots)])
    kept = {word for row in rows.values() for word in row["narration"].split()}
    outcome.lost = outcome.acknowledged - kept
    return outcome


def edit_without_end(path: Path, number: int, shots: int, told: Connection) -> None:
    """Edit one shot after another, and tell of each edit that it was acknowledged, until the process is killed."""
    store = Store(path)
    told.send("open")
    for edit in count():
        shot_id, word = f"shot-{edit % shots}", f"{number}.{edit}"
        row = read_rows(store, "shot", [shot_id])[shot_id]
        fields = {"narration": f"{row['narration'][-400:]} {word}", "frames": edit + 1}
        change(store, "Ann", SCOPE, [Change("shot", shot_id, row["rev"], fields)])
        told.send((shot_id, word))


def _edit(store: Store, who: str, edits: int, shots: int, outcome: Outcome) -> None:
    draw = random.Random(who)
    for number in range(edits):
        word, shot_id = f"{who}.{number}.{time.monotonic_ns()}", f"shot-{draw.randrange(shots)}"
        seen = read_rows(store, "shot", [shot_id])[shot_id]
        text, rev = f"{seen['narration']} {word}", seen["rev"]
        while rev is not None:
            text, rev = _save(store, who, shot_id, text, rev, word, outcome)


def _save(
    store: Store, who: str, shot_id: str, text: str, rev: int, word: str, outcome: Outcome
) -> tuple[str, int | None]:
    """Save once; return what to try next, with no revision where nothing is left to do."""
    started = time.perf_counter()
    try:
        change(store, who, SCOPE, [Change("shot", shot_id, rev, {"narration": text})])
    except Stale as stale:
        outcome.seconds.append(time.perf_counter() - started)
        [conflict] = stale.conflicts
        outcome.refused.append((text, conflict))
        return f"{conflict.theirs['narration']} {word}", conflict.rev
    outcome.seconds.append(time.perf_counter() - started)
    outcome.acknowledged.add(word)
    return text, None
