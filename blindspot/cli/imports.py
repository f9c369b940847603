"""`import` and `readers`: files in, and what is recognised."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from blindspot.cli.output import write_file
from blindspot.cli.root import as_json_option, main, opened, print_json, read_text, say
from blindspot.errors import BlindspotError
from blindspot.library.import_files import import_paths
from blindspot.library.import_result import Imported, Result
from blindspot.plan.signals import settle_signals
from blindspot.readers import READERS
from blindspot.readers.mapping import Mapping
from blindspot.readers.remarks import say_remark
from blindspot.settings import read_settings

MOST_CELLS = 10


@main.command("import")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--reader", type=click.Choice([reader.name for reader in READERS]), help="Read with this reader only.")
@click.option("--mapping", "mapping_file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--write-mapping",
    "-o",
    "proposal_file",
    metavar="FILE.toml",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the mapping that is proposed for an unknown table to this file.",
)
@as_json_option
@click.pass_context
def import_command(
    context: click.Context,
    paths: tuple[Path, ...],
    reader: str | None,
    mapping_file: Path | None,
    proposal_file: Path | None,
    is_json: bool,
) -> None:
    """Import files, folders and zip archives."""
    mapping = Mapping.from_toml(read_text(mapping_file)).to_dict() if mapping_file else None
    if proposal_file and proposal_file.exists():
        # it may be a mapping that was corrected by hand, or an export
        raise BlindspotError(
            "{file} is there already and was left as it is; nothing was imported.",
            "Name another file for the mapping.",
            file=proposal_file,
        )
    with opened(context) as store:
        result = import_paths(store, list(paths), reader=reader, mapping=mapping, who=read_settings().name)
        settle_signals(store)
    proposals = {one.file: Mapping.from_dict(one.proposal.mapping).to_toml() for one in result.refused if one.proposal}
    refused = [
        {
            "file": one.file,
            "reason": f"{one.reason} {one.hint}".strip(),
            "tried": list(one.tried),
            "doubts": [str(doubt) for doubt in one.proposal.doubts] if one.proposal else [],
            "mapping": proposals[one.file] if one.proposal else None,
        }
        for one in result.refused
    ]
    if is_json:
        print_json({"imports": [one.as_json() for one in result.imports], "refused": refused})
    else:
        print_import(result, refused)
    if proposal_file:
        write_proposal(proposal_file, proposals)
    is_partly_refused = any(one.rows_rejected and not one.is_repeated for one in result.imports)
    sys.exit(1 if refused or is_partly_refused else 0)


def write_proposal(target: Path, proposals: dict[str, str]) -> None:
    """Write the mapping that is proposed, by file; raises BlindspotError where there is more than one."""
    texts = set(proposals.values())
    if not texts:
        say(f"No table needed a mapping, so {target} was not written.", is_refusal=True)
        return
    if len(texts) > 1:
        raise BlindspotError(
            "{target} was not written: {n} tables have a mapping of their own proposed.",
            "Import one of them at a time: {files}.",
            target=target,
            n=len(texts),
            files=", ".join(proposals),
        )
    write_file(target, texts.pop().encode())
    say(f"The proposed mapping is in {target}; correct it and pass it with --mapping.", is_refusal=True)


def print_import(result: Result, refused: list[dict[str, Any]]) -> None:
    """Print what became of each file, one line a file, reasons on stderr."""
    for one in result.imports:
        repeated = " (this file was imported before)" if one.is_repeated else ""
        outcomes = (
            f"{one.works_added} added, {one.works_updated} updated, {one.works_unchanged} unchanged, "
            f"{one.duplicates_in_file} duplicates, {one.rows_rejected} rejected"
        )
        say(f"{one.file}: {one.reader}, {one.rows_read} rows: {outcomes}{repeated}")
        for row, reason in one.rejected:
            say(f"{one.file}, row {row}: {reason}", is_refusal=True)
        _say_unread(one)
        for remark in one.remarks:
            say(f"{one.file}: {say_remark(remark.kind, remark.column, remark.rows)}")
    for entry in refused:
        say(" ".join([entry["reason"], *entry["doubts"]]), is_refusal=True)
        if entry["mapping"]:
            say(f"# The mapping that is proposed for {entry['file']}; --write-mapping FILE.toml writes it to a file.")
            say(entry["mapping"])


def _say_unread(one: Imported) -> None:
    """Say how many cells could not be read, and the first of them."""
    if not one.cells_unread:
        return
    cells = "1 cell" if one.cells_unread == 1 else f"{one.cells_unread} cells"
    say(f"{one.file}: {cells} could not be read and {'is' if one.cells_unread == 1 else 'are'} stored as unknown:")
    for cell in one.unread[:MOST_CELLS]:
        say(f"  row {cell.row}, {cell.column}: {cell.value}")
    if one.cells_unread > MOST_CELLS:
        say(f"  … and {one.cells_unread - MOST_CELLS} more")


@main.command("readers")
@as_json_option
def readers_command(is_json: bool) -> None:
    """List what is recognised, with the tool that writes it."""
    readers = [{"name": reader.name, "tool": reader.tool} for reader in READERS]
    if is_json:
        print_json({"readers": readers})
        return
    for reader in readers:
        say(f"{reader['name']:<16} {reader['tool']}")
