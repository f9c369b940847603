"""What a gap says in full: never a bare zero, but what was looked at, how far the truth may lie, how sure that is."""

from __future__ import annotations

from collections.abc import Sequence

from blindspot.explore.coverage_types import AngleCoverage, NextGrade, Scope, Verdict
from blindspot.ui.names import evidence_name, field_name, platform_name
from blindspot.ui.texts import Translator


def gap_statement(angle: AngleCoverage, verdict: Verdict, scope: Scope, t: Translator) -> str:
    """Return the statement about one angle: counts with their n, creators, fields, dates, platforms, bounds, grade.

    Bounds that a zero is judged by are rounded up. `verdict` is the one that `classify` gave for this angle and scope.
    """
    found = {
        "nobody": _nobody,
        "few": _some,
        "flat": _flat,
        "ours": _ours,
        "covered": _some,
    }[verdict.kind](angle, scope, t)
    parts = [found, _transcripts(scope, t)]
    if verdict.evidence is not None:
        parts.append(t("Evidence: {grade}.", grade=evidence_name(verdict.evidence, t)))
    return join_sentences(parts, t)


def next_grade_sentence(next_grade: NextGrade | None, verdict: Verdict, t: Translator) -> str:
    """Return how many more creators would better the evidence; "" where nothing can or need be better."""
    if next_grade is None or next_grade.strong == 0:
        return ""
    if next_grade.strong is None:
        if not next_grade.moderate:
            return t("Even 10,000 more creators would not better the evidence.")
        reach = t.plural(
            "About {n} more creator for moderate; strong is out of reach",
            "About {n} more creators for moderate; strong is out of reach",
            next_grade.moderate,
        )
    elif next_grade.moderate:
        reach = t.plural(
            "About {n} more creator for moderate, {strong} for strong",
            "About {n} more creators for moderate, {strong} for strong",
            next_grade.moderate,
            strong=t.count(next_grade.strong),
        )
    else:
        reach = t.plural("About {n} more creator for strong", "About {n} more creators for strong", next_grade.strong)
    return t("{reach} ({condition}).", reach=reach, condition=_condition(verdict, t))


def join_sentences(sentences: Sequence[str], t: Translator) -> str:
    """Return sentences as one text; Chinese ones stand without a blank between them, empty ones are left out."""
    return ("" if t.language == "zh" else " ").join(sentence for sentence in sentences if sentence)


def _condition(verdict: Verdict, t: Translator) -> str:
    if verdict.kind == "flat":
        return t("if their works fall short too")
    if verdict.kind == "ours":
        return t("if they cover it too and we still do not")
    return t("if they do not cover it either")


def _nobody(angle: AngleCoverage, scope: Scope, t: Translator) -> str:
    return t(
        "0 of {works} by {creators} mention it in {fields}, {dates}, {platforms}; "
        "the true share may be up to {high} (95 %).",
        high=t.percent_at_most(angle.share_high_clustered),
        **_looked_at(scope, t),
    )


def _some(angle: AngleCoverage, scope: Scope, t: Translator) -> str:
    return t(
        "{covering}, in {hits} of {works} ({fields}; {dates}, {platforms}); "
        "the true share of creators may be between {low} and {high} (95 %).",
        low=t.percent(angle.creator_share_low),
        high=t.percent_at_most(angle.creator_share_high),
        **_covering(angle, scope, t),
        **_looked_at(scope, t),
    )


def _flat(angle: AngleCoverage, scope: Scope, t: Translator) -> str:
    if angle.lift_low is None or angle.lift_high is None:
        raise ValueError("a flat angle needs the interval of its lift")
    return t(
        "{covering}, in {hits} of {works} ({fields}; {dates}, {platforms}); "
        "the response to these works lies {least} to {most} below their creators' usual (95 %, {known}).",
        least=t.percent(1 - 2**angle.lift_high),
        most=t.percent(1 - 2**angle.lift_low),
        known=_creators(angle.lift_creators, t),
        **_covering(angle, scope, t),
        **_looked_at(scope, t),
    )


def _ours(angle: AngleCoverage, scope: Scope, t: Translator) -> str:
    if scope.own_works:
        own = t(
            "0 of our {works} by {creators} do",
            works=_works(scope.own_works, t),
            creators=t.plural("{n} own creator", "{n} own creators", scope.own_creators),
        )
    else:
        own = t("we have no work on the topic")
    return t(
        "{covering}, in {hits} of {works} ({fields}; {dates}, {platforms}); {own}.",
        own=own,
        **_covering(angle, scope, t),
        **_looked_at(scope, t),
    )


def _covering(angle: AngleCoverage, scope: Scope, t: Translator) -> dict[str, str]:
    covering = t.plural(
        "{n} of {creators} mentions it",
        "{n} of {creators} mention it",
        angle.creators,
        creators=_creators(scope.creators, t),
    )
    return {"covering": covering, "hits": t.count(angle.works)}


def _works(n: int, t: Translator) -> str:
    return t.plural("{n} work", "{n} works", n)


def _creators(n: int, t: Translator) -> str:
    return t.plural("{n} creator", "{n} creators", n)


def _looked_at(scope: Scope, t: Translator) -> dict[str, str]:
    """Return what a count must be read against: n, creators, fields, dates and platforms."""
    is_dated = scope.first_published is not None and scope.last_published is not None
    return {
        "works": _works(scope.works, t),
        "creators": _creators(scope.creators, t),
        "fields": t.any_of([field_name(field, t) for field in scope.fields]),
        "dates": t.day_range(scope.first_published, scope.last_published) if is_dated else t("without dates"),
        "platforms": t.all_of([platform_name(platform, t) for platform in scope.platforms]),
    }


def _transcripts(scope: Scope, t: Translator) -> str:
    if scope.works_with_transcript == 0:
        return t("No transcripts: judged from titles and text alone.")
    if scope.works_with_transcript < scope.works:
        return t(
            "Transcripts of {known} of {works} only: the others are judged from titles and text alone.",
            known=t.count(scope.works_with_transcript),
            works=_works(scope.works, t),
        )
    return ""
