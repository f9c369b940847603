"""`hotlist import`: what people talk about becomes candidates for topics."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path

import click

from blindspot.cli.root import as_json_option, main, opened, print_json, say
from blindspot.library.file_names import name_of
from blindspot.library.hot_topics import import_hot_lists


@main.group("hotlist")
def hotlist_group() -> None:
    """Bring in lists of hot topics."""


@hotlist_group.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@as_json_option
@click.pass_context
def hotlist_import(context: click.Context, files: tuple[Path, ...], is_json: bool) -> None:
    """Import hot lists: Markdown, CSV, TSV or XLSX."""
    with opened(context) as store:
        listed, not_listed = import_hot_lists(store, [(path, name_of(path)) for path in files])
    refused = [{"file": one.file, "reason": f"{one.reason} {one.hint}"} for one in not_listed]
    if is_json:
        print_json({"hotlists": [asdict(one) for one in listed], "refused": refused})
    else:
        for one in listed:
            say(f"{one.file}: {one.candidates_added} candidates added, {one.candidates_known} known before")
        for entry in refused:
            say(entry["reason"], is_refusal=True)
    sys.exit(1 if refused else 0)
