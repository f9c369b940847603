"""Accounts that content is made for: kept once, and referred to by reports."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from blindspot.errors import BlindspotError
from blindspot.store import Store, Transaction


@dataclass(frozen=True)
class Account:
    """What an account is like, in its owner's words; `platform` is None where it is on none in particular."""

    handle: str
    platform: str | None = None
    positioning: str = ""
    audience: str = ""
    tone: str = ""
    formats: str = ""


@dataclass(frozen=True)
class KnownAccount:
    """An account in the store."""

    account_id: int
    is_sample: bool
    account: Account


def list_accounts(store: Store, *, is_binned: bool = False) -> list[KnownAccount]:
    """Return the accounts by name, the sample's last; or those in the bin."""
    return [
        KnownAccount(row.pop("account_id"), row.pop("is_sample"), Account(**row))
        for row in store.rows("library/accounts", is_binned=is_binned)
    ]


def find_or_add_account(tx: Transaction, handle: str, *, is_sample: bool = False, **said: str | None) -> int:
    """Return the id of the account of that name, added with what is said of it (fields of Account) where it is new.

    What the store knows of an account stays: a report that was written earlier must not undo the user's words.
    """
    account = _checked(Account(handle, **said))
    found = tx.rows("library/find_account", handle=account.handle, platform=account.platform, is_sample=is_sample)
    if found:
        return found[0]["account_id"]
    account_id = tx.value("library/next_account_id")
    tx.run("library/add_account", account_id=account_id, is_sample=is_sample, **asdict(account))
    return account_id


def save_account(store: Store, account_id: int | None, account: Account) -> int:
    """Change an account, or add one (None); raises BlindspotError for one without a name or whose name is taken."""
    account = _checked(account)
    with store.importing() as tx:
        found = tx.rows("library/find_account", handle=account.handle, platform=account.platform, is_sample=False)
        if found and found[0]["account_id"] != account_id:
            raise BlindspotError(
                "There is an account “{name}” already.",
                "Change that one, or give this another name.",
                name=account.handle,
            )
        if account_id is None:
            return find_or_add_account(tx, **asdict(account))
        tx.run("library/set_account", account_id=account_id, **asdict(account))
    return account_id


def bin_account(store: Store, account_id: int, *, is_binned: bool = True) -> None:
    """Put an account into the bin, or take it out again."""
    with store.importing() as tx:
        tx.run("library/bin_account", account_id=account_id, is_binned=is_binned)


def _checked(account: Account) -> Account:
    said = {name: value.strip() if value else value for name, value in asdict(account).items()}
    if not said["handle"]:
        raise BlindspotError("The account has no name.", "Give it the name that it has on its platform.")
    return Account(**said)
