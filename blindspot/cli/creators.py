"""`creator list` and `creator role`."""

from __future__ import annotations

import click

from blindspot.cli.root import as_json_option, main, opened, print_json, say
from blindspot.library.creators import ROLES, find_creator, set_role
from blindspot.settings import read_settings


@main.group("creator")
def creator_group() -> None:
    """List creators and give them a role."""


@creator_group.command("list")
@as_json_option
@click.pass_context
def creator_list(context: click.Context, is_json: bool) -> None:
    """List the creators with their roles."""
    with opened(context) as store:
        rows = store.rows("library/creators", is_sample=False)
    creators = [
        {
            "id": str(row["creator_key"]),
            "platform": row["platform"],
            "creator_id": row["creator_id"],
            "name": row["name"],
            "role": row["role"],
            "group": row["creator_group"],
            "works": row["works"],
        }
        for row in rows
    ]
    if is_json:
        print_json({"creators": creators})
        return
    for creator in creators:
        counted = f"{creator['role']:<10} {creator['platform']:<12} {creator['works']:>6} works"
        say(f"{creator['id']:>6} {counted}  {creator['name'] or '?'}")


@creator_group.command("role")
@click.argument("creator")
@click.argument("role", type=click.Choice(ROLES))
@click.pass_context
def creator_role(context: click.Context, creator: str, role: str) -> None:
    """Say what a creator is to us."""
    with opened(context) as store:
        set_role(store, read_settings().name, [find_creator(store, creator)], role)
    say(f"{creator}: {role}")
