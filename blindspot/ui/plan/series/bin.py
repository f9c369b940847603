"""The series and the episodes in the bin, each with the way back."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from blindspot.domain import Series
from blindspot.editing import Change
from blindspot.plan.series import SeriesEntry, binned_episodes
from blindspot.ui.desk import Desk
from blindspot.ui.editing.saving import save
from blindspot.ui.marking import escape_markdown
from blindspot.ui.widget_functions import as_callback


def show_series_bin(desk: Desk, every: Sequence[SeriesEntry], series: Series | None) -> None:
    """Draw what is in the bin: of all series, and of the episodes of the one in view."""
    t = desk.t
    binned = [
        ("series", f"series:{one.series_id}", one.series_id, one.title, one.rev) for one in every if one.is_binned
    ]
    if series is not None:
        scope = f"series:{series.series_id}"
        binned = [
            *(
                ("episode", scope, one.episode_id, one.title, one.rev)
                for one in binned_episodes(desk.store, series.series_id)
            ),
            *binned,
        ]
    if not binned:
        return
    with st.expander(t("In the bin ({n})", n=len(binned)), icon=":material/delete:"):
        for item, scope, item_id, title, rev in binned:
            kind = t("Series") if item == "series" else t("Episode")
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(f"{kind}: {escape_markdown(title)}", width="stretch")
                st.button(
                    t("Put back"),
                    icon=":material/undo:",
                    type="tertiary",
                    key=f"unbin_{item}_{item_id}",
                    on_click=as_callback(save),
                    args=(desk, scope, [Change(item, str(item_id), rev, {"is_binned": False})]),
                )
