"""Accounts that content is made for: kept once, and referred to by reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from blindspot.editing import Change
from blindspot.editing.actions import apply
from blindspot.editing.items import Row, Written
from blindspot.editing.tidying import need, stripped
from blindspot.errors import BlindspotError
from blindspot.store import Store, Transaction

SCOPE = "accounts"
"""Where their edits are undone."""


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


def find_or_add_account(tx: Transaction, handle: str, *, is_sample: bool = False, **said: Any) -> int:
    """Return the id of the account of that name, added with what is said of it (fields of Account) where it is new.

    What the store knows of an account stays: a report that was written earlier must not undo the user's words.
    """
    account = _checked(Account(handle, **said))
    found = tx.rows("library/find_account", handle=account.handle, platform=account.platform, is_sample=is_sample)
    if found:
        return int(found[0]["account_id"])
    account_id = int(tx.value("library/next_account_id"))
    tx.run("library/add_account", account_id=account_id, is_sample=is_sample, **asdict(account))
    return account_id


def add_account(store: Store, who: str, account: Account) -> int:
    """Add an account; raises BlindspotError for one without a name or whose name is taken."""
    with store.importing() as tx:
        account_id = int(tx.value("library/next_account_id"))
        said = asdict(account) | {"is_sample": False, "is_binned": False}
        apply(tx, who, SCOPE, [Change("account", str(account_id), None, said)])
    return account_id


def check_account(fields: Row) -> Row:
    """Return what is said of an account without blanks around it; it needs a name."""
    need(fields, "handle", _nameless())
    return stripped(fields)


def settle_accounts(tx: Transaction, written: Sequence[Written]) -> None:
    """Refuse an account whose name another has."""
    for one in written:
        if not one.row["is_binned"] and tx.rows("library/accounts_alike", account_id=int(one.item_id)):
            raise BlindspotError(
                "There is an account “{name}” already.",
                "Change that one, or give this another name.",
                name=one.row["handle"],
            )


def _nameless() -> BlindspotError:
    return BlindspotError("The account has no name.", "Give it the name that it has on its platform.")


def _checked(account: Account) -> Account:
    said = {name: value.strip() if value else value for name, value in asdict(account).items()}
    if not said["handle"]:
        raise _nameless()
    return Account(**said)
