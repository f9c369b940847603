"""A switch between a few views of a page; the address keeps which one is on."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from blindspot.ui import address
from blindspot.ui.widget_functions import known, named_by


def switch(name: str, label: str, names: Mapping[str, str]) -> str:
    """Draw a switch between `names`, by what each is called, and return the one that is on.

    The address keeps it under `name`; the first is the usual one and leaves nothing there.
    """
    usual = next(iter(names))
    chosen = st.segmented_control(
        label,
        list(names),
        format_func=named_by(names),
        key=address.restore(name, usual, lambda words: words[0] if words[0] in names else None),
        required=True,
        persist_state="session",
        label_visibility="collapsed",
        wrap=True,
    )
    address.keep(name, [] if chosen == usual else [known(chosen)])
    return known(chosen)
