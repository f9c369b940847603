"""The accounts that content is made for: a list, and the form of each."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import streamlit as st

from blindspot.editing import Change, change
from blindspot.editing.rows import read_rows
from blindspot.errors import BlindspotError
from blindspot.library.accounts import SCOPE, Account, KnownAccount, add_account, list_accounts
from blindspot.readers.platforms import platform_keys
from blindspot.ui.desk import Desk
from blindspot.ui.error_notice import say_error
from blindspot.ui.marking import escape_markdown
from blindspot.ui.names import platform_name

PLATFORMS = platform_keys()


def show_accounts(desk: Desk) -> None:
    """Draw the accounts, with a way to add one and to take one back from the bin."""
    t = desk.t
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.subheader(t("Accounts you make content for"), anchor=False)
        st.space("stretch")
        with st.popover(t("Add an account"), icon=":material/person_add:"):
            _edit(desk, None)
    accounts = list_accounts(desk.store)
    if not accounts:
        st.caption(t("None yet. Reports that name a target account bring it along."))
    for known in accounts:
        _show(desk, known)
    binned = list_accounts(desk.store, is_binned=True)
    if binned:
        with st.expander(t("In the bin ({n})", n=len(binned))):
            for known in binned:
                with st.container(horizontal=True, vertical_alignment="center"):
                    st.markdown(escape_markdown(known.account.handle))
                    st.button(
                        t("Put back"),
                        key=f"unbin_account_{known.account_id}",
                        on_click=_change,
                        args=(desk, known.account_id),
                        kwargs={"is_binned": False},
                    )


def _show(desk: Desk, known: KnownAccount) -> None:
    t = desk.t
    account = known.account
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        with st.container(width="stretch", gap=None):
            platform = f" · {platform_name(account.platform, t)}" if account.platform else ""
            name = t("{name} · sample", name=account.handle) if known.is_sample else account.handle
            st.markdown(f"**{escape_markdown(name)}**{escape_markdown(platform)}")
            said = [account.positioning, account.audience, account.tone, account.formats]
            st.caption(escape_markdown(" · ".join(filter(None, said)) or t("nothing written about it yet")))
        with st.popover(t("Change"), icon=":material/edit:"):
            _edit(desk, known)
            st.button(
                t("Put into the bin"),
                icon=":material/delete:",
                type="tertiary",
                key=f"bin_account_{known.account_id}",
                on_click=_change,
                args=(desk, known.account_id),
                kwargs={"is_binned": True},
            )


def _edit(desk: Desk, known: KnownAccount | None) -> None:
    t = desk.t
    account = known.account if known else Account("")
    key = f"account_{known.account_id if known else 'new'}"
    with st.form(key, border=False, clear_on_submit=known is None):
        handle = st.text_input(t("Name of the account"), account.handle, max_chars=80, key=f"{key}_handle")
        others = () if account.platform in (None, *PLATFORMS) else (account.platform,)
        platforms = [None, *PLATFORMS, *others]
        platform = st.selectbox(
            t("Platform"),
            platforms,
            index=platforms.index(account.platform),
            format_func=lambda one: platform_name(one, t) if one else t("any"),
            key=f"{key}_platform",
        )
        positioning = st.text_input(t("Positioning"), account.positioning, key=f"{key}_positioning")
        audience = st.text_input(t("Audience"), account.audience, key=f"{key}_audience")
        tone = st.text_input(t("Tone"), account.tone, key=f"{key}_tone")
        formats = st.text_input(t("Formats"), account.formats, key=f"{key}_formats")
        is_sent = st.form_submit_button(t("Save"), type="primary", icon=":material/save:")
    if not is_sent:
        return
    try:
        said = Account(handle, platform, positioning, audience, tone, formats)
        if known:
            _change(desk, known.account_id, **asdict(said))
        else:
            add_account(desk.store, desk.who, said)
    except BlindspotError as error:
        say_error(error, t)
        return
    st.rerun()


def _change(desk: Desk, account_id: int, **fields: Any) -> None:
    [row] = read_rows(desk.store, "account", [str(account_id)]).values()
    change(desk.store, desk.who, SCOPE, [Change("account", str(account_id), row["rev"], fields)])
