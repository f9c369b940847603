"""How a proposal fits an account of ours: what that account is like, and why the angle suits it."""

from __future__ import annotations

import streamlit as st

from blindspot.library.accounts import KnownAccount, list_accounts
from blindspot.ui.marking import escape_markdown
from blindspot.ui.names import platform_name
from blindspot.ui.plan.proposal.sheet import Sheet
from blindspot.ui.widget_functions import named_by

CREATORS = "pages/library/creators.py"
NONE = 0
"""Stands for no account; ids begin at 1."""


def show_fit(sheet: Sheet) -> None:
    """Draw the account beside the reasons."""
    t = sheet.desk.t
    accounts = {known.account_id: known for known in list_accounts(sheet.desk.store)}
    with st.container(border=True, gap="small"):
        st.markdown(f"##### :material/person_pin: {t('The account it is for')}")
        if not accounts:
            st.caption(t("No account is described yet: its audience and tone say whether the angle suits it."))
            st.page_link(CREATORS, label=t("Describe an account"), icon=":material/groups:")
            return
        names = {NONE: t("none yet")} | {number: known.account.handle for number, known in accounts.items()}
        chosen = sheet.row["account_id"] if sheet.row["account_id"] in accounts else NONE

        st.selectbox(
            t("Account"),
            names,
            format_func=named_by(names),
            label_visibility="collapsed",
            **sheet.bound.choice(
                "account_id", show=lambda _: chosen, fields=lambda account_id: {"account_id": account_id or None}
            ),
        )
        if chosen != NONE:
            _describe(sheet, accounts[chosen])
            sheet.text("fit", t("Why it fits"), most=2000, placeholder=t("what its viewers get from it"))


def _describe(sheet: Sheet, known: KnownAccount) -> None:
    t, account = sheet.desk.t, known.account
    said = (
        (t("Platform"), platform_name(account.platform, t) if account.platform else ""),
        (t("Positioning"), account.positioning),
        (t("Audience"), account.audience),
        (t("Tone"), account.tone),
        (t("Formats"), account.formats),
    )
    lines = [f"**{name}** {escape_markdown(words)}" for name, words in said if words]
    if lines:
        st.caption("  \n".join(lines))
    st.page_link(CREATORS, label=t("Change the account"), icon=":material/edit:")
