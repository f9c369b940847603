"""`calendar export`: the days of a series for any calendar."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from blindspot.cli.output import write_file
from blindspot.cli.root import main, opened, say
from blindspot.plan.loading import load_series
from blindspot.settings import read_settings
from blindspot.writers.ics import day_of, write_calendar


@main.group("calendar")
def calendar_group() -> None:
    """Write calendars."""


@calendar_group.command("export")
@click.argument("series", metavar="SERIES_ID")
@click.option("-o", "output", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file.")
@click.pass_context
def calendar_export(context: click.Context, series: str, output: Path | None) -> None:
    """Write the planned and the published days of a series as an .ics file."""
    with opened(context) as store:
        found = load_series(store, series)
    content = write_calendar(found, timezone=read_settings().timezone, now=datetime.now(UTC))
    undated = sum(day_of(episode) is None for episode in found.episodes)
    if undated:
        say(f"{undated} of {len(found.episodes)} episodes have no day yet and are left out.", is_refusal=True)
    if output is None:
        click.echo(content, nl=False)
        return
    write_file(output, content)
