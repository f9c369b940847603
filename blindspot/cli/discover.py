"""`discover`: phrases that the sources use and the works do not."""

from __future__ import annotations

from typing import Any

import click

from blindspot.cli.root import as_json_option, main, opened, print_json, say
from blindspot.explore.discovery import Discovery, Term, Theme, discover
from blindspot.explore.works import Work, works_by_key
from blindspot.library.codebooks import find_topic


@main.command("discover")
@click.argument("topic")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="How many phrases and themes.")
@as_json_option
@click.pass_context
def discover_command(context: click.Context, topic: str, limit: int, is_json: bool) -> None:
    """List phrases that the topic's sources and viewers use and its works do not, and the themes they make."""
    with opened(context) as store:
        entry = find_topic(store, topic)
        found = discover(store, entry.topic_id)
        keys = dict.fromkeys(key for term in found.terms[:limit] for key in term.nearest)
        works = {work.work_key: work for work in works_by_key(store, entry.topic_id, list(keys))}
    lack = _what_is_missing(found)
    if lack:
        say(lack, is_refusal=True)
    terms, themes = found.terms[:limit], found.themes[:limit]
    if is_json:
        print_json(
            {
                "topic": entry.name,
                "sources": found.sources,
                "questions": found.questions,
                "works": found.works,
                "terms": [_term_json(term, works) for term in terms],
                "themes": [_theme_json(theme) for theme in themes],
            }
        )
        return
    for term in terms:
        asked = f", {term.in_questions} questions" if term.in_questions else ""
        said = f"in {term.in_sources} of {found.sources} sources{asked}, in {term.in_works} of {found.works} works"
        say(f"{term.score:6.2f}  {term.term}: {said}")
    for theme in themes:
        named = f" [{theme.angle}]" if theme.angle else ""
        say(f"theme{named}: {' | '.join(term.term for term in theme.terms)}")


def _what_is_missing(found: Discovery) -> str:
    if not found.passages:
        return "The topic has no sources and no questions: `report`, `source` or `comments import` brings some."
    if not found.works:
        return "The topic has no works to compare with: `import` brings some."
    return ""


def _term_json(term: Term, works: dict[int, Work]) -> dict[str, Any]:
    quotes = [
        {"side": "source" if quote.source else "question", "name": quote.source, "text": quote.text}
        for quote in term.quotes
    ]
    near = (works[key] for key in term.nearest if key in works)
    return {
        "term": term.term,
        "in_sources": term.in_sources,
        "in_questions": term.in_questions,
        "in_works": term.in_works,
        "passages": term.passages,
        "z": term.z,
        "coverage": term.coverage,
        "score": term.score,
        "examples": [
            *quotes,
            *({"side": "work", "name": work.creator, "text": work.title or work.text} for work in near),
        ],
    }


def _theme_json(theme: Theme) -> dict[str, Any]:
    return {
        "name": theme.name,
        "terms": [term.term for term in theme.terms],
        "sources": theme.sources,
        "questions": theme.questions,
        "works": theme.works,
        "passages": theme.passages,
        "expected_works": theme.expected_works,
        "p": theme.p,
        "score": theme.score,
        "angle": theme.angle,
    }
