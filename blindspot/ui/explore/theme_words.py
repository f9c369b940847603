"""What is said of a phrase or theme: where it stands, where it does not, and how surprising that is."""

from __future__ import annotations

from blindspot.explore.discovery import Discovery, Term, Theme
from blindspot.ui.desk import Desk
from blindspot.ui.marking import escape_markdown
from blindspot.ui.sentences import join_sentences

SURELY = 0.05
LEAST_P = 0.001


def said_where(desk: Desk, found: Discovery, term: Term) -> str:
    """Return the plain reason: in 3 of 3 sources, in 0 of 23 works."""
    return _where(desk, found, term.in_sources, term.in_questions, term.in_works)


def theme_headline(desk: Desk, theme: Theme) -> str:
    """Return the theme and both sides' counts in a line, as Markdown."""
    return desk.t(
        "{theme}: said in {passages}, in {works}",
        theme=escape_markdown(theme.name),
        passages=desk.t.plural("{n} passage", "{n} passages", theme.passages),
        works=desk.t.plural("{n} work", "{n} works", theme.works),
    )


def theme_reason(desk: Desk, found: Discovery, theme: Theme) -> str:
    """Return where the theme stands and does not, what was to be expected and how likely chance is."""
    t = desk.t
    where = t("It stands {where}.", where=_where(desk, found, theme.sources, theme.questions, theme.works))
    expected = t.plural(
        "If works spoke like the sources, about {n} of them would say it",
        "If works spoke like the sources, about {n} of them would say it",
        round(theme.expected_works),
    )
    chance = t("< {p}", p=t.percent(LEAST_P)) if theme.p < LEAST_P else t.percent(theme.p)
    if theme.p <= SURELY:
        verdict = t("{expected}; that so few do is hardly chance ({p}).", expected=expected, p=chance)
    else:
        verdict = t("{expected}; so few may still be chance ({p}).", expected=expected, p=chance)
    one = t("Only one source says it so far.") if theme.sources == 1 and found.sources > 1 else ""
    return join_sentences([where, verdict, one], t)


def what_was_read(desk: Desk, found: Discovery) -> str:
    """Return how much of sources and viewers was compared with the works."""
    t = desk.t
    parts = []
    if found.sources:
        parts.append(t.plural("{n} source", "{n} sources", found.sources))
        parts.append(t.plural("{n} passage", "{n} passages", found.passages - found.questions))
    if found.questions:
        parts.append(t.plural("{n} question of viewers", "{n} questions of viewers", found.questions))
    return " · ".join(parts)


def _where(desk: Desk, found: Discovery, sources: int, questions: int, works: int) -> str:
    t = desk.t
    parts = []
    if found.sources:
        parts.append(
            t.plural("in {said} of {n} source", "in {said} of {n} sources", found.sources, said=t.number(sources))
        )
    if questions:
        parts.append(t.plural("in {n} question of viewers", "in {n} questions of viewers", questions))
    silent = t.plural("in {said} of {n} work", "in {said} of {n} works", found.works, said=t.number(works))
    return t("{said}, {works}", said=t.all_of(parts), works=silent)
