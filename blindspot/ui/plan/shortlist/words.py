"""A proposal's figures in the reader's words: its gap with its counts, its claims by grade, what the team says."""

from __future__ import annotations

from collections import Counter

from blindspot.domain import GRADES
from blindspot.plan.proposals.listing import Proposal
from blindspot.settings import read_settings
from blindspot.ui.desk import Desk
from blindspot.ui.names import angle_name
from blindspot.ui.reading_names import grade_name
from blindspot.ui.texts import Translator


def gap_words(proposal: Proposal, t: Translator) -> str:
    """Return what was counted of the gap with its day, "" where nothing was."""
    if proposal.known is None or proposal.known_at is None:
        return ""
    angle, scope = proposal.known.angle, proposal.known.scope
    return t(
        "{works} of {n} works, {creators} of {n_creators} creators, as of {day}",
        works=t.number(angle.works),
        n=t.number(scope.works),
        creators=t.number(angle.creators),
        n_creators=t.number(scope.creators),
        day=t.day(proposal.known_at.astimezone(read_settings().zone).date()),
    )


def claims_words(proposal: Proposal, t: Translator) -> str:
    """Return how many claims it rests on by grade, the best first."""
    return t("claims: {graded}", graded=grades_words(proposal, t)) if proposal.grades else t("no claims yet")


def grades_words(proposal: Proposal, t: Translator) -> str:
    """Return how many claims of each grade it rests on, the best first, "" for none."""
    counts = Counter(proposal.grades)
    return " · ".join(f"{t.number(counts[grade])} {grade_name(grade, t)}" for grade in GRADES if counts[grade])


def votes_words(proposal: Proposal, t: Translator) -> str:
    """Return the votes for it less those against it, with their sign."""
    return t("votes {sum}", sum=f"{proposal.votes:+d}")


def about_words(desk: Desk, proposal: Proposal) -> str:
    """Return angle and topic in one line, "" where it has neither."""
    return " · ".join(part for part in (angle_words(desk, proposal), proposal.topic) if part)


def angle_words(desk: Desk, proposal: Proposal) -> str:
    """Return the name of its angle, "" where it has none."""
    return angle_name(dict(proposal.angle_names), desk.language, proposal.angle or "")
