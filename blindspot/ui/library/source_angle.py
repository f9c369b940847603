"""The sources page for one angle: the claims and sources that ask for it, and the way back to all."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from blindspot.library.codebooks import show_codebook
from blindspot.ui import address
from blindspot.ui.desk import Desk
from blindspot.ui.marking import escape_markdown
from blindspot.ui.names import angle_name

ANGLE = "supports"


@dataclass(frozen=True)
class Asking:
    """What asks for the angle in view; `sources` speak of it or carry a claim that does."""

    name: str
    claims: frozenset[int]
    sources: frozenset[int]


def look_for(angle: str | None) -> None:
    """Show what asks for an angle, or everything; the topic is the one in view."""
    address.put(ANGLE, angle, [angle] if angle else [])


def find_asking(desk: Desk, topic_id: int | None) -> Asking | None:
    """Return what asks for the angle that the address names, None where it names none of the topic's."""
    key = st.session_state[address.restore(ANGLE, None, lambda words: words[0])]
    if key is None or topic_id is None:
        return None
    angle = next((angle for angle in show_codebook(desk.store, topic_id).angles if angle.key == key), None)
    if angle is None:
        return None
    rows = desk.store.rows("explore/reading_of_angle", topic_id=topic_id, angle=key)
    found = {item: frozenset(row["item_id"] for row in rows if row["item"] == item) for item in ("claim", "source")}
    return Asking(angle_name(angle.name, desk.language, key), found["claim"], found["source"])


def say_asking(desk: Desk, asking: Asking) -> None:
    """Draw which angle is looked for, with the way back to everything."""
    t = desk.t
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(
            t("Only what asks for “{angle}”.", angle=f"**{escape_markdown(asking.name)}**"),
            width="content",
        )
        st.button(
            t("Show everything"),
            icon=":material/close:",
            type="tertiary",
            on_click=look_for,
            args=(None,),
            key="sources_everything",
        )
