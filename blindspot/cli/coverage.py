"""`coverage`: works and creators per angle, with exact intervals."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import click

from blindspot.cli.root import as_json_option, main, opened, print_json, say
from blindspot.explore.coverage import count_cells, measure_coverage
from blindspot.explore.coverage_types import AngleCoverage, Scope
from blindspot.explore.filters import Filters
from blindspot.library.codebooks import find_topic
from blindspot.readers.platforms import platform_keys
from blindspot.store import Store

day = click.DateTime(formats=["%Y-%m-%d"])


def _require_known(store: Store, platforms: tuple[str, ...]) -> None:
    """Raise BadParameter for a platform that is neither one of ours nor that of any work."""
    unknown = set(platforms).difference(platform_keys())
    if unknown and (
        unknown := unknown.difference(row["platform"] for row in store.rows("library/creators", is_sample=False))
    ):
        raise click.BadParameter(
            f"There is no platform {', '.join(sorted(unknown))}. Choose of {', '.join(platform_keys())}.",
            param_hint="--platform",
        )


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
        _require_known(store, platforms)
        entry = find_topic(store, topic)
        scope, angles = measure_coverage(store, entry.topic_id, filters)
        cells = count_cells(store, entry.topic_id, filters, by) if by else []
    answer: dict[str, Any] = {
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
        answer["cells"] = [
            {"angle": cell["angle"], by: cell[by], "works": cell["works"], "creators": cell["creators"]}
            for cell in cells
        ]
    if is_json:
        print_json(answer)
        return
    say(f"{entry.name}: {scope.works} works by {scope.creators} creators, {scope.unlabelled} unlabelled")
    for angle in angles:
        say(f"{angle.works:>7} works {angle.creators:>6} creators  {angle.angle}")
    for cell in answer.get("cells", ()):
        say(f"{cell['works']:>7} works  {cell['angle']} × {cell[by]}")


def coverage_json(angle: AngleCoverage, scope: Scope) -> dict[str, Any]:
    """Return the stable JSON form of one angle's coverage; shares are null where nothing is in scope."""
    shares = {
        "share": angle.works / scope.works if scope.works else None,
        "creator_share": angle.creators / scope.creators if scope.creators else None,
    }
    keys = [
        "works",
        "creators",
        "share_low",
        "share_high",
        "share_high_clustered",
        "creator_share_low",
        "creator_share_high",
        "lift",
        "first_published",
        "last_published",
        "own_works",
    ]
    return {"angle": angle.angle, "name": dict(angle.name)} | shares | {key: getattr(angle, key) for key in keys}
