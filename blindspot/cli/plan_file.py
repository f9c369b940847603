"""`plan export` and `plan import`: the whole plan as a file."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from blindspot.cli.root import as_json_option, main, opened, print_json, say
from blindspot.errors import FileRefused, StoreError
from blindspot.library.backups import put_bytes
from blindspot.plan.plan_file import export_plan, import_plan
from blindspot.plan.plan_file.reading import is_plan_file
from blindspot.settings import read_settings


@main.group("plan")
def plan_group() -> None:
    """Write the whole plan to a file, or bring one in."""


@plan_group.command("export")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.pass_context
def plan_export(context: click.Context, file: Path) -> None:
    """Write proposals, series, storyboards, pictures and their history to a JSON file."""
    if file.exists() and not is_plan_file(file):
        raise StoreError("{file} is there already and is no plan file.", "Name a new file.", file=file)
    with opened(context) as store:
        put_bytes(export_plan(store), file)
    click.echo(str(file))


@plan_group.command("import")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@as_json_option
@click.pass_context
def plan_import(context: click.Context, file: Path, is_json: bool) -> None:
    """Bring in a plan file or a snapshot; twice the same changes nothing."""
    try:
        data = file.read_bytes()
    except OSError as error:
        raise FileRefused(
            "The file {file} cannot be read.", "Name a file that `plan export` wrote.", file=file
        ) from error
    with opened(context) as store:
        counts = import_plan(store, data, read_settings().name, beside=file.parent)
    if is_json:
        print_json(asdict(counts))
        return
    say(f"{counts.added} added, {counts.changed} changed, {counts.unchanged} unchanged.")
