"""AI video models with their limits, and the words that they understand, by data/video_models.toml."""

from __future__ import annotations

import math
import tomllib
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Any

from blindspot.errors import NotFound
from blindspot.shipped import DATA

MODELS = DATA / "video_models.toml"


@dataclass(frozen=True)
class VideoModel:
    """A model as it was described on the day `read_on`; lengths in seconds, `ratios` () and None where unknown."""

    key: str
    name: str
    note: dict[str, str]
    read_on: date
    shortest: int = 0
    longest: int = 0
    lengths: tuple[int, ...] = ()
    ratios: tuple[str, ...] = ()
    most_characters: int | None = None

    @property
    def most_seconds(self) -> int:
        """The longest clip that it makes at once."""
        return max(self.lengths, default=self.longest)

    def length_for(self, seconds: Fraction) -> int | None:
        """Return the shortest clip in whole seconds that covers `seconds`, None where none does."""
        offered = self.lengths or range(self.shortest, self.longest + 1)
        return min((length for length in offered if length >= seconds), default=None)

    def split(self, frames: int, fps: Fraction) -> tuple[int, ...]:
        """Return equal parts of `frames`, to the frame, each of which the model makes at once; one where it fits."""
        count = max(1, math.ceil(frames / math.floor(self.most_seconds * fps)))
        whole, rest = divmod(frames, count)
        return tuple(whole + (part < rest) for part in range(count))


@cache
def video_models() -> tuple[VideoModel, ...]:
    """Return the models that are on offer, in the file's order."""
    entries: list[dict[str, Any]] = _table()["model"]
    lists = ("lengths", "ratios")
    return tuple(
        VideoModel(**entry | {name: tuple(entry[name]) for name in lists if name in entry}) for entry in entries
    )


def video_model(key: str) -> VideoModel:
    """Return one model; raises NotFound."""
    for model in video_models():
        if model.key == key:
            return model
    known = ", ".join(model.key for model in video_models())
    raise NotFound("There is no video model called {key}.", "Choose one of {known}.", key=key, known=known)


def prompt_word(group: str, key: str, language: str) -> str:
    """Return a size, angle or movement as video models understand it."""
    return str(_table()["words"][group][key][language])


def prompt_phrase(group: str, key: str, language: str, **values: object) -> str:
    """Return one of the phrases or warnings with its values."""
    return str(_table()[group][key][language]).format(**values)


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(MODELS.read_text(encoding="utf-8"))
