"""Asks which column of an unknown table holds what; the answer is remembered for tables with the same header."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import streamlit as st

from blindspot.errors import BlindspotError, Message
from blindspot.library.import_jobs import ImportDesk, Waiting
from blindspot.readers import client
from blindspot.readers.events import Proposal
from blindspot.readers.mapping import Mapping
from blindspot.readers.mapping.mappings import DATE_ORDERS, UNITS
from blindspot.ui.desk import Desk
from blindspot.ui.error_notice import say_error
from blindspot.ui.library.mapping_fields import FIRST, PLATFORMS, REST, mapping_field_name, order_name, unit_name
from blindspot.ui.marking import escape_markdown
from blindspot.ui.names import platform_name
from blindspot.ui.texts import Translator
from blindspot.ui.widget_functions import known

PREVIEW_ROWS = 5
NONE = ""
"""Chosen where no column holds the field; no column is called so, since blank headers get a name."""


def ask_for_mapping(desk: Desk, imports: ImportDesk, waiting: Waiting) -> None:
    """Draw the form for one table that waits; "Import" runs it with the answer."""
    t = desk.t
    key = _key(waiting)
    with st.container(border=True):
        st.subheader(t("Which column is which?"), anchor=False)
        st.write(
            t(
                "{file} is a table that no reader knows. Say once what its columns hold; later files with these "
                "columns are read the same way.",
                file=escape_markdown(waiting.refused.file),
            )
        )
        try:
            proposal = _choose_table(desk, waiting, key)
        except BlindspotError as error:
            say_error(error, t)
            proposal = known(waiting.refused.proposal)
        _show_preview(desk, proposal)
        for doubt in proposal.doubts:
            st.markdown(f":material/help: {escape_markdown(t.message(_in_words(doubt, t)))}")
        with st.form(f"{key}_{proposal.table}", border=False):
            mapping = _ask(desk, proposal, f"{key}_{proposal.table}")
            with st.container(horizontal=True):
                is_sent = st.form_submit_button(
                    t("Import with this mapping"), type="primary", icon=":material/check:", disabled=imports.is_busy
                )
                is_given_up = st.form_submit_button(t("Leave this file out"), icon=":material/close:", type="tertiary")
        if is_given_up:
            imports.give_up(waiting)
            st.rerun()
        if is_sent:
            _import(desk, imports, waiting, mapping)


def _in_words(doubt: Message, t: Translator) -> Message:
    """Return the doubt with its field called as the form calls it."""
    field = doubt.values.get("field")
    return Message(doubt.template, **(doubt.values | {"field": mapping_field_name(str(field), t)})) if field else doubt


def _choose_table(desk: Desk, waiting: Waiting, key: str) -> Proposal:
    proposal = known(waiting.refused.proposal)
    # A member of an archive is unpacked only while it is imported, so its other tables cannot be looked at.
    is_member = waiting.refused.file != waiting.upload.name
    if len(proposal.tables) < 2 or is_member:
        return proposal
    table = st.selectbox(desk.t("Table"), proposal.tables, proposal.tables.index(proposal.table), key=f"{key}_table")
    if table == proposal.table:
        return proposal
    return client.propose(waiting.upload.path, waiting.upload.name, table)


def _show_preview(desk: Desk, proposal: Proposal) -> None:
    rows = [dict(zip(proposal.columns, row, strict=True)) for row in proposal.preview[:PREVIEW_ROWS]]
    if rows:
        st.dataframe(rows, hide_index=True, height="content")
    else:
        st.caption(desk.t("The table has no rows."))


def _ask(desk: Desk, proposal: Proposal, key: str) -> Mapping:
    t = desk.t
    proposed = Mapping.from_dict(proposal.mapping)
    fields: dict[str, str] = {}

    def choose(field: str) -> None:
        options = [NONE, *proposal.columns]
        column = st.selectbox(
            mapping_field_name(str(field), t),
            options,
            options.index(proposed.fields.get(field, NONE)),
            format_func=lambda option: option or t("— none —"),
            key=f"{key}_{field}",
        )
        if column:
            fields[field] = column

    with st.grid(3, min_column_width=220):
        for field in FIRST:
            choose(field)
        platforms = list(dict.fromkeys([NONE, *PLATFORMS, proposed.platform or NONE]))
        platform = st.selectbox(
            t("Platform, where no column tells it"),
            platforms,
            platforms.index(proposed.platform or NONE),
            format_func=lambda option: platform_name(option, t) if option else t("— as the links tell —"),
            accept_new_options=True,
            help=t("One that is not listed can be typed."),
            key=f"{key}_fixed_platform",
        )
        orders = [NONE, *DATE_ORDERS]
        order = st.selectbox(
            t("Dates are written"),
            orders,
            orders.index(proposed.date_order or NONE),
            format_func=lambda option: order_name(option, t),
            key=f"{key}_order",
        )
    with (
        st.expander(t("Counts and the rest"), expanded=any(field in proposed.fields for field in REST)),
        st.grid(3, min_column_width=220),
    ):
        for field in REST:
            choose(field)
        unit = st.selectbox(
            t("Durations are in"),
            UNITS,
            UNITS.index(proposed.duration_unit),
            format_func=lambda option: unit_name(option, t),
            key=f"{key}_unit",
        )
    named = (platform or "").strip().lower() or None
    return replace(
        proposed,
        fields=fields,
        platform=named,
        is_new_platform=named not in (None, *PLATFORMS),
        duration_unit=unit,
        date_order=order or None,
        is_certain=True,
        doubts=(),
    )


def _import(desk: Desk, imports: ImportDesk, waiting: Waiting, mapping: Mapping) -> None:
    try:
        mapping.check()
        imports.start([waiting.upload], confirmed=mapping.to_dict(), who=desk.who)
    except BlindspotError as error:
        say_error(error, desk.t)
        return
    st.rerun()


def _key(waiting: Waiting) -> str:
    digest = hashlib.sha256(f"{waiting.upload.path.name}/{waiting.refused.file}".encode()).hexdigest()
    return f"mapping_{digest[:16]}"
