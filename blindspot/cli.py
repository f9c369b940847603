"""The command line: the same use cases as the pages, for schedules and scripts; `--json` keys are a stable interface."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

import click
import orjson

from blindspot import store as stores
from blindspot.errors import BlindspotError
from blindspot.explore.coverage import count_cells, measure_coverage
from blindspot.explore.coverage_types import AngleCoverage, Scope
from blindspot.explore.filters import Filters
from blindspot.explore.gaps import find_gaps
from blindspot.explore.works import Selection, Work, list_works
from blindspot.labelling.codebook import dump
from blindspot.library.check import check_store
from blindspot.library.codebooks import find_topic, load_codebook, show_codebook
from blindspot.library.creators import ROLES, find_creator, list_creators, set_role
from blindspot.library.import_files import import_paths
from blindspot.library.import_result import Result
from blindspot.readers import READERS
from blindspot.readers.mapping import Mapping
from blindspot.settings import read_settings
from blindspot.ui.sentences import gap_statement
from blindspot.ui.texts import pick_language, translator


class Commands(click.Group):
    """A group whose commands end with one or two sentences on stderr instead of a traceback."""

    def invoke(self, context: click.Context) -> object:
        """Run a command; a refusal is exit status 1."""
        try:
            return super().invoke(context)
        except BlindspotError as error:
            click.echo(str(error), err=True)
            sys.exit(1)


as_json_option = click.option("--json", "is_json", is_flag=True, help="Print JSON with stable keys.")
day = click.DateTime(formats=["%Y-%m-%d"])


@click.group(cls=Commands)
@click.option("--db", type=click.Path(path_type=Path, dir_okay=False), help="The database (or BLINDSPOT_DB).")
@click.pass_context
def main(context: click.Context, db: Path | None) -> None:
    """Show which angles of a topic competitors cover, which nobody covers, and how sure that is."""
    context.obj = db or read_settings().db


@contextmanager
def opened(context: click.Context) -> Iterator[stores.Store]:
    """Open the database of this call and release it afterwards."""
    store = stores.Store(context.obj, timezone=read_settings().timezone)
    try:
        yield store
    finally:
        store.close()


def print_json(value: object) -> None:
    """Print one JSON document in UTF-8; days and times as ISO text."""
    options = orjson.OPT_INDENT_2 | orjson.OPT_SERIALIZE_NUMPY
    click.echo(orjson.dumps(value, option=options, default=str).decode())


@main.command("import")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--reader", type=click.Choice([reader.name for reader in READERS]), help="Read with this reader only.")
@click.option("--mapping", "mapping_file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@as_json_option
@click.pass_context
def import_command(
    context: click.Context, paths: tuple[Path, ...], reader: str | None, mapping_file: Path | None, is_json: bool
) -> None:
    """Import files, folders and zip archives."""
    mapping = Mapping.from_toml(mapping_file.read_text(encoding="utf-8")).to_dict() if mapping_file else None
    with opened(context) as store:
        result = import_paths(store, list(paths), reader=reader, mapping=mapping)
    refused = [
        {
            "file": one.file,
            "reason": f"{one.reason} {one.hint}".strip(),
            "tried": list(one.tried),
            "mapping": str(write_mapping(one.file, one.proposal.mapping)) if one.proposal else None,
        }
        for one in result.refused
    ]
    if is_json:
        print_json({"imports": [one.as_json() for one in result.imports], "refused": refused})
    else:
        print_import(result, refused)
    is_partly_refused = any(one.rows_rejected and not one.is_repeated for one in result.imports)
    sys.exit(1 if refused or is_partly_refused else 0)


def write_mapping(file: str, mapping: dict) -> Path:
    """Write a proposed mapping beside its file (in the current folder where that cannot be) for the user to correct."""
    text = Mapping.from_dict(mapping).to_toml()
    source = Path(file)
    beside = source if source.parent.is_dir() else Path(source.name)
    for target in (beside.with_name(f"{source.name}.mapping.toml"), Path(f"{source.name}.mapping.toml")):
        try:
            target.write_text(text, encoding="utf-8")
        except OSError:
            continue
        return target
    raise BlindspotError("The proposed mapping for {file} could not be written.", "Run this in a folder of yours.", file=file)


def print_import(result: Result, refused: list[dict]) -> None:
    """Print what became of each file, one line a file, reasons on stderr."""
    for one in result.imports:
        repeated = " (this file was imported before)" if one.is_repeated else ""
        click.echo(
            f"{one.file}: {one.reader}, {one.rows_read} rows: {one.works_added} added, {one.works_updated} updated, "
            f"{one.works_unchanged} unchanged, {one.duplicates_in_file} duplicates, {one.rows_rejected} rejected{repeated}"
        )
        for row, reason in one.rejected:
            click.echo(f"{one.file}, row {row}: {reason}", err=True)
    for entry in refused:
        click.echo(entry["reason"], err=True)
        if entry["mapping"]:
            click.echo(f"The proposed mapping is in {entry['mapping']}; pass it with --mapping.", err=True)


@main.command("readers")
@as_json_option
def readers_command(is_json: bool) -> None:
    """List what is recognised, with the tool that writes it."""
    readers = [{"name": reader.name, "tool": reader.tool} for reader in READERS]
    if is_json:
        print_json({"readers": readers})
        return
    for reader in readers:
        click.echo(f"{reader['name']:<16} {reader['tool']}")


@main.group("codebook")
def codebook_group() -> None:
    """Load and show a topic with its angles."""


@codebook_group.command("load")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.pass_context
def codebook_load(context: click.Context, file: Path) -> None:
    """Load a codebook file; loading it again updates by key."""
    with opened(context) as store:
        topic = load_codebook(store, read_text(file), file=file.name)
        angles = len(show_codebook(store, topic.topic_id).angles)
    click.echo(f"{topic.name}: {angles} angles, version {topic.version}")


def read_text(file: Path) -> str:
    """Read a text file that must be UTF-8."""
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise BlindspotError("{file} is not UTF-8 text.", "Save it as UTF-8 and try again.", file=file) from error


@codebook_group.command("show")
@click.argument("topic")
@click.pass_context
def codebook_show(context: click.Context, topic: str) -> None:
    """Print a topic's codebook in the form that `codebook load` reads."""
    with opened(context) as store:
        click.echo(dump(show_codebook(store, find_topic(store, topic).topic_id)), nl=False)


@main.command("coverage")
@click.argument("topic")
@click.option("--by", type=click.Choice(["creator", "platform", "week"]))
@click.option("--from", "date_from", type=day)
@click.option("--to", "date_to", type=day)
@click.option("--platform", "platforms", multiple=True)
@as_json_option
@click.pass_context
def coverage_command(
    context: click.Context,
    topic: str,
    by: str | None,
    date_from: datetime | None,
    date_to: datetime | None,
    platforms: tuple[str, ...],
    is_json: bool,
) -> None:
    """Show works and creators per angle with exact 95 % intervals."""
    filters = Filters(
        platforms=platforms,
        date_from=date_from.date() if date_from else None,
        date_to=date_to.date() if date_to else None,
    )
    with opened(context) as store:
        entry = find_topic(store, topic)
        scope, angles = measure_coverage(store, entry.topic_id, filters)
        cells = count_cells(store, entry.topic_id, filters, by) if by else []
    answer = {
        "topic": entry.name,
        "works": scope.works,
        "creators": scope.creators,
        "unlabelled": scope.unlabelled,
        "from": scope.date_from or scope.first_published,
        "to": scope.date_to or scope.last_published,
        "platforms": list(scope.platforms),
        "fields": list(scope.fields),
        "works_with_transcript": scope.works_with_transcript,
        "angles": [coverage_json(angle, scope) for angle in angles],
    }
    if by:
        answer["cells"] = [{"angle": cell["angle"], by: cell[by], "works": cell["works"], "creators": cell["creators"]} for cell in cells]
    if is_json:
        print_json(answer)
        return
    click.echo(f"{entry.name}: {scope.works} works by {scope.creators} creators, {scope.unlabelled} unlabelled")
    for angle in angles:
        click.echo(f"{angle.works:>7} works {angle.creators:>6} creators  {angle.angle}")
    for cell in answer.get("cells", ()):
        click.echo(f"{cell['works']:>7} works  {cell['angle']} × {cell[by]}")


def coverage_json(angle: AngleCoverage, scope: Scope) -> dict:
    """Return the stable JSON form of one angle's coverage; shares are null where nothing is in scope."""
    shares = {
        "share": angle.works / scope.works if scope.works else None,
        "creator_share": angle.creators / scope.creators if scope.creators else None,
    }
    keys = (
        "works creators share_low share_high share_high_clustered creator_share_low "
        "creator_share_high lift first_published last_published own_works"
    ).split()
    return {"angle": angle.angle, "name": dict(angle.name)} | shares | {key: getattr(angle, key) for key in keys}


@main.command("gaps")
@click.argument("topic")
@click.option("--line", type=click.FloatRange(0, 1, min_open=True), help="Share of creators under which an angle is few.")
@click.option("--lang", type=click.Choice(["zh", "en"]))
@as_json_option
@click.pass_context
def gaps_command(context: click.Context, topic: str, line: float | None, lang: str | None, is_json: bool) -> None:
    """List the gaps, most promising first, each with its evidence."""
    t = translator(lang or pick_language(None))
    line = read_settings().line if line is None else line
    with opened(context) as store:
        entry = find_topic(store, topic)
        found = find_gaps(store, entry.topic_id, line, Filters())
    scope = found.scope
    rows = [
        {
            "angle": gap.angle.angle,
            "name": dict(gap.angle.name),
            "kind": gap.verdict.kind,
            "evidence": gap.verdict.evidence,
            "works": gap.angle.works,
            "n": scope.works,
            "creators": gap.angle.creators,
            "n_creators": scope.creators,
            "share_high": gap.angle.share_high,
            "share_high_clustered": gap.angle.share_high_clustered,
            "demand_sources": gap.angle.demand_sources,
            "demand_claims": gap.angle.demand_claims,
            "demand_questions": gap.angle.demand_questions,
            "more_creators": asdict(grade) if (grade := found.next_grade(gap)) else None,
            "statement": gap_statement(gap.angle, gap.verdict, scope, t),
        }
        for gap in found.gaps
    ]
    if is_json:
        print_json({"topic": entry.name, "line": line, "gaps": rows})
        return
    for row in rows:
        click.echo(f"{row['kind']:<8} {row['evidence'] or '':<9} {row['angle']}: {row['statement']}")


@main.command("works")
@click.argument("topic")
@click.option("--angle")
@click.option("--unlabelled", is_flag=True)
@as_json_option
@click.pass_context
def works_command(context: click.Context, topic: str, angle: str | None, unlabelled: bool, is_json: bool) -> None:
    """List the works behind a number, with the words that matched."""
    with opened(context) as store:
        entry = find_topic(store, topic)
        angle_id = None if angle is None else angle_id_of(store, entry.topic_id, angle)
        works = list_works(store, entry.topic_id, Filters(), Selection(angle_id=angle_id, is_unlabelled=unlabelled))
    if is_json:
        print_json({"works": [work_json(work) for work in works]})
        return
    for work in works:
        angles = ", ".join(label.angle for label in work.labels)
        title = " ".join((work.title or work.text or "").split())
        click.echo(f"{work.platform} {work.work_id}  {work.creator or '?'}  {title}  [{angles}]")


def angle_id_of(store: stores.Store, topic_id: int, key: str) -> int:
    """Return the id of an angle of the topic by its key."""
    found = store.rows("library/angle_id", topic_id=topic_id, key=key)
    if not found:
        raise BlindspotError("There is no angle “{name}” in this topic.", "`codebook show` lists them.", name=key)
    return found[0]["angle_id"]


def work_json(work: Work) -> dict:
    """Return the stable JSON form of one work."""
    return {
        "platform": work.platform,
        "work_id": work.work_id,
        "creator": work.creator,
        "title": work.title or work.text,
        "published_at": work.published_at.isoformat() if work.published_at else None,
        "url": work.url,
        "angles": [
            {"angle": label.angle, "origin": label.origin, "score": label.score, "matched": [asdict(word) for word in label.words]}
            for label in work.labels
        ],
    }


@main.group("creator")
def creator_group() -> None:
    """List creators and give them a role."""


@creator_group.command("list")
@as_json_option
@click.pass_context
def creator_list(context: click.Context, is_json: bool) -> None:
    """List the creators with their roles."""
    with opened(context) as store:
        rows = store.rows("library/creators", is_sample=False)
    creators = [
        {
            "id": str(row["creator_key"]),
            "platform": row["platform"],
            "creator_id": row["creator_id"],
            "name": row["name"],
            "role": row["role"],
            "group": row["creator_group"],
            "works": row["works"],
        }
        for row in rows
    ]
    if is_json:
        print_json({"creators": creators})
        return
    for creator in creators:
        click.echo(f"{creator['id']:>6} {creator['role']:<10} {creator['platform']:<12} {creator['works']:>6} works  {creator['name'] or '?'}")


@creator_group.command("role")
@click.argument("creator")
@click.argument("role", type=click.Choice(ROLES))
@click.pass_context
def creator_role(context: click.Context, creator: str, role: str) -> None:
    """Say what a creator is to us."""
    with opened(context) as store:
        set_role(store, find_creator(store, creator), role)
    click.echo(f"{creator}: {role}")


@main.command("backup")
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_context
def backup_command(context: click.Context, file: Path) -> None:
    """Copy the whole database to a file."""
    with opened(context) as store:
        stores.back_up(store, file)
    click.echo(str(file))


@main.command("restore")
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_context
def restore_command(context: click.Context, file: Path) -> None:
    """Put a backup in the place of the database; the former one is kept."""
    former = stores.restore(file, context.obj)
    click.echo(f"{context.obj} is restored." + (f" The former one is {former}." if former else ""))


@main.command("check")
@click.pass_context
def check_command(context: click.Context) -> None:
    """Check that the database is consistent, one line a rule."""
    with opened(context) as store:
        checked = check_store(store)
    for rule in checked:
        click.echo(f"{'ok' if rule.violations == 0 else rule.violations:>6}  {rule.rule}")
    sys.exit(1 if any(rule.violations for rule in checked) else 0)
