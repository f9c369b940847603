"""What every command shares: the database it works on, JSON on stdout, refusals as sentences on stderr."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path

import click
import orjson

from blindspot.errors import BlindspotError
from blindspot.library.recounting import recount
from blindspot.plan.snapshots import keep_snapshots
from blindspot.settings import read_settings
from blindspot.store import Store, find_unread_logs, log_unread

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class Commands(click.Group):
    """A group whose commands end with one or two sentences on stderr instead of a traceback."""

    def invoke(self, context: click.Context) -> object:
        """Run a command; a refusal is exit status 1."""
        try:
            return super().invoke(context)
        except BlindspotError as error:
            say(str(error), is_refusal=True)
            sys.exit(1)


as_json_option = click.option("--json", "is_json", is_flag=True, help="Print JSON with stable keys.")


@click.group(cls=Commands)
@click.option("--db", type=click.Path(path_type=Path, dir_okay=False), help="The database (or BLINDSPOT_DB).")
@click.pass_context
def main(context: click.Context, db: Path | None) -> None:
    """Show which angles of a topic competitors cover, which nobody covers, and how sure that is."""
    # a Windows pipe would otherwise take the code page, which lacks most titles
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    context.obj = db or read_settings().db


@contextmanager
def opened(context: click.Context) -> Iterator[Store]:
    """Open the database of this call and release it afterwards; a log that was not read to its end is told."""
    before = find_unread_logs(context.obj)
    store = Store(context.obj, timezone=read_settings().timezone)
    try:
        recount(store)
        keep_snapshots(store)
        say_unread([log for log in store.unread_logs() if log not in before])
        yield store
    finally:
        store.close()


def say_unread(logs: list[Path]) -> None:
    """Say on stderr what was not read of a database's log."""
    for log in logs:
        say(str(log_unread(log)), is_refusal=True)


def say(text: str, *, is_refusal: bool = False) -> None:
    """Print words without the control characters of an imported text, which could command the terminal."""
    click.echo(CONTROL.sub("", text), err=is_refusal)


def print_json(value: object) -> None:
    """Print one JSON document in UTF-8; days and times as ISO text."""
    click.echo(orjson.dumps(value, option=orjson.OPT_INDENT_2, default=str))


def read_text(file: Path) -> str:
    """Return the text of a file that must be UTF-8."""
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise BlindspotError("{file} is not UTF-8 text.", "Save it as UTF-8 and try again.", file=file) from error
