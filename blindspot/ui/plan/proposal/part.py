"""One entry of a proposal's lists as widgets edit it: what others did to the list meanwhile stays."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from blindspot.editing import Change
from blindspot.editing.rows import read_rows
from blindspot.plan.proposals.parts import Part, with_answer, with_change
from blindspot.ui.editing.binding import Tie, is_own, note, tie_choice, tie_text

if TYPE_CHECKING:
    from blindspot.ui.plan.proposal.sheet import Sheet


class BoundPart:
    """The entry at a `place` (from 0) of the list `name`, as it was drawn; its fields go along with each other."""

    def __init__(self, sheet: Sheet, name: str, place: int) -> None:
        self.sheet, self.name, self.place = sheet, name, place
        self.drawn: list[Part] = sheet.row[name]

    def text(self, field: str) -> Tie:
        """Tie a text widget to a field of the entry."""
        key = self.sheet.key(self.name, self.place, field)
        value = self.drawn[self.place][field].strip()
        return tie_text(self.sheet.desk.edits, key, value, self.sheet.row["rev"], self._keep(key, field))

    def choice(self, field: str, **more: Any) -> Tie:
        """Tie a widget that one chooses in to a field of the entry; `more` fields change with it."""

        def put(chosen: Any) -> None:
            self.sheet.put_part(self.name, self.place, **{field: chosen}, **more)

        key = self.sheet.key(self.name, self.place, field)
        return tie_choice(self.sheet.desk.edits, key, self.drawn[self.place][field], put)

    def _keep(self, key: str, field: str) -> Callable[[str, int, Sequence[str]], str]:
        sheet, name = self.sheet, self.name

        def keep(typed: str, rev: int, was: Sequence[str]) -> str:
            text, place = typed.strip(), self.place
            there = self.drawn[place][field].strip()
            first = was[0].strip() if was else there
            is_met = there not in (text, first) and not is_own(sheet.desk.edits, key, there, str.strip, was)
            row = read_rows(sheet.desk.store, "proposal", [sheet.proposal_id])[sheet.proposal_id]
            made = None if is_met else with_answer(row[name], self.drawn, place, {field: text})
            base = rev if made is None else row["rev"]
            made = with_change(self.drawn, place, **{field: text}) if made is None else made
            outcome = note(
                sheet.desk, sheet.scope, key, text, text, [Change("proposal", sheet.proposal_id, base, {name: made})]
            )
            if outcome == "stored":
                # what is typed next goes on top of this, wherever others have put the entry
                entry = {**self.drawn[place], field: text}
                self.drawn = made
                self.place = place if made[place] == entry else made.index(entry)
            return outcome

        return keep
