"""Accounts of our own: kept once, the user's words before a report's, and back from the bin."""

from __future__ import annotations

import pytest
from row_edits import edit

from blindspot.errors import BlindspotError
from blindspot.library.accounts import Account, add_account, find_or_add_account, list_accounts
from blindspot.store import Store


def accounts(store: Store) -> list[Account]:
    return [known.account for known in list_accounts(store)]


def test_a_report_finds_the_account_it_names_and_changes_nothing_of_it(memory_store: Store) -> None:
    account_id = add_account(memory_store, "Ann", Account("Ren", "douyin", "视觉冲击"))
    with memory_store.importing() as tx:
        assert find_or_add_account(tx, "ren ", positioning="别的说法") == account_id
        assert find_or_add_account(tx, "ren", platform="bilibili") != account_id
        assert find_or_add_account(tx, "ren", is_sample=True) != account_id
    assert accounts(memory_store)[0] == Account("Ren", "douyin", "视觉冲击")


def test_an_account_is_changed_and_no_two_have_one_name(memory_store: Store) -> None:
    ren = add_account(memory_store, "Ann", Account("ren"))
    edit(memory_store, "account", ren, tone=" 冷静 ")
    assert accounts(memory_store) == [Account("ren", tone="冷静")]
    with pytest.raises(BlindspotError, match="There is an account “REN” already"):
        add_account(memory_store, "Ann", Account("REN"))
    with pytest.raises(BlindspotError, match="no name"):
        edit(memory_store, "account", ren, handle=" ")


def test_the_bin_gives_an_account_back(memory_store: Store) -> None:
    ren = add_account(memory_store, "Ann", Account("ren"))
    edit(memory_store, "account", ren, is_binned=True)
    assert accounts(memory_store) == []
    edit(memory_store, "account", ren, is_binned=False)
    assert accounts(memory_store) == [Account("ren")]
