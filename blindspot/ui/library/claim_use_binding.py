"""What a source is worth for a claim, as widgets edit it: what others say of the claim's other sources stays."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from blindspot.editing import Change
from blindspot.editing.items import Row
from blindspot.editing.rows import read_rows
from blindspot.library.sources.claims import scope_of
from blindspot.ui.desk import Desk
from blindspot.ui.editing.binding import Tie, is_own, note, tie_choice, tie_text
from blindspot.ui.editing.saving import save


class BoundUse:
    """The use at a `place` (from 0) of a claim's row, as it was drawn."""

    def __init__(self, desk: Desk, claim_id: int, row: Row, place: int) -> None:
        self.desk, self.claim_id, self.row, self.place = desk, claim_id, row, place

    def reason(self) -> Tie:
        """Tie a text widget to the reason."""
        key, value = self._key("grade_reason"), self.row["uses"][self.place]["grade_reason"]

        def keep(typed: str, rev: int, was: Sequence[str]) -> str:
            text = typed.strip()
            there = self._now()["uses"][self.place]["grade_reason"]
            first = was[0].strip() if was else value
            is_free = there in (text, first) or is_own(self.desk.edits, key, there, str.strip, was)
            return note(
                self.desk, scope_of(self.claim_id), key, text, text, [self._change(rev, is_free, grade_reason=text)]
            )

        return tie_text(self.desk.edits, key, value, self.row["rev"], keep)

    def grade(self) -> Tie:
        """Tie a widget that one chooses in to the grade."""
        drawn = self.row["uses"][self.place]["grade"]

        def put(chosen: str) -> None:
            is_free = self._now()["uses"][self.place]["grade"] == drawn
            save(self.desk, scope_of(self.claim_id), [self._change(self.row["rev"], is_free, grade=chosen)])

        return tie_choice(self.desk.edits, self._key("grade"), drawn, put)

    def _key(self, field: str) -> str:
        return f"claim_{self.claim_id}_use_{self.place}_{field}"

    def _now(self) -> Row:
        return read_rows(self.desk.store, "claim", [str(self.claim_id)])[str(self.claim_id)]

    def _change(self, rev: int, is_free: bool, **said: Any) -> Change:
        """Return the change: onto the uses as they stand where nobody else touched this, else as it was drawn."""
        base = self._now() if is_free else {"uses": self.row["uses"], "rev": rev}
        uses = [one | said if at == self.place else one for at, one in enumerate(base["uses"])]
        return Change("claim", str(self.claim_id), base["rev"], {"uses": uses})
