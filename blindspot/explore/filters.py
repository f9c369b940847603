"""What part of a topic is looked at; every page, command and link speaks of it in these words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Filters:
    """Limits on the works that count; an empty tuple or None sets none.

    `min_response` is log2 of a work's response over its creator's usual (1 = twice the usual). `creators` are keys.
    """

    platforms: tuple[str, ...] = ()
    creators: tuple[int, ...] = ()
    date_from: date | None = None
    date_to: date | None = None
    min_response: float | None = None
    roles: tuple[str, ...] = ("competitor",)

    def params(self, topic_id: int) -> dict[str, Any]:
        """Return the parameters that the scope queries share."""
        return {
            "topic_id": topic_id,
            "platforms": list(self.platforms) or None,
            "creators": list(self.creators) or None,
            "roles": list(self.roles),
            "date_from": self.date_from,
            "date_to": self.date_to,
            "min_response": self.min_response,
        }
