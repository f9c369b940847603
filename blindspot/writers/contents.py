"""What a brief says of an episode and its proposal besides their texts: claims, sources and the facts of its head."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from blindspot.domain import GRADES, Cited, Claim, Episode, Proposal, Shot
from blindspot.writers.names import clean
from blindspot.writers.words import phrase, word


def claims_of(proposal: Proposal | None, shots: Iterable[Shot] = ()) -> list[Claim]:
    """Return the claims of the library that a proposal leans on, then those that shots show, each once."""
    leaned_on = [each.claim for each in proposal.claims if each.claim] if proposal else []
    shown = [claim for shot in shots for claim in shot.claims]
    return list({claim.claim_id: claim for claim in (*leaned_on, *shown)}.values())


def sources_of(claims: Iterable[Claim]) -> list[Cited]:
    """Return the sources of claims, each once with the lowest grade that a claim gives it."""
    lowest: dict[tuple[str, str | None], Cited] = {}
    for cited in (cited for claim in claims for cited in claim.sources):
        known = lowest.setdefault((cited.label, cited.url), cited)
        if GRADES.index(cited.grade) > GRADES.index(known.grade):
            lowest[cited.label, cited.url] = cited
    return list(lowest.values())


def gap_line(proposal: Proposal, language: str) -> str:
    """Return the sentence of the gap that a proposal answers with its day, "" where none is known."""
    if not proposal.gap or proposal.gap_on is None:
        return proposal.gap or ""
    return phrase("as_of", language, text=proposal.gap, day=proposal.gap_on)


def facts_of(proposal: Proposal | None, episode: Episode | None, language: str) -> list[tuple[str, str]]:
    """Return the (name, value) lines of a head; of what both say, the episode's stands."""
    facts = dict(_proposal_facts(proposal, language)) if proposal else {}
    facts |= dict(_episode_facts(episode, language)) if episode else {}
    return [(word("headings", key, language), clean(said)) for key, said in facts.items()]


def episode_name(episode: Episode, language: str) -> str:
    """Return what an episode is called in its series."""
    return phrase("episode", language, number=episode.number)


def _episode_facts(episode: Episode, language: str) -> Iterator[tuple[str, str]]:
    yield from _known(
        of_series=episode.series,
        perspective=episode.perspective,
        status=word("statuses", episode.status, language),
        owner=episode.owner,
        planned_on=_day(episode.planned_on),
        published_on=_day(episode.published_on),
        platform=word("platforms", episode.platform, language) if episode.platform else "",
        format=f"{episode.width}×{episode.height}, {phrase('fps', language, fps=f'{float(episode.fps):g}')}",
        length=_length(episode, language),
        hook=episode.hook,
        note=episode.note,
    )


def _proposal_facts(proposal: Proposal, language: str) -> Iterator[tuple[str, str]]:
    yield from _known(
        status=word("statuses", proposal.status, language),
        topic=proposal.topic,
        angle=dict(proposal.angle_names).get(language) or proposal.angle,
        account=proposal.account,
        fit=proposal.fit,
        tags=", ".join(proposal.tags),
    )


def _length(episode: Episode, language: str) -> str:
    said = [
        phrase("shots", language, shots=len(episode.shots)),
        phrase("seconds", language, seconds=f"{episode.seconds:.1f}"),
    ]
    if episode.target_seconds:
        said.append(phrase("target", language, seconds=f"{episode.target_seconds:g}"))
    return ", ".join(said)


def _known(**values: str | None) -> Iterator[tuple[str, str]]:
    return ((key, value) for key, value in values.items() if value)


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
