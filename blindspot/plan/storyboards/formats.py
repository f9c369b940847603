"""The format of an episode's storyboard: picture, frame rate, target length, platform."""

from __future__ import annotations

from fractions import Fraction

from blindspot.domain import RATIOS
from blindspot.editing.actions import apply
from blindspot.editing.changes import Change, Changed
from blindspot.editing.items import Row
from blindspot.plan.storyboards.board import read_board
from blindspot.plan.storyboards.fields import check_format
from blindspot.plan.storyboards.lengths import round_half_up, share_out, to_frames
from blindspot.plan.storyboards.shots import scope_of
from blindspot.store import Store


def ratio_of(width: int, height: int) -> str:
    """Return the ratio of a picture as people write it, "9:16"."""
    shape = Fraction(width, height)
    known = [name for name, (wide, high) in RATIOS.items() if Fraction(wide, high) == shape]
    return known[0] if known else f"{shape.numerator}:{shape.denominator}"


def set_format(store: Store, who: str, episode_id: int, rev: int, fields: Row) -> Changed:
    """Change some of width, height, fps_num, fps_den, target_seconds and platform of an episode as one action.

    At another frame rate the shots keep their seconds: their frames are counted anew so that the whole keeps its
    length to the frame (largest remainder). Raises Stale like `change`, BlindspotError for what no video has.
    """
    check_format(fields)
    with store.planning() as tx:
        board = read_board(tx, episode_id)
        before = Fraction(board.episode["fps_num"], board.episode["fps_den"])
        asked = board.episode | fields
        after = Fraction(asked["fps_num"], asked["fps_den"])
        changes = [Change("episode", str(episode_id), rev, fields)]
        if after != before:
            total = round_half_up(sum(place.frames for place in board.shown) / before * after)
            shown = share_out([place.frames for place in board.shown], total)
            counted = dict(zip((place.shot_id for place in board.shown), shown, strict=True))
            for place in board.places:
                frames = counted.get(place.shot_id) or to_frames(place.frames / before, after)
                changes.append(Change("shot", place.shot_id, place.rev, {"frames": frames}))
        return apply(tx, who, scope_of(episode_id), changes)
