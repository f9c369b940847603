"""The reports page: the reports of the topic in view, one of them opened, or two side by side."""

from __future__ import annotations

import streamlit as st

from blindspot.library.heading_aliases import list_aliases
from blindspot.plan.reports.bin import restore_report
from blindspot.plan.reports.headings import forget_heading
from blindspot.plan.reports.listing import ReportEntry, list_reports
from blindspot.ui import address
from blindspot.ui.desk import Desk, choose_topic
from blindspot.ui.empty_states import say_empty
from blindspot.ui.library.import_desk import say_busy
from blindspot.ui.library.report_card import OPEN, show_report
from blindspot.ui.library.report_comparison import compare
from blindspot.ui.library.report_words import names_of_sections, section_name
from blindspot.ui.library.source_intake import offer_intake, show_intake
from blindspot.ui.library.topic_starter import view_topic
from blindspot.ui.marking import escape_markdown
from blindspot.ui.missing import is_missing
from blindspot.ui.switch import switch
from blindspot.ui.widget_functions import as_callback

VIEW = "reports"


def show_reports(desk: Desk) -> None:
    """Draw the page."""
    t = desk.t
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.header(t("Reports"), anchor=False, width="content")
        st.space("stretch")
        offer_intake(desk)
    say_busy(desk)
    show_intake(desk)
    reports = list_reports(desk.store)
    if not reports:
        _say_empty(desk)
        _show_bin(desk)
        return
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        with st.container(width=260):
            choose_topic(desk)
        view = _choose_view(desk)
    topic_id = desk.topic.topic_id if desk.topic else None
    here = [report for report in reports if report.topic is None or report.topic_id == topic_id]
    st.subheader(_answer(desk, here, len(reports)), anchor=False)
    if view == "two":
        compare(desk, here)
    elif here:
        listed, opened = st.columns([0.32, 0.68], gap="medium")
        with listed:
            chosen = _choose_report(desk, here)
        with opened:
            if chosen is None:
                st.warning(t("That report is not on this topic, in the bin or not there. Choose another one."))
            else:
                show_report(desk, chosen)
    else:
        st.write(_what_to_bring(desk))
    _show_learnt(desk)
    _show_bin(desk)


def open_report(desk: Desk, source_id: int) -> None:
    """Go to a report, with its topic in view."""
    entry = next((report for report in list_reports(desk.store) if report.source_id == source_id), None)
    if entry is not None and entry.topic_id is not None:
        view_topic(entry.topic_id)
    address.put(VIEW, "one", [])
    address.put(OPEN, source_id, [str(source_id)])
    st.switch_page("pages/library/reports.py", query_params=dict(st.query_params))


def _choose_view(desk: Desk) -> str:
    t = desk.t
    return switch(VIEW, t("View"), {"one": t("One by one"), "two": t("Side by side")})


def _answer(desk: Desk, here: list[ReportEntry], total: int) -> str:
    t = desk.t
    if not here:
        return t.plural("No report on this topic; {n} on another.", "No report on this topic; {n} on others.", total)
    lacking = sum(bool(report.missing) for report in here)
    counts = t(
        "{reports} on this topic with {claims}",
        reports=t.plural("{n} report", "{n} reports", len(here)),
        claims=t.plural("{n} claim", "{n} claims", sum(report.claims for report in here)),
    )
    if not lacking:
        return t("{counts}; no section is missing.", counts=counts)
    lack = t.plural("{n} lacks a section", "{n} lack sections", lacking)
    return t("{counts}; {lack}.", counts=counts, lack=lack)


def _choose_report(desk: Desk, here: list[ReportEntry]) -> ReportEntry | None:
    ids = [report.source_id for report in here]
    usual = None if is_missing(OPEN, ids) else ids[0]
    key = address.restore(OPEN, usual, lambda words: int(words[0]) if words[0].isdecimal() else None)
    if st.session_state[key] not in ids:
        st.session_state[key] = usual
    for report in here:
        _show_entry(desk, report, is_open=report.source_id == st.session_state[key])
    opened = st.session_state[key]
    if opened is None:
        return None
    address.keep(OPEN, [str(opened)] if opened != ids[0] else [])
    return here[ids.index(opened)]


def _show_entry(desk: Desk, report: ReportEntry, *, is_open: bool) -> None:
    t = desk.t
    with st.container(border=True, gap="small"):
        st.button(
            escape_markdown(report.title),
            key=f"open_report_{report.source_id}",
            icon=":material/arrow_forward:" if is_open else None,
            type="secondary" if is_open else "tertiary",
            width="stretch",
            on_click=address.put,
            args=(OPEN, report.source_id, [str(report.source_id)]),
        )
        parts = [t.day(report.researched_on)] if report.researched_on else []
        parts += [
            t.plural("{n} claim", "{n} claims", report.claims),
            t.plural("{n} source", "{n} sources", report.sources),
            t.plural("{n} origin", "{n} origins", report.origins),
        ]
        st.caption(" · ".join(parts))
        if report.missing:
            st.markdown(f":material/rule: {t('Lacks {sections}.', sections=names_of_sections(report.missing, t))}")


def _say_empty(desk: Desk) -> None:
    say_empty(desk.t("No report yet"), _what_to_bring(desk))


def _what_to_bring(desk: Desk) -> str:
    return desk.t(
        "Bring in a research report as Markdown, text, PDF or Word. It comes in section by section, and goes "
        "out again word for word; what it lacks is said."
    )


def _show_learnt(desk: Desk) -> None:
    """Draw the headings that were said to stand for a section, each with the way to take that back."""
    t = desk.t
    learnt = list_aliases(desk.store)
    if not learnt:
        return
    with st.expander(t("Headings you explained ({n})", n=len(learnt)), icon=":material/title:"):
        for key, heading in learnt:
            with st.container(horizontal=True, vertical_alignment="center"):
                section = section_name(key, t)
                said = t("“{heading}” is read as {section}", heading=escape_markdown(heading), section=section)
                st.markdown(said, width="stretch")
                st.button(
                    t("Forget"),
                    key=f"forget_{heading}",
                    type="tertiary",
                    icon=":material/undo:",
                    on_click=as_callback(forget_heading),
                    args=(desk.store, heading),
                )


def _show_bin(desk: Desk) -> None:
    t = desk.t
    binned = list_reports(desk.store, is_binned=True)
    if not binned:
        return
    with st.expander(t("Bin ({n})", n=len(binned)), icon=":material/delete:"):
        for report in binned:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(escape_markdown(report.title), width="stretch")
                st.button(
                    t("Put back"),
                    key=f"restore_report_{report.source_id}",
                    on_click=restore_report,
                    args=(desk.store, report.source_id),
                )
