"""`episode list` and `episode export`: what is planned, and an episode with its storyboard for another tool."""

from __future__ import annotations

from pathlib import Path

import click

from blindspot.cli.handover import language_option, options_of, output_option, write_made
from blindspot.cli.root import as_json_option, main, opened, print_json, say
from blindspot.plan.handover import FORMATS, hand_over


@main.group("episode")
def episode_group() -> None:
    """List episodes and write them out."""


@episode_group.command("list")
@as_json_option
@click.pass_context
def episode_list(context: click.Context, is_json: bool) -> None:
    """List the episodes in the order of their series."""
    with opened(context) as store:
        rows = store.rows("plan/listed_episodes")
    if is_json:
        print_json({"episodes": rows})
        return
    for row in rows:
        say(f"{row['id']:>6} {row['title']} ({row['status']}, {row['shots']} shots, {row['seconds']:g} s)")


@episode_group.command("export")
@click.argument("episode", metavar="ID")
@click.option("--format", "format", type=click.Choice(FORMATS), required=True, help="zip is all of them.")
@click.option("--media", metavar="FOLDER", help="Where the editor has the footage.")
@click.option("--raw", "is_raw", is_flag=True, help="In CSV, do not guard texts that begin like a formula.")
@language_option
@output_option
@click.pass_context
def episode_export(
    context: click.Context,
    episode: str,
    format: str,
    media: str | None,
    is_raw: bool,
    lang: str | None,
    output: Path | None,
) -> None:
    """Write an episode with its storyboard for an editor, a spreadsheet or a reader."""
    with opened(context) as store:
        made = hand_over(
            store, episode if episode.isdecimal() else "-1", format, options_of(lang, media=media, is_raw=is_raw)
        )
    write_made(made, output)
