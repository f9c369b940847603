"""`comments` and `interest`: what viewers ask, and how much a term is searched for."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from blindspot.cli.root import as_json_option, main, opened, print_json, say
from blindspot.library.file_names import name_of
from blindspot.library.import_files import import_paths
from blindspot.library.import_result import Imported, Refused
from blindspot.library.interest import import_interest
from blindspot.store import Store

files_argument = click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))


@main.group("comments")
def comments_group() -> None:
    """Bring in viewers' comments."""


@comments_group.command("import")
@files_argument
@as_json_option
@click.pass_context
def import_comments_command(context: click.Context, files: tuple[Path, ...], is_json: bool) -> None:
    """Import comment files and tables, with the works that stand beside them."""
    with opened(context) as store:
        result = import_paths(store, list(files), reader="comments")
        rows = [_comments_json(store, one) for one in result.imports]
    refused = _refusals(result.refused)
    if is_json:
        print_json({"comments": rows, "refused": refused})
    else:
        for row in rows:
            say(
                f"{row['file']}: {row['comments_read']} comments, {row['comments_added']} added, "
                f"{row['comments_known']} known, {len(row['rejected'])} rejected; {row['questions']} questions"
            )
        _print_refusals(refused)
    is_partly_refused = any(one.rejected_comments and not one.is_repeated for one in result.imports)
    sys.exit(1 if refused or is_partly_refused else 0)


def _comments_json(store: Store, imported: Imported) -> dict[str, Any]:
    rejected = imported.as_json()["rejected_comments"]
    return {
        "file": imported.file,
        "comments_read": imported.comments_seen,
        "comments_added": imported.comments_added,
        "comments_known": imported.comments_seen - imported.comments_added - len(rejected),
        "questions": store.value("library/questions_of_import", import_id=imported.import_id),
        "rejected": rejected,
    }


@dataclass(frozen=True)
class NamedFile:
    """A file under the name that the user gave."""

    path: Path

    @property
    def name(self) -> str:
        """Return the path as it was written."""
        return name_of(self.path)


@main.group("interest")
def interest_group() -> None:
    """Bring in how much terms are searched for."""


@interest_group.command("import")
@files_argument
@as_json_option
@click.pass_context
def import_interest_command(context: click.Context, files: tuple[Path, ...], is_json: bool) -> None:
    """Import tables of date, term and value (巨量算数, Google Trends, keyword tools)."""
    with opened(context) as store:
        result = import_interest(store, [NamedFile(file) for file in files])
    rows: list[dict[str, Any]] = [
        {"file": one.file, "rows_read": one.rows_read, "points_added": one.points_added, "terms": list(one.terms)}
        for one in result.interest
    ]
    refused = _refusals(result.refused)
    if is_json:
        print_json({"interest": rows, "refused": refused})
    else:
        for row in rows:
            say(f"{row['file']}: {row['points_added']} points added; {', '.join(row['terms'])}")
        _print_refusals(refused)
    sys.exit(1 if refused else 0)


def _refusals(refused: list[Refused]) -> list[dict[str, Any]]:
    return [{"file": one.file, "reason": f"{one.reason} {one.hint}".strip()} for one in refused]


def _print_refusals(refused: list[dict[str, Any]]) -> None:
    for entry in refused:
        say(entry["reason"], is_refusal=True)
