"""What holds for a whole series: its name, its account, the slots on which an episode is due."""

from __future__ import annotations

from typing import Any

import streamlit as st

from blindspot.domain import Series
from blindspot.editing import Change
from blindspot.editing.rows import read_rows
from blindspot.library.accounts import list_accounts
from blindspot.library.codebooks import list_topics
from blindspot.plan.series import plan_dates
from blindspot.settings import read_settings
from blindspot.ui import address
from blindspot.ui.desk import Desk, topic_name
from blindspot.ui.editing.binding import BoundRow
from blindspot.ui.editing.history_panel import show_history
from blindspot.ui.editing.saving import attempt, save
from blindspot.ui.plan.series.choice import LONGEST_TITLE, SERIES
from blindspot.ui.plan.series.words import weekday_names
from blindspot.ui.widget_functions import as_callback, named_by


def ask_for_slots(desk: Desk, series: Series) -> None:
    """Draw the slots, each change saved at once, and the buttons that plan the episodes onto them."""
    t = desk.t
    fold = st.popover(t("Slots"), icon=":material/event_repeat:", key=f"slots_{series.series_id}", on_change="rerun")
    # the browser makes a closed one's widgets later, and by then has lost what they were given
    if not fold.open:
        return
    with fold:
        names = weekday_names(t)
        st.pills(
            t("Days on which an episode is due"),
            list(names),
            selection_mode="multi",
            format_func=named_by(names),
            **_field(desk, series, "weekdays", sorted(series.weekdays)),
        )
        st.time_input(t("Time of day"), **_field(desk, series, "slot_time", series.slot_time))
        st.date_input(t("From"), format="YYYY-MM-DD", **_field(desk, series, "starts_on", series.starts_on))
        _offer_dates(desk, series, t("Plan the days that are missing"), ":material/event_available:", anew=False)
        _offer_dates(desk, series, t("Plan all anew, in order"), ":material/event_repeat:", anew=True)
        st.caption(t("Published episodes keep their day; nothing is planned into the past."))


def edit_series(desk: Desk, series: Series) -> None:
    """Draw what else can be changed about the series, its history, and the way into the bin."""
    t = desk.t
    fold = st.popover(t("More"), icon=":material/more_horiz:", key=f"more_{series.series_id}", on_change="rerun")
    if not fold.open:
        return
    with fold:
        row = read_rows(desk.store, "series", [str(series.series_id)])[str(series.series_id)]
        bound = bound_series(desk, series, {"title": series.title, "note": series.note})
        topics = {topic.topic_id: topic_name(topic, t) for topic in list_topics(desk.store)}
        accounts = {known.account_id: known.account.handle for known in list_accounts(desk.store)}
        st.text_input(t("Title"), max_chars=LONGEST_TITLE, **bound.text("title", is_required=True))
        st.text_area(t("Note"), height=80, **bound.text("note", read=str))
        _ask_for_one(desk, series, t("Topic"), "topic_id", topics, row["topic_id"])
        _ask_for_one(desk, series, t("Account"), "account_id", accounts, row["account_id"])
        show_history(desk, "series", str(series.series_id), f"series:{series.series_id}")
        st.button(
            t("Put the series into the bin"),
            icon=":material/delete:",
            type="tertiary",
            key=f"bin_series_{series.series_id}",
            on_click=_bin,
            args=(desk, series),
        )


def _ask_for_one(desk: Desk, series: Series, label: str, name: str, options: dict[int, str], value: int | None) -> None:
    st.selectbox(
        label,
        list(options),
        index=None,
        format_func=named_by(options),
        placeholder=desk.t("None"),
        **_field(desk, series, name, value if value in options else None),
    )


def _field(desk: Desk, series: Series, name: str, value: Any) -> dict[str, Any]:
    """Return what ties a widget that one chooses in to a field of the series."""
    make = {"weekdays": lambda days: {"weekdays": sorted(days)}}.get(name)
    return bound_series(desk, series, {name: value}).choice(name, fields=make)


def bound_series(desk: Desk, series: Series, values: dict[str, Any]) -> BoundRow:
    """Return the series as widgets are tied to it."""
    number = series.series_id
    return BoundRow(desk, f"series:{number}", "series", str(number), series.rev, values)


def _offer_dates(desk: Desk, series: Series, label: str, icon: str, *, anew: bool) -> None:
    st.button(
        label,
        icon=icon,
        key=f"plan_dates_{series.series_id}_{anew}",
        disabled=not series.weekdays,
        width="stretch",
        on_click=as_callback(attempt),
        args=(
            desk,
            f"series:{series.series_id}",
            lambda: plan_dates(desk.store, desk.who, series.series_id, read_settings().today, anew=anew),
        ),
    )


def _bin(desk: Desk, series: Series) -> None:
    if save(
        desk,
        f"series:{series.series_id}",
        [Change("series", str(series.series_id), series.rev, {"is_binned": True})],
    ):
        address.forget(SERIES)
