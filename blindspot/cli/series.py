"""`series list`: which series there are."""

from __future__ import annotations

import click

from blindspot.cli.root import as_json_option, main, opened, print_json, say


@main.group("series")
def series_group() -> None:
    """List series."""


@series_group.command("list")
@as_json_option
@click.pass_context
def series_list(context: click.Context, is_json: bool) -> None:
    """List the series."""
    with opened(context) as store:
        rows = store.rows("plan/listed_series")
    if is_json:
        print_json({"series": rows})
        return
    for row in rows:
        say(f"{row['id']:>6} {row['title']}")
