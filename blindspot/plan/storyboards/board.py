"""A storyboard as its shots stand: their order, names and lengths, read within the transaction that changes them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from blindspot.editing.changes import Change
from blindspot.editing.items import Row
from blindspot.editing.rows import read_rows
from blindspot.errors import BlindspotError, NotFound
from blindspot.store import Transaction

NARROWEST = 1e-6
"""Places nearer to each other than this are spaced again, before doubles run out between them."""
MOST_SHOTS = 2_000


@dataclass(frozen=True)
class Place:
    """Where one shot stands, and its name and length."""

    shot_id: str
    position: float
    name: str
    frames: int
    is_binned: bool
    rev: int


@dataclass(frozen=True)
class Board:
    """An episode's row and the places of all its shots in order, those in the bin as well."""

    episode: Row
    places: tuple[Place, ...]

    @property
    def shown(self) -> list[Place]:
        """The places that are not in the bin."""
        return [place for place in self.places if not place.is_binned]

    def index(self, shot_id: str | None) -> int:
        """Return where a shot stands among those shown, None: behind the last; raises NotFound."""
        if shot_id is None:
            return len(self.shown)
        found = [index for index, place in enumerate(self.shown) if place.shot_id == shot_id]
        if not found:
            raise NotFound("There is no such shot in this storyboard any more.", "Reload the page.")
        return found[0]


def read_board(tx: Transaction, episode_id: int) -> Board:
    """Return an episode's storyboard; raises NotFound where there is no such episode."""
    rows = read_rows(tx, "episode", [str(episode_id)])
    if str(episode_id) not in rows:
        raise NotFound("There is no episode {id}.", "`episode list` shows them.", id=episode_id)
    return Board(
        rows[str(episode_id)], tuple(Place(**row) for row in tx.rows("plan/shot_places", episode_id=episode_id))
    )


def find_room(others: Sequence[Place], before_id: str | None, count: int) -> tuple[list[float], list[Change]]:
    """Return positions for `count` shots before one of `others` (None: behind the last), and what moves to make room.

    Nothing moves but where the neighbours stand too near: then all are spaced evenly again.
    """
    index = next((place for place, other in enumerate(others) if other.shot_id == before_id), len(others))
    if index == len(others):
        start = others[-1].position if others else 0.0
        return [start + step for step in range(1, count + 1)], []
    after = others[index].position
    if index == 0:
        return [after - count + step for step in range(count)], []
    before = others[index - 1].position
    step = (after - before) / (count + 1)
    if step > NARROWEST:
        return [before + step * number for number in range(1, count + 1)], []
    moved = [
        Change("shot", other.shot_id, other.rev, {"position": float(place + (count if place > index else 0))})
        for place, other in enumerate(others, 1)
    ]
    return [float(index + number) for number in range(1, count + 1)], moved


def require_room(board: Board, count: int) -> None:
    """Raise BlindspotError for more shots than a storyboard holds."""
    if len(board.shown) + count > MOST_SHOTS:
        raise BlindspotError(
            "A storyboard holds {most} shots; with these it would have {count}.",
            "Split the episode, or bring in fewer.",
            most=MOST_SHOTS,
            count=len(board.shown) + count,
        )


def find_places(board: Board, shot_ids: Iterable[str]) -> list[Place]:
    """Return the places of some shots in the board's order, those in the bin as well; raises NotFound."""
    wanted = set(shot_ids)
    found = [place for place in board.places if place.shot_id in wanted]
    if len(found) < len(wanted):
        raise NotFound("There is no such shot in this storyboard any more.", "Reload the page.")
    return found
