"""The mark on what a language model wrote: it stands until a person changes the words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal

import streamlit as st

from blindspot.plan.drafts import machine_written
from blindspot.ui.desk import Desk
from blindspot.ui.editing.field_names import field_name

ICON = ":material/robot_2:"
COLOUR: Literal["violet"] = "violet"


def say_machine_written(desk: Desk, item: str, item_id: str, row: Mapping[str, Any]) -> None:
    """Draw the mark on a row of the plan, with the fields that still stand as a model wrote them; nothing without."""
    fields = machine_written(desk.store, item, {item_id: row}).get(item_id)
    if fields:
        badge(machine_words(desk, item, fields), desk)


def machine_words(desk: Desk, item: str, fields: Iterable[str]) -> str:
    """Return which fields a model wrote, in the reader's words."""
    names = [field_name(item, field, desk.t) for field in sorted(fields)]
    return desk.t("machine-written: {fields}", fields=desk.t.all_of(names))


def badge(words: str, desk: Desk) -> None:
    """Draw the mark with words of ours."""
    st.badge(words, icon=ICON, color=COLOUR, help=desk.t("It stays marked until a person changes the words."))
