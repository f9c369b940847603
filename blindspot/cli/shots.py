"""`shots import`: a shot list into an episode's storyboard."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from blindspot.cli.root import as_json_option, main, opened, print_json, say
from blindspot.library.file_names import name_of
from blindspot.plan.loading import load_episode
from blindspot.plan.storyboards.shots import add_shots, names_ahead
from blindspot.plan.storyboards.shown_claims import find_claims
from blindspot.plan.storyboards.tables import read_shot_file, with_names
from blindspot.settings import read_settings


@main.group("shots")
def shots_group() -> None:
    """Bring in shots."""


@shots_group.command("import")
@click.argument("episode_id", type=int)
@click.argument("file", type=click.Path(path_type=Path))
@as_json_option
@click.pass_context
def import_shots_command(context: click.Context, episode_id: int, file: Path, is_json: bool) -> None:
    """Add the shots of a table behind those that an episode has (CSV, XLSX, JSON, or a table in a document)."""
    with opened(context) as store:
        episode = load_episode(store, episode_id)
        table = find_claims(store, read_shot_file(file, name_of(file), episode.fps), episode)
        table = with_names(table, names_ahead(store, episode_id, table.shots))
        add_shots(store, read_settings().name, episode_id, table.shots, origin="import")
    rejected = [{"row": row, "reason": str(reason)} for row, reason in table.rejected]
    notes = [{"row": row, "note": str(note)} for row, note in table.notes]
    if is_json:
        added = {"shots_added": len(table.shots), "rows_rejected": len(rejected), "rejected": rejected}
        left_out = {"columns_left_out": list(table.unread), "tables_left_out": list(map(str, table.tables_left_out))}
        print_json({**added, "notes": notes, **left_out})
    else:
        say(f"{name_of(file)}: {len(table.shots)} shots added, {len(rejected)} rows rejected")
        if table.unread:
            say(f"Columns left out: {', '.join(table.unread)}")
        for message in table.tables_left_out:
            say(str(message))
        for entry in notes:
            say(f"Row {entry['row']}: {entry['note']}")
        for entry in rejected:
            say(f"Row {entry['row']}: {entry['reason']}", is_refusal=True)
    sys.exit(1 if rejected else 0)
