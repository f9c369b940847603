"""What sources are called in a list: those of one name by what else is known of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

from blindspot.explore.sources import Source
from blindspot.ui.desk import Desk
from blindspot.ui.reading_names import source_kind_name


def names_apart(desk: Desk, sources: Sequence[Source]) -> list[str]:
    """Return the names; behind one that several have stands the first fact that tells them apart, else a number."""
    same: dict[str, list[Source]] = defaultdict(list)
    for source in sources:
        same[source.name].append(source)
    told: dict[int, str] = {}
    for group in same.values():
        if len(group) > 1:
            told |= dict(zip((one.source_id for one in group), _what_differs(desk, group), strict=True))
    return [
        f"{source.name} ({told[source.source_id]})" if source.source_id in told else source.name for source in sources
    ]


def _what_differs(desk: Desk, group: Sequence[Source]) -> list[str]:
    facts: tuple[Callable[[Source], str | None], ...] = (
        lambda one: desk.t.day(one.published_on) if one.published_on else None,
        lambda one: one.publisher,
        lambda one: one.author,
        lambda one: urlsplit(one.urls[0]).netloc if one.urls else None,
        lambda one: one.urls[0] if one.urls else None,
        lambda one: source_kind_name(one.kind, desk.t),
    )
    for fact in facts:
        said = [fact(one) for one in group]
        if all(said) and len(set(said)) == len(group):
            return [str(one) for one in said]
    return [str(number) for number in range(1, len(group) + 1)]
