"""How a report stands to earlier ones, in facets of both, and the series that they could make together."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from blindspot.documents.report.layout import (
    Item,
    Part,
    aside,
    by_label,
    counted,
    fill,
    items,
    labelled,
    point,
    until_list,
)
from blindspot.documents.report.model import EpisodeDraft, Facet, Relation, Section, SeriesDraft, Side
from blindspot.documents.report.sections.writing import Wording, below, beside, listed
from blindspot.documents.report.words import NUMERALS, kind_of, label_keys

_EPISODE = re.compile(
    rf"(?P<before>\D{{0,10}}?)(?P<n>\d{{1,2}}|[{NUMERALS}]{{1,3}})(?P<after>[^：:\d]{{0,2}}[：:]\s*)(?P<title>.+)"
)


def read_relation(part: Part) -> dict[str, Any]:
    """Return the relations to earlier reports, one for each that is described, and the series suggested."""
    lead, found = by_label(part, label_keys("relation"))
    relations: list[Relation] = []
    series: list[SeriesDraft] = []
    for key, label, each in found:
        if key == "series":
            part.met(key, label)
            series.append(_read_series(each, label))
            continue
        if key == "other" or not relations:
            relations.append(Relation(""))
        relations[-1] = _read_side(relations[-1], key, label, each)
    kind = kind_of("relations", part.text(), "complements")
    described = tuple(replace(each, kind=kind) for each in relations)
    return {"body": lead.text(), "relations": described, "series": tuple(series)}


def write_relation(section: Section, wording: Wording) -> list[str]:
    """Return the blocks of a section of relations and series."""
    blocks = [section.body]
    for each in section.relations:
        for side in ("other", "this"):
            facets = [facet for facet in each.facets if facet.side == side]
            lines = [wording.item("facet", n, title=facet.label, body=facet.text) for n, facet in enumerate(facets, 1)]
            blocks.append(below(fill(wording[side], reference=each.reference), listed(lines)))
        blocks.append(beside(wording["complement"], each.body) if each.body else "")
    return blocks + [block for each in section.series for block in _write_series(each, wording)]


def read_series(part: Part) -> dict[str, Any]:
    """Return the series of a section of its own: what suggests it, and its episodes in a list."""
    lead, rest = until_list(part)
    part.met("series", "")
    return {"series": (SeriesDraft(lead.text(), _episodes(rest)),)}


def write_series(section: Section, wording: Wording) -> list[str]:
    """Return the blocks of a section of series."""
    return [block for each in section.series for block in _write_series(each, wording)]


def _read_side(relation: Relation, key: str, label: str, part: Part) -> Relation:
    if key == "complement":
        part.met(key, label)
        return replace(relation, body=labelled(part, label))
    side: Side = "other" if key == "other" else "this"
    if side == "other":
        _, brackets, _ = aside(_until_bracket(label), "reference")
        reference = brackets.removeprefix("《").removesuffix("》")
        relation = replace(relation, reference=reference)
        label = label.replace(reference, "{reference}", 1) if reference else label
    part.met(side, label)
    facets = []
    for item in items(part.within(part.start + 1, part.end))[0]:
        pattern, title, _, text = point(item)
        part.met("facet", pattern)
        facets.append(Facet(side, title, text))
    return replace(relation, facets=(*relation.facets, *facets))


def _until_bracket(label: str) -> str:
    return label[: max(label.rfind("）"), label.rfind(")")) + 1]


def _read_series(part: Part, label: str) -> SeriesDraft:
    title = labelled(part.within(part.start, part.start + 1), label)
    return SeriesDraft(title, _episodes(part.within(part.start + 1, part.end)))


def _episodes(part: Part) -> tuple[EpisodeDraft, ...]:
    return tuple(_read_episode(part, item, n) for n, item in enumerate(items(part)[0], 1))


def _read_episode(part: Part, item: Item, n: int) -> EpisodeDraft:
    before, note, pattern = aside(item.text, "episode_note")
    if note:
        part.met("episode_note", pattern)
    match = _EPISODE.fullmatch(before)
    names = {str(value): f"{{{name}}}" for name, value in counted(n).items()}
    number = names.get(match["n"]) if match else None
    title = match["title"] if match and number else before
    opening = f"{item.marker}{match['before']}{number}{match['after']}" if match and number else item.marker
    if title.startswith("《") and title.endswith("》"):
        part.met("episode", f"{opening}《{{title}}》{{note}}")
        return EpisodeDraft(title[1:-1], note)
    part.met("episode", f"{opening}{{title}}{{note}}")
    return EpisodeDraft(title, note)


def _write_series(series: SeriesDraft, wording: Wording) -> list[str]:
    episodes = [
        wording.item("episode", n, title=each.title, note=wording.aside("episode_note", each.note))
        for n, each in enumerate(series.episodes, 1)
    ]
    return [(wording["series"] + series.title).rstrip(), listed(episodes)]
