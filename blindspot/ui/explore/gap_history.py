"""How a gap stood after each import: a line once there are two, a sentence while nothing has moved."""

from __future__ import annotations

import streamlit as st

from blindspot.charts import growth_lines
from blindspot.explore.filters import Filters
from blindspot.explore.history import trace_angle
from blindspot.ui.desk import Desk, topic_of
from blindspot.ui.explore.pictures import CONFIG


def show_gap_history(desk: Desk, angle_id: int, filters: Filters, key: str) -> None:
    """Draw the history of an angle within the filters; nothing before the second hand-in of files."""
    t = desk.t
    moments = trace_angle(desk.store, topic_of(desk).topic_id, angle_id, filters)
    if len(moments) < 2:
        return
    first, last = moments[0], moments[-1]
    if {(moment.works, moment.creators) for moment in moments} == {(last.works, last.creators)}:
        st.caption(
            t(
                "No change over {n} imported files since {day}.",
                n=t.number(sum(moment.files for moment in moments)),
                day=t.day(first.imported_at.date()),
            )
        )
        return
    st.caption(t("What each import left it at, counted by today's terms"))
    figure = growth_lines(
        [t.day(moment.imported_at.date()) for moment in moments],
        [moment.works for moment in moments],
        [moment.creators for moment in moments],
        (t("works"), t("creators")),
        desk.colours,
    )
    st.plotly_chart(figure, key=key, config=CONFIG, theme=None)
