"""What a platform's own interface covers of an upright picture, by data/safe_areas.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from blindspot.shipped import DATA

AREAS = DATA / "safe_areas.toml"


@dataclass(frozen=True)
class SafeArea:
    """Margins in thousandths of a 9:16 picture's width and height; `source` says by language where from."""

    key: str
    top: int
    bottom: int
    left: int
    right: int
    basis: Literal["official", "estimate"]
    source: dict[str, str]
    read_on: date

    @property
    def is_official(self) -> bool:
        """Whether the platform itself publishes the margins."""
        return self.basis == "official"

    @property
    def width_share(self) -> float:
        """The share of the picture's width that stays free."""
        return 1 - (self.left + self.right) / 1000


def safe_area(platform: str, width: int, height: int) -> SafeArea | None:
    """Return a platform's margins; None where it is unknown or the picture is not 9:16, the only ratio known."""
    return safe_areas().get(platform) if width * 16 == height * 9 else None


@cache
def safe_areas() -> dict[str, SafeArea]:
    """Return the margins by platform, in the file's order."""
    entries = tomllib.loads(AREAS.read_text(encoding="utf-8"))["platform"]
    return {entry["key"]: SafeArea(**entry) for entry in entries}
