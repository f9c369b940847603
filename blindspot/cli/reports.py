"""`report import`, `report list` and `report export`: research reports in, and out again word for word."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from blindspot.cli.output import write_file
from blindspot.cli.root import as_json_option, main, opened, print_json, say
from blindspot.errors import FileRefused
from blindspot.explore.flags import find_flags
from blindspot.library.codebooks import find_topic
from blindspot.library.file_names import name_of
from blindspot.plan.reports.import_reports import import_report
from blindspot.plan.reports.listing import ReportEntry, export_report, find_report, list_reports
from blindspot.store import Store

COUNTED = ("claims", "sources", "origins", "proposals", "episodes", "signals")


@main.group("report")
def report_group() -> None:
    """Import research reports and write them out again."""


@report_group.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--topic", help="The topic that they are about; else one whose terms they use, or a new one.")
@as_json_option
@click.pass_context
def report_import(context: click.Context, files: tuple[Path, ...], topic: str | None, is_json: bool) -> None:
    """Import reports, known by their content."""
    reports, refused = [], []
    with opened(context) as store:
        topic_id = find_topic(store, topic).topic_id if topic else None
        for file in files:
            name = name_of(file)
            try:
                done = import_report(store, file, name, topic_id=topic_id)
            except FileRefused as error:
                refused.append({"file": name, "reason": str(error)})
                continue
            kept = [asdict(one) for one in done.kept]
            reports.append({"file": name, "outcome": done.outcome, **describe(store, done.source_id), "kept": kept})
    if is_json:
        print_json({"reports": reports, "refused": refused})
    else:
        for report in reports:
            say(f"{report['file']}: {report['outcome']}, report {report['id']}. {line(report)}")
            for flag in report["flags"]:
                say(f"  {flag['text']}")
            for kept in report["kept"]:
                fields = ", ".join(kept["fields"]) or "the whole, which the report no longer has"
                say(f"  “{kept['title']}” keeps what was written by hand: {fields}.")
        for one in refused:
            say(one["reason"], is_refusal=True)
    sys.exit(1 if refused else 0)


@report_group.command("list")
@as_json_option
@click.pass_context
def report_list(context: click.Context, is_json: bool) -> None:
    """List the reports with what each holds and lacks."""
    with opened(context) as store:
        reports = [as_json(entry) for entry in list_reports(store) if not entry.is_sample]
    if is_json:
        print_json({"reports": reports})
        return
    for report in reports:
        say(f"{report['id']:>6} {report['title']}. {line(report)}")


@report_group.command("export")
@click.argument("report", metavar="ID")
@click.option("-o", "output", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file.")
@click.pass_context
def report_export(context: click.Context, report: str, output: Path | None) -> None:
    """Write a report as Markdown."""
    with opened(context) as store:
        text = export_report(store, int(report) if report.isdecimal() else -1)
    if output is None:
        click.echo(text, nl=False)
        return
    write_file(output, text.encode())


def describe(store: Store, source_id: int) -> dict[str, Any]:
    """Return a report as `--json` has it, with what is to be looked at in it."""
    flags = [{"code": flag.code, "text": str(flag.message)} for flag in find_flags(store, source_id=source_id)]
    return as_json(find_report(store, source_id)) | {"flags": flags}


def as_json(entry: ReportEntry) -> dict[str, Any]:
    """Return a report's entry under the stable keys."""
    counts = {name: getattr(entry, name) for name in COUNTED}
    return {
        "id": str(entry.source_id),
        "title": entry.title,
        "topic": entry.topic,
        **counts,
        "missing": list(entry.missing),
    }


def line(report: dict[str, Any]) -> str:
    """Return a report's counts, and what it lacks, in one line."""
    counts = ", ".join(f"{report[name]} {name}" for name in COUNTED)
    return f"{counts}; without {', '.join(report['missing'])}" if report["missing"] else counts
