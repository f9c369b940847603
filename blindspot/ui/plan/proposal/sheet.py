"""The proposal in view as its page edits it: fields that save themselves, and entries of its lists."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import streamlit as st

from blindspot.domain import Proposal
from blindspot.editing import Change
from blindspot.editing.items import Row
from blindspot.editing.rows import read_rows
from blindspot.errors import NotFound
from blindspot.plan.loading import proposals_of
from blindspot.plan.proposals.listing import Proposal as Listed
from blindspot.plan.proposals.listing import list_proposals
from blindspot.plan.proposals.parts import Part, UsingEpisode, episodes_of, with_answer, with_change
from blindspot.ui.desk import Desk
from blindspot.ui.editing.binding import BoundRow
from blindspot.ui.editing.saving import save
from blindspot.ui.names import angle_name
from blindspot.ui.plan.proposal.part import BoundPart


@dataclass(frozen=True)
class Sheet:
    """A proposal as it was drawn: `row` as it is edited, `proposal` with the names and claims behind it."""

    desk: Desk
    proposal: Proposal
    row: Row

    @property
    def proposal_id(self) -> str:
        """The proposal's id."""
        return self.proposal.proposal_id

    @property
    def scope(self) -> str:
        """Where its edits are undone."""
        return f"proposal:{self.proposal_id}"

    @property
    def bound(self) -> BoundRow:
        """Its fields as widgets are tied to them."""
        return BoundRow(self.desk, self.scope, "proposal", self.proposal_id, self.row["rev"], self.row)

    @cached_property
    def listed(self) -> list[Listed]:
        """Every proposal as a list shows it."""
        return list_proposals(self.desk.store)

    @cached_property
    def episodes(self) -> list[UsingEpisode]:
        """The episodes made of it."""
        return episodes_of(self.desk.store, self.proposal_id)

    @cached_property
    def angles(self) -> dict[int, dict[str, Any]]:
        """The angles of its topic by id, each with its `name` in the reader's language."""
        topic_id = self.row["topic_id"]
        rows = self.desk.store.rows("library/topic_angles", topic_id=topic_id) if topic_id is not None else []
        return {row["angle_id"]: row | {"name": self._angle_name(row)} for row in rows}

    def _angle_name(self, row: Row) -> str:
        names = {"zh": row["name_zh"] or row["name_en"], "en": row["name_en"] or row["name_zh"]}
        return angle_name(names, self.desk.language, row["key"])

    def put(self, **fields: Any) -> bool:
        """Store new values of fields; return whether they are stored."""
        return save(self.desk, self.scope, [Change("proposal", self.proposal_id, self.row["rev"], fields)])

    def put_list(self, name: str, make: Callable[[list[Part]], list[Part] | None]) -> bool:
        """Store a list as `make` changes what stands there now; None from it means that others were there first."""
        now = read_rows(self.desk.store, "proposal", [self.proposal_id])[self.proposal_id]
        made = make(now[name])
        if made is None:
            return False
        return save(self.desk, self.scope, [Change("proposal", self.proposal_id, now["rev"], {name: made})])

    def put_part(self, name: str, place: int, **values: Any) -> bool:
        """Store values of one entry of a list; an entry that others changed alike is a conflict of the whole list."""
        drawn = self.row[name]
        answered: list[bool] = []

        def make(now: list[Part]) -> list[Part] | None:
            made = with_answer(now, drawn, place, values)
            answered.append(made is not None)
            return made

        stored = self.put_list(name, make)
        return stored if answered[0] else self.put(**{name: with_change(drawn, place, **values)})

    def key(self, *names: object) -> str:
        """Return a widget key of this proposal."""
        return "_".join(["proposal", self.proposal_id, *map(str, names)])

    def text(self, field: str, label: str, *, most: int, placeholder: str = "", is_long: bool = True) -> None:
        """Draw a text field of the proposal that saves itself."""

        options = {"max_chars": most, "placeholder": placeholder, **self.bound.text(field, show=str.strip)}
        if is_long:
            st.text_area(label, height="content", **options)
        else:
            st.text_input(label, **options)

    def part(self, name: str, place: int) -> BoundPart:
        """Return an entry of a list as widgets are tied to it, each time the same."""
        return self._parts.setdefault((name, place), BoundPart(self, name, place))

    @cached_property
    def _parts(self) -> dict[tuple[str, int], BoundPart]:
        return {}


def load_sheet(desk: Desk, proposal_id: str) -> Sheet:
    """Return a proposal to edit; raises NotFound."""
    rows = read_rows(desk.store, "proposal", [proposal_id])
    if proposal_id not in rows:
        raise NotFound("There is no proposal {id}.", "`proposal list` shows them.", id=proposal_id)
    return Sheet(desk, proposals_of(desk.store, rows)[proposal_id], rows[proposal_id])
