"""A part of a page that is drawn anew by itself, without the frame around it, when something in it is changed."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

import streamlit as st

from blindspot.ui.components.keeper import drawing
from blindspot.ui.desk import Desk
from blindspot.ui.error_notice import say_faults

About = ParamSpec("About")


def fragment(draw: Callable[Concatenate[Desk, About], None]) -> Callable[Concatenate[Desk, About], None]:
    """Return Streamlit's fragment of a drawing, with what a whole run has around it.

    It waits for what a former run is still storing, what goes wrong becomes sentences, and the browser is told of the
    fields in it.
    """

    @st.fragment
    @wraps(draw)
    def drawn(desk: Desk, /, *args: About.args, **kwargs: About.kwargs) -> None:
        desk.edits.settle()
        with drawing(desk.edits, draw.__name__.strip("_")), say_faults(desk.t, draw.__name__):
            draw(desk, *args, **kwargs)

    return drawn
