"""One report opened: what it says, section by section, and what can be done with it."""

from __future__ import annotations

import re

import streamlit as st

from blindspot.documents.report.model import Section
from blindspot.plan.reports.bin import bin_report
from blindspot.plan.reports.contents import load_report
from blindspot.plan.reports.headings import learn_heading
from blindspot.plan.reports.listing import ReportEntry, export_report
from blindspot.plan.reports.relations import related_reports
from blindspot.ui import address
from blindspot.ui.desk import Desk
from blindspot.ui.library.report_sections import show_items
from blindspot.ui.library.report_words import plain_body, section_heading, section_name
from blindspot.ui.marking import escape_markdown
from blindspot.ui.texts import translator

UNSAFE = re.compile(r"[^\w.\-]+")
CHINESE = re.compile(r"[\u4e00-\u9fff]")
OPEN = "report"
"""What the address calls the report in view."""
OPENED = ("insight", "claims", "proposals")


def show_report(desk: Desk, entry: ReportEntry) -> None:
    """Draw a report's content with its actions."""
    t = desk.t
    report = load_report(desk.store, entry.source_id)
    with st.container(horizontal=True, gap="small"):
        st.download_button(
            t("Export as Markdown"),
            data=lambda: export_report(desk.store, entry.source_id),
            file_name=file_name(entry.title),
            mime="text/markdown",
            icon=":material/download:",
            on_click="ignore",
            key="report_export",
        )
        st.space("stretch")
        st.button(
            t("Put into the bin"),
            icon=":material/delete:",
            type="tertiary",
            on_click=bin_report,
            args=(desk.store, entry.source_id),
            help=t("Its claims, proposals, series and signals go with it, and come back with it."),
            key="report_bin",
        )
    for relation in related_reports(desk.store, entry.source_id):
        if relation.related_id is not None:
            st.button(
                t(
                    "Speaks of the earlier report “{title}”",
                    title=escape_markdown(relation.title or relation.reference),
                ),
                icon=":material/history:",
                type="tertiary",
                key=f"related_{entry.source_id}_{relation.related_id}",
                on_click=address.put,
                args=(OPEN, relation.related_id, [str(relation.related_id)]),
            )
    unknown = (section.heading for section in report.sections if section.key is None and section.heading)
    for heading in dict.fromkeys(unknown):
        _ask_for_key(desk, entry, heading)
    words = translator("zh" if CHINESE.search(report.title) else "en")
    for number, section in enumerate(report.sections):
        if section.key == "head":
            _show_head(section)
        elif section.heading or section.signals or section.series:
            key = "signals" if section.signals else "series"
            _show_section(desk, section, section.heading or section_heading(key, words), number)
        else:
            _show_head(section)


def file_name(title: str) -> str:
    """Return a file name that every system takes."""
    return f"{UNSAFE.sub('_', title).strip('._')[:77] or 'report'}.md"


def _ask_for_key(desk: Desk, entry: ReportEntry, heading: str) -> None:
    t = desk.t
    if not entry.missing:
        return
    key = f"section_is_{entry.source_id}_{heading}"

    def learn() -> None:
        learn_heading(desk.store, heading, st.session_state[key])

    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown(t("The section “{heading}” is not known.", heading=escape_markdown(heading)), width="stretch")
        st.selectbox(
            t("This section is"),
            entry.missing,
            index=None,
            format_func=lambda part: section_name(part, t),
            placeholder=t("This section is…"),
            label_visibility="collapsed",
            key=key,
            width=260,
            on_change=learn,
        )


def _show_head(section: Section) -> None:
    for field in section.fields:
        label = field.label.replace("*", "").strip("：: ")
        st.caption(f"{escape_markdown(label)} · {escape_markdown(field.value)}")


def _show_section(desk: Desk, section: Section, heading: str, number: int) -> None:
    with st.expander(f"**{escape_markdown(heading)}**", expanded=section.key in OPENED, key=f"section_{number}"):
        if section.body.strip():
            st.markdown(plain_body(section.body))
        show_items(desk, section)
