"""What a planner does with shots: add, edit, duplicate, split, bin, put back; each is one action that undo knows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import uuid4

from blindspot.editing.actions import apply
from blindspot.editing.changes import Change, Changed, Origin
from blindspot.editing.items import Row
from blindspot.editing.rows import read_rows
from blindspot.errors import BlindspotError
from blindspot.plan.storyboards.board import Board, Place, find_places, find_room, read_board, require_room
from blindspot.plan.storyboards.fields import EMPTY, checked, checked_name
from blindspot.plan.storyboards.names import name_shots
from blindspot.plan.storyboards.narration import divide
from blindspot.store import Store, Transaction

NEW_SECONDS = 3


def scope_of(episode_id: int) -> str:
    """Return the scope in which a storyboard's edits are undone."""
    return f"episode:{episode_id}"


def add_shot(
    store: Store, who: str, episode_id: int, fields: Row | None = None, *, before_id: str | None = None
) -> str:
    """Add a shot before another (None: at the end) and return its id; without `frames` it lasts three seconds."""
    return add_shots(store, who, episode_id, [fields or {}], before_id=before_id)[0]


def add_shots(
    store: Store,
    who: str,
    episode_id: int,
    shots: Sequence[Row],
    *,
    before_id: str | None = None,
    origin: Origin = "person",
) -> list[str]:
    """Add shots one behind the other before another (None: at the end) as one action, and return their ids.

    Raises BlindspotError for a field out of bounds and NotFound for an unknown episode or shot.
    """
    with store.planning() as tx:
        return add_shots_with(tx, who, episode_id, shots, before_id=before_id, origin=origin)


def add_shots_with(
    tx: Transaction,
    who: str,
    episode_id: int,
    shots: Sequence[Row],
    *,
    before_id: str | None = None,
    origin: Origin = "person",
) -> list[str]:
    """Do the same as a part of a larger change."""
    board = read_board(tx, episode_id)
    changes = _additions(board, episode_id, shots, board.index(before_id))
    apply(tx, who, scope_of(episode_id), changes, origin=origin)
    return [one.item_id for one in changes if one.rev is None]


def names_ahead(store: Store, episode_id: int, shots: Sequence[Row]) -> list[str]:
    """Return the names that shots would get at the end of an episode: those that they bring, where they are free."""
    with store.planning() as tx:
        board = read_board(tx, episode_id)
    return _names(board, shots, len(board.shown))


def edit_shot(store: Store, who: str, episode_id: int, shot_id: str, rev: int, fields: Row) -> Changed:
    """Change fields of a shot based on its revision `rev`; raises Stale like `change`.

    A name must be free in the episode. Raises NotFound for a shot that is none of the episode's.
    """
    with store.planning() as tx:
        board = read_board(tx, episode_id)
        find_places(board, [shot_id])
        if "name" in fields:
            taken = {place.name for place in board.places if place.shot_id != shot_id}
            fields = fields | {"name": checked_name(fields["name"], taken)}
        return apply(tx, who, scope_of(episode_id), [Change("shot", shot_id, rev, checked(fields))])


def move_shot(store: Store, who: str, episode_id: int, shot_id: str, before_id: str | None) -> Changed:
    """Put a shot before another, None at the end; nothing else changes, its name neither."""
    with store.planning() as tx:
        board = read_board(tx, episode_id)
        place = board.shown[board.index(shot_id)]
        if board.index(before_id) - board.index(shot_id) in (0, 1):
            return Changed(None, {})
        others = [other for other in board.places if other.shot_id != shot_id]
        [position], moved = find_room(others, before_id, 1)
        changes = [Change("shot", shot_id, place.rev, {"position": position}), *moved]
        return apply(tx, who, scope_of(episode_id), changes)


def duplicate_shot(store: Store, who: str, episode_id: int, shot_id: str) -> str:
    """Add the same shot again behind it, under a name of its own, and return its id."""
    with store.planning() as tx:
        board = read_board(tx, episode_id)
        index = board.index(shot_id)
        changes = _additions(board, episode_id, [_content(tx, shot_id)], index + 1)
        apply(tx, who, scope_of(episode_id), changes)
    return changes[0].item_id


def split_shot(store: Store, who: str, episode_id: int, shot_id: str, lengths: Sequence[int]) -> list[str]:
    """Split a shot into parts of these lengths in frames and return the ids of all parts, its own first.

    Its narration is divided where a sentence or clause ends; all else stands in each part. The parts follow each other
    by a cut. Raises BlindspotError where the lengths do not add up to the shot's.
    """
    with store.planning() as tx:
        board = read_board(tx, episode_id)
        index = board.index(shot_id)
        place = board.shown[index]
        if len(lengths) < 2 or min(lengths) < 1 or sum(lengths) != place.frames:
            raise BlindspotError(
                "The parts must add up to the shot's {frames} frames, each at least one.",
                "Reload the page if somebody has changed its length meanwhile.",
                frames=place.frames,
            )
        content = _content(tx, shot_id)
        narrations = divide(content["narration"], lengths)
        parts = [
            content | {"frames": frames, "narration": narration, "transition": "cut"}
            for frames, narration in zip(lengths[1:], narrations[1:], strict=True)
        ]
        changes = _additions(board, episode_id, parts, index + 1)
        first = Change("shot", shot_id, place.rev, {"frames": lengths[0], "narration": narrations[0]})
        # one row has one change in an action: where making room moves the shot, both go together
        moved = {one.item_id: one for one in changes}
        if shot_id in moved:
            changes.remove(moved[shot_id])
            first = Change("shot", shot_id, place.rev, first.fields | moved[shot_id].fields)
        apply(tx, who, scope_of(episode_id), [first, *changes])
    return [shot_id, *(one.item_id for one in changes if one.rev is None)]


def bin_shots(store: Store, who: str, episode_id: int, shot_ids: Iterable[str]) -> Changed:
    """Put shots into the bin; their names stay theirs."""
    return _set_binned(store, who, episode_id, shot_ids, True)


def restore_shots(store: Store, who: str, episode_id: int, shot_ids: Iterable[str]) -> Changed:
    """Take shots out of the bin, back to where they stood."""
    return _set_binned(store, who, episode_id, shot_ids, False)


def binned_shots(store: Store, episode_id: int) -> list[Row]:
    """Return the rows of the shots in the bin with their `shot_id`, in their former order."""
    places = store.rows("plan/shot_places", episode_id=episode_id)
    ids = [place["shot_id"] for place in places if place["is_binned"]]
    rows = read_rows(store, "shot", ids)
    return [{"shot_id": shot_id, **rows[shot_id]} for shot_id in ids]


def renumber(store: Store, who: str, episode_id: int) -> Changed:
    """Name the shots S01, S02 … in their order; those in the bin take the numbers behind them."""
    with store.planning() as tx:
        board = read_board(tx, episode_id)
        ordered: list[Place] = board.shown + [place for place in board.places if place.is_binned]
        changes = [
            Change("shot", place.shot_id, place.rev, {"name": f"S{number:02d}"})
            for number, place in enumerate(ordered, 1)
        ]
        return apply(tx, who, scope_of(episode_id), changes)


def _additions(board: Board, episode_id: int, shots: Sequence[Row], index: int) -> list[Change]:
    """Return the changes that add shots before the shown one at `index`, the new ones first."""
    require_room(board, len(shots))
    before_id = board.shown[index].shot_id if index < len(board.shown) else None
    positions, moved = find_room(board.places, before_id, len(shots))
    names = _names(board, shots, index)
    length = round(NEW_SECONDS * board.episode["fps_num"] / board.episode["fps_den"])
    added = [
        Change(
            "shot",
            uuid4().hex,
            None,
            {
                **EMPTY,
                "frames": length,
                **checked(shot),
                "episode_id": episode_id,
                "position": position,
                "name": name,
            },
        )
        for shot, position, name in zip(shots, positions, names, strict=True)
    ]
    return [*added, *moved]


def _names(board: Board, shots: Sequence[Row], index: int) -> list[str]:
    """Return a name for each shot: the one that it brings along where that is free, else one by its place."""
    taken = {place.name for place in board.places}
    kept: list[str | None] = []
    for shot in shots:
        name = shot.get("name")
        kept.append(name if name and name not in taken else None)
        if name is not None:
            taken.add(name)
    before = board.shown[index - 1].name if index else None
    given = iter(name_shots(before, is_last=index == len(board.shown), taken=taken, count=kept.count(None)))
    return [name or next(given) for name in kept]


def _content(tx: Transaction, shot_id: str) -> Row:
    row = read_rows(tx, "shot", [shot_id])[shot_id]
    return {name: row[name] for name in (*EMPTY, "frames")}


def _set_binned(store: Store, who: str, episode_id: int, shot_ids: Iterable[str], is_binned: bool) -> Changed:
    with store.planning() as tx:
        places = find_places(read_board(tx, episode_id), shot_ids)
        changes = [Change("shot", place.shot_id, place.rev, {"is_binned": is_binned}) for place in places]
        return apply(tx, who, scope_of(episode_id), changes)
