"""What every export shares: its options, and where the file goes."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from blindspot.cli.output import write_file
from blindspot.cli.root import say
from blindspot.errors import BlindspotError
from blindspot.plan.handover import Made
from blindspot.settings import read_settings
from blindspot.writers import Options

TEXTS = ("text/", "application/json", "application/xml", "application/x-subrip")
"""How the media types begin that a terminal can show."""

language_option = click.option(
    "--lang", type=click.Choice(["zh", "en"]), help="The language of headings; else that of the title."
)
output_option = click.option(
    "-o", "output", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file."
)


def options_of(lang: str | None, *, media: str | None = None, is_raw: bool = False) -> Options:
    """Return how a file is to be written."""
    return Options(lang or "", media_root=media, timezone=read_settings().timezone, is_raw=is_raw)


def write_made(made: Made, output: Path | None) -> None:
    """Leave a file where it is wanted, and say what is to be told about it; formats missing in a zip are status 1."""
    if output is not None:
        write_file(output, made.content)
    elif made.media_type.startswith(TEXTS) or not sys.stdout.isatty():
        click.echo(made.content, nl=False)
    else:
        raise BlindspotError("{file} is no text that a terminal could show.", "Name a file with -o.", file=made.name)
    for told in (*made.warnings, *made.missing):
        say(str(told), is_refusal=True)
    if made.missing:
        sys.exit(1)
