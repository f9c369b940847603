"""The accounts that content is made for: a list, and the fields of each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from blindspot.editing import Change
from blindspot.editing.rows import read_rows
from blindspot.library.accounts import SCOPE, Account, KnownAccount, add_account, list_accounts
from blindspot.readers.platforms import platform_keys
from blindspot.ui.desk import Desk
from blindspot.ui.editing.binding import BoundRow, drafted, forget_drafts
from blindspot.ui.editing.conflict_notice import show_conflict
from blindspot.ui.editing.history_panel import offer_undo, show_history
from blindspot.ui.editing.saving import attempt, save, say_saved
from blindspot.ui.marking import escape_markdown
from blindspot.ui.names import platform_name

PLATFORMS = platform_keys()
WORDS = ("handle", "positioning", "audience", "tone", "formats")
LONGEST = {"handle": 80}
NEW = "new_account"


def show_accounts(desk: Desk) -> None:
    """Draw the accounts, with a way to add one and to take one back from the bin."""
    t = desk.t
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.subheader(t("Accounts you make content for"), anchor=False)
        st.space("stretch")
        say_saved(desk, SCOPE)
        offer_undo(desk, SCOPE)
        _offer_new(desk)
    show_conflict(desk, SCOPE)
    accounts = list_accounts(desk.store)
    if not accounts:
        st.caption(t("None yet. Reports that name a target account bring it along."))
    for known in accounts:
        _show(desk, known)
    binned = list_accounts(desk.store, is_binned=True)
    if binned:
        with st.expander(t("In the bin ({n})", n=len(binned)), key="accounts_binned"):
            for known in binned:
                with st.container(horizontal=True, vertical_alignment="center"):
                    st.markdown(escape_markdown(known.account.handle))
                    st.button(
                        t("Put back"),
                        key=f"unbin_account_{known.account_id}",
                        on_click=_bin,
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
        item_id = str(known.account_id)
        fold = st.popover(t("Change"), icon=":material/edit:", key=f"change_account_{item_id}", on_change="rerun")
        row = read_rows(desk.store, "account", [item_id])[item_id]
        bound = BoundRow(desk, SCOPE, "account", item_id, row["rev"], row)
        # the browser makes a closed one's widgets later, and by then has lost what they were given
        if not fold.open:
            for word in WORDS:
                bound.expect(word, is_required=word == "handle")
            return
        with fold:
            _ask(desk, lambda word: bound.text(word, is_required=word == "handle"), bound.choice("platform"), account)
            show_history(desk, "account", item_id, SCOPE)
            st.button(
                t("Put into the bin"),
                icon=":material/delete:",
                type="tertiary",
                key=f"bin_account_{item_id}",
                on_click=_bin,
                args=(desk, known.account_id),
            )


def _offer_new(desk: Desk) -> None:
    t = desk.t
    fold = st.popover(t("Add an account"), icon=":material/person_add:", key="account_add", on_change="rerun")
    if not fold.open:
        return
    with fold:
        said = _ask(desk, lambda word: drafted(desk, f"{NEW}_{word}"), {"key": f"{NEW}_platform"}, Account(""))
        st.button(
            t("Add it"), type="primary", icon=":material/add:", key=f"{NEW}_done", on_click=_add, args=(desk, said)
        )


def _ask(desk: Desk, tie: Callable[[str], dict[str, Any]], platform: dict[str, Any], account: Account) -> Account:
    """Draw the fields of an account, each tied to something; return what stands in them."""
    t = desk.t
    labels = {
        "handle": t("Name of the account"),
        "positioning": t("Positioning"),
        "audience": t("Audience"),
        "tone": t("Tone"),
        "formats": t("Formats"),
    }
    said: dict[str, Any] = {}
    for word in WORDS:
        said[word] = st.text_input(labels[word], max_chars=LONGEST.get(word, 500), **tie(word))
        if word == "handle":
            others = () if account.platform in (None, *PLATFORMS) else (account.platform,)
            said["platform"] = st.selectbox(
                t("Platform"),
                [None, *PLATFORMS, *others],
                format_func=lambda one: platform_name(one, t) if one else t("any"),
                **platform,
            )
    return Account(**said)


def _add(desk: Desk, account: Account) -> None:
    if attempt(desk, SCOPE, lambda: add_account(desk.store, desk.who, account)):
        forget_drafts(desk, *(f"{NEW}_{word}" for word in WORDS))
        st.session_state.pop(f"{NEW}_platform", None)


def _bin(desk: Desk, account_id: int, *, is_binned: bool = True) -> None:
    item_id = str(account_id)
    row = read_rows(desk.store, "account", [item_id])[item_id]
    save(desk, SCOPE, [Change("account", item_id, row["rev"], {"is_binned": is_binned})])
