"""`backup`, `restore` and `check`: keeping the database safe and sound."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from blindspot.cli.root import main, opened, say, say_unread
from blindspot.library.backups import back_up, restore
from blindspot.library.check import check_store
from blindspot.store import find_unread_logs


@main.command("backup")
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_context
def backup_command(context: click.Context, file: Path) -> None:
    """Copy the whole database to a file."""
    with opened(context) as store:
        back_up(store, file)
    click.echo(str(file))


@main.command("restore")
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_context
def restore_command(context: click.Context, file: Path) -> None:
    """Put a backup in the place of the database; the former one is kept."""
    former = restore(file, context.obj)
    say_unread(find_unread_logs(context.obj))
    click.echo(f"{context.obj} is restored." + (f" The former one is {former}." if former else ""))


@main.command("check")
@click.pass_context
def check_command(context: click.Context) -> None:
    """Check that the database is consistent, one line a rule."""
    with opened(context) as store:
        checked = check_store(store)
    for rule in checked:
        outcome = {0: "ok", None: "?"}.get(rule.violations, rule.violations)
        say(f"{outcome:>6}  {': '.join(filter(None, [rule.rule, ', '.join(rule.found)]))}")
    sys.exit(0 if all(rule.violations == 0 for rule in checked) else 1)
