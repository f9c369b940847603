"""`gaps`: what nobody says, how sure that is, and what would make it surer."""

from __future__ import annotations

from dataclasses import asdict

import click
from babel.core import default_locale

from blindspot.cli.root import as_json_option, main, opened, print_json, say
from blindspot.explore.filters import Filters
from blindspot.explore.gaps import find_gaps
from blindspot.library.codebooks import find_topic
from blindspot.settings import read_settings
from blindspot.ui.sentences import gap_statement
from blindspot.ui.texts import pick_language, translator


@main.command("gaps")
@click.argument("topic")
@click.option(
    "--line", type=click.FloatRange(0, 1, min_open=True), help="Share of creators under which an angle is few."
)
@click.option("--lang", type=click.Choice(["zh", "en"]))
@as_json_option
@click.pass_context
def gaps_command(context: click.Context, topic: str, line: float | None, lang: str | None, is_json: bool) -> None:
    """List the gaps, most promising first, each with its evidence."""
    t = translator(lang or pick_language(default_locale("LC_MESSAGES")))
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
        say(f"{row['kind']:<8} {row['evidence'] or '':<9} {row['angle']}: {row['statement']}")
