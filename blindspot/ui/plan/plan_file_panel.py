"""The whole plan as a file: taken along, brought in, and brought back after the database was lost."""

from __future__ import annotations

import streamlit as st

from blindspot.errors import BlindspotError
from blindspot.plan.plan_file import Counts, export_plan, import_plan, is_planned
from blindspot.plan.snapshots import bring_back, newest_snapshot, snapshots_of
from blindspot.settings import read_settings
from blindspot.ui.desk import Desk
from blindspot.ui.error_notice import say_error
from blindspot.ui.marking import escape_markdown

ROUND = "plan_file_round"


def offer_plan_file(desk: Desk) -> None:
    """Draw a button for taking the plan along and bringing one in."""
    t = desk.t
    with st.popover(t("Keep the plan"), icon=":material/save:"):
        st.write(
            t(
                "One file (JSON) with every proposal, series, storyboard and picture, with their history: "
                "for another computer, or to keep."
            )
        )
        st.download_button(
            t("Export the plan"),
            lambda: export_plan(desk.store),
            file_name="blindspot_plan.json",
            mime="application/json",
            icon=":material/download:",
            on_click="ignore",
            key="plan_file_export",
        )
        _take_upload(desk)


def show_saved_plan(desk: Desk) -> None:
    """Offer to bring back the plan that lies beside a database without one; say where it could not be put there."""
    _say_problem(desk)
    if not is_planned(desk.store):
        _offer_snapshot(desk)


def _take_upload(desk: Desk) -> None:
    t = desk.t
    st.session_state.setdefault(ROUND, 0)
    file = st.file_uploader(
        t("Import a plan file (JSON)"), key=f"plan_file_{st.session_state[ROUND]}", max_upload_size=256
    )
    st.caption(t("What is new is added; what differs becomes an edit that its history shows. Nothing is deleted."))
    if file is None:
        return
    try:
        counts = import_plan(desk.store, file.getvalue(), desk.who)
    except BlindspotError as error:
        say_error(error, t)
        return
    st.session_state[ROUND] += 1
    _say_counts(desk, counts)
    st.rerun()


def _offer_snapshot(desk: Desk) -> None:
    t = desk.t
    snapshot = newest_snapshot(desk.store)
    if snapshot is None:
        return
    when = snapshot.made_at.astimezone(read_settings().zone)
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown(
            ":material/history: "
            + t.plural(
                "Beside the database lies a saved plan of {day}, {time}, with {n} proposal.",
                "Beside the database lies a saved plan of {day}, {time}, with {n} proposals.",
                snapshot.proposals,
                day=t.day(when.date()),
                time=f"{when:%H:%M}",
            ),
            width="content",
        )
        if st.button(
            t("Bring it back"), icon=":material/settings_backup_restore:", type="primary", key="plan_file_bring"
        ):
            try:
                _say_counts(desk, bring_back(desk.store, snapshot, desk.who))
            except BlindspotError as error:
                say_error(error, t)
                return
            st.rerun()


def _say_counts(desk: Desk, counts: Counts) -> None:
    t = desk.t
    st.toast(
        t(
            "Plan imported: {added} added, {changed} changed, {unchanged} unchanged.",
            added=t.number(counts.added),
            changed=t.number(counts.changed),
            unchanged=t.number(counts.unchanged),
        ),
        icon=":material/check:",
        duration="long",
    )


def _say_problem(desk: Desk) -> None:
    """Say once a session that the plan could not be saved beside the database."""
    kept = snapshots_of(desk.store)
    problem = kept.problem if kept else None
    if problem and st.session_state.get("plan_file_problem") != str(problem):
        st.session_state["plan_file_problem"] = str(problem)
        st.warning(escape_markdown(desk.t.message(problem)), icon=":material/warning:")
