"""`proposal list`, `series list` and `episode list`: what is planned."""

from __future__ import annotations

import click

from blindspot.cli.root import as_json_option, main, opened, print_json, say


@main.group("proposal")
def proposal_group() -> None:
    """List proposals."""


@main.group("series")
def series_group() -> None:
    """List series."""


@main.group("episode")
def episode_group() -> None:
    """List episodes."""


@proposal_group.command("list")
@as_json_option
@click.pass_context
def proposal_list(context: click.Context, is_json: bool) -> None:
    """List the proposals with how much speaks for and against each."""
    _list(context, "proposals", is_json)


@series_group.command("list")
@as_json_option
@click.pass_context
def series_list(context: click.Context, is_json: bool) -> None:
    """List the series."""
    _list(context, "series", is_json)


@episode_group.command("list")
@as_json_option
@click.pass_context
def episode_list(context: click.Context, is_json: bool) -> None:
    """List the episodes in the order of their series."""
    _list(context, "episodes", is_json)


def _list(context: click.Context, what: str, is_json: bool) -> None:
    with opened(context) as store:
        rows = store.rows(f"plan/listed_{what}")
    if is_json:
        print_json({what: rows})
        return
    for row in rows:
        say(f"{row['id']:>6} {row['title']}" + (f" ({row['status']})" if "status" in row else ""))
