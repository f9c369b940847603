"""Accounts of our own: kept once, the user's words before a report's, and back from the bin."""

from __future__ import annotations

import pytest

from blindspot.errors import BlindspotError
from blindspot.library.accounts import Account, bin_account, find_or_add_account, list_accounts, save_account
from blindspot.store import Store


def accounts(store: Store) -> list[Account]:
    return [known.account for known in list_accounts(store)]


def test_a_report_finds_the_account_it_names_and_changes_nothing_of_it(memory_store: Store) -> None:
    account_id = save_account(memory_store, None, Account("Ren", "douyin", "视觉冲击"))
    with memory_store.importing() as tx:
        assert find_or_add_account(tx, "ren ", positioning="别的说法") == account_id
        assert find_or_add_account(tx, "ren", platform="bilibili") != account_id
        assert find_or_add_account(tx, "ren", is_sample=True) != account_id
    assert accounts(memory_store)[0] == Account("Ren", "douyin", "视觉冲击")


def test_an_account_is_changed_and_no_two_have_one_name(memory_store: Store) -> None:
    ren = save_account(memory_store, None, Account("ren"))
    save_account(memory_store, ren, Account("ren", tone=" 冷静 "))
    assert accounts(memory_store) == [Account("ren", tone="冷静")]
    with pytest.raises(BlindspotError, match="There is an account “REN” already"):
        save_account(memory_store, None, Account("REN"))
    with pytest.raises(BlindspotError, match="no name"):
        save_account(memory_store, ren, Account(" "))


def test_the_bin_gives_an_account_back(memory_store: Store) -> None:
    ren = save_account(memory_store, None, Account("ren"))
    bin_account(memory_store, ren)
    assert accounts(memory_store) == []
    bin_account(memory_store, ren, is_binned=False)
    assert accounts(memory_store) == [Account("ren")]
