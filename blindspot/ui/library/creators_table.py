"""The table of creators in which role and group are edited."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from unicodedata import normalize

import pandas as pd
import streamlit as st

from blindspot.library.creators import ROLES
from blindspot.ui.desk import Desk
from blindspot.ui.names import platform_name, role_name

EDITABLE = ("picked", "role", "creator_group")
ROUND = "creators_round"


@dataclass(frozen=True)
class Edit:
    """One changed cell: `column` is picked, role or creator_group."""

    creator_key: int
    column: str
    value: object


def find_rows(creators: pd.DataFrame, search: str) -> pd.DataFrame:
    """Return the creators whose name, id or group holds the words, in whatever case and width."""
    wanted = normalize("NFKC", search).casefold().strip()
    if not wanted:
        return creators
    columns = [creators[column].astype("string").fillna("") for column in ("name", "creator_id", "creator_group")]
    texts = columns[0].str.cat(columns[1:], sep="\n").str.normalize("NFKC").str.casefold()
    return creators[texts.str.contains(wanted, regex=False)]


def draw_table(
    desk: Desk, shown: pd.DataFrame, picked: set[int], *, on_change: Callable[..., Any], args: tuple[Any, ...]
) -> None:
    """Draw the creators; a change calls `on_change(*args)`, which reads it by `read_edits`."""
    t = desk.t
    table = pd.DataFrame(
        {
            "picked": shown["creator_key"].isin(picked),
            "name": [_name(desk, row) for row in shown.itertuples()],
            "role": shown["role"],
            "works": shown["works"],
            "platform": [platform_name(platform, t) for platform in shown["platform"]],
            "creator_group": shown["creator_group"].astype("string"),
            "first_published": [_day(value) for value in shown["first_published"]],
            "last_published": [_day(value) for value in shown["last_published"]],
        }
    ).reset_index(drop=True)
    st.data_editor(
        table,
        hide_index=True,
        num_rows="fixed",
        placeholder="—",
        disabled=[column for column in table.columns if column not in EDITABLE],
        column_config={
            "picked": st.column_config.CheckboxColumn(
                "✓", width=40, pinned=True, help=t("Tick creators to give many the same role.")
            ),
            "name": st.column_config.TextColumn(t("Creator"), width=150, pinned=True),
            "platform": st.column_config.TextColumn(t("Platform"), width="small"),
            "works": st.column_config.NumberColumn(t("Works"), format="localized", width="small"),
            "role": st.column_config.SelectboxColumn(
                t("Role"), options=ROLES, required=True, format_func=lambda role: role_name(str(role), t), width="small"
            ),
            "creator_group": st.column_config.TextColumn(t("Group"), max_chars=60, width="small"),
            "first_published": st.column_config.DateColumn(t("First published"), format="YYYY-MM-DD", width="small"),
            "last_published": st.column_config.DateColumn(t("Last published"), format="YYYY-MM-DD", width="small"),
        },
        key=_key(shown),
        on_change=on_change,
        args=args,
        height=min(38 + 35 * max(len(table), 1), 640),
    )


def edited_rows(shown: pd.DataFrame) -> dict[int, dict[str, object]]:
    """Return what the user changed in the table of these creators: by row, by column."""
    edited: dict[int, dict[str, object]] = st.session_state[_key(shown)]["edited_rows"]
    return edited


def read_edits(shown: pd.DataFrame, edited: dict[int, dict[str, object]]) -> Iterator[Edit]:
    """Yield the edited cells that differ from the creators as they were drawn."""
    keys = shown["creator_key"].tolist()
    for position, changes in edited.items():
        row = shown.iloc[int(position)]
        for column, value in changes.items():
            former = None if column == "picked" else row[column]
            if column == "picked" or value != (None if pd.isna(former) else former):
                yield Edit(int(keys[int(position)]), column, value)


def start_anew() -> None:
    """Make the next table forget what was changed in this one, after roles were changed beside it."""
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1


def _key(shown: pd.DataFrame) -> str:
    # The editor remembers changes by position, so rows in another order need an editor of their own.
    order = ",".join(map(str, [st.session_state.get(ROUND, 0), *shown["creator_key"]]))
    return f"creators_table_{hashlib.sha256(order.encode()).hexdigest()[:16]}"


def _name(desk: Desk, row: Any) -> str:
    return row.name if isinstance(row.name, str) else row.creator_id or desk.t("unknown creator")


def _day(value: pd.Timestamp) -> object:
    return None if pd.isna(value) else value.date()
