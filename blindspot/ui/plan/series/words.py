"""What a series and its episodes are, need and repeat, in the reader's words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time

from blindspot.domain import Episode, Series
from blindspot.plan.series import Need, Repeat
from blindspot.ui.texts import Translator

MOST_NUMBERS = 6


def weekday_names(t: Translator) -> dict[int, str]:
    """Return the days of the week by their number, Monday = 1."""
    return {1: t("Mon"), 2: t("Tue"), 3: t("Wed"), 4: t("Thu"), 5: t("Fri"), 6: t("Sat"), 7: t("Sun")}


def slot_words(series: Series, t: Translator) -> str:
    """Return when the series has an episode due, "" where nothing is said."""
    days = t.all_of([weekday_names(t)[day] for day in sorted(series.weekdays)])
    if not days:
        return ""
    return t("{days} at {time}", days=days, time=clock(series.slot_time)) if series.slot_time else days


def clock(at: time) -> str:
    """Return a time of the day: 18:00."""
    return f"{at:%H:%M}"


def dates_words(episode: Episode, t: Translator) -> str:
    """Return both days of an episode: planned is not published."""
    return t(
        "planned {planned} · published {published}",
        planned=t.day(episode.planned_on),
        published=t.day(episode.published_on),
    )


def length_words(episode: Episode, t: Translator) -> str:
    """Return how long its storyboard is, "" where there is none."""
    if not episode.shots:
        return ""
    shots = t.plural("{n} shot", "{n} shots", len(episode.shots))
    return t("{shots}, {seconds} s", shots=shots, seconds=t.number(episode.seconds))


def need_name(need: Need, t: Translator) -> str:
    """Return a need in a word or two."""
    return {
        "published_when": t("day of publication"),
        "late": t("overdue"),
        "order": t("out of order"),
        "no_proposal": t("proposal"),
        "no_claims": t("claims"),
        "unhedged": t("hedge"),
        "no_hook": t("hook"),
        "no_storyboard": t("storyboard"),
        "too_long": t("too long"),
        "too_short": t("too short"),
        "no_day": t("planned day"),
    }[need.kind]


def need_sentence(need: Need, t: Translator) -> str:
    """Return what an episode needs as a sentence."""
    figures = need.figures
    if need.kind == "late":
        return t.plural(
            "It was planned for {day}, {n} day ago, and is not published.",
            "It was planned for {day}, {n} days ago, and is not published.",
            figures["days"],
            day=t.day(figures["day"]),
        )
    if need.kind == "order":
        return t("It is planned before episode {number}, which comes first here.", number=figures["number"])
    if need.kind == "unhedged":
        return t("“{text}” says as certain what is not: add a “may” or “is expected to”.", text=figures["text"])
    if need.kind in ("too_long", "too_short"):
        seconds, off = t.number(figures["seconds"]), t.number(figures["off"])
        if need.kind == "too_long":
            return t("It is {seconds} s long, {off} s more than its target.", seconds=seconds, off=off)
        return t("It is {seconds} s long, {off} s less than its target.", seconds=seconds, off=off)
    return {
        "published_when": t("It is published; the day is not noted yet."),
        "no_proposal": t("No proposal says what it is about and why."),
        "no_claims": t("Its proposal rests on no claim of the library."),
        "no_hook": t("It has no hook for the first three seconds."),
        "no_storyboard": t("It has no storyboard."),
        "no_day": t("No day is planned."),
    }[need.kind]


def repeat_sentence(repeat: Repeat, t: Translator) -> str:
    """Return what an episode says again, and where it was said."""
    if repeat.kind in ("own_works", "published"):
        done = {"name": repeat.name, "title": repeat.done, "day": t.day(repeat.done_on)}
        if repeat.kind == "published":
            return t("An episode of another series is out on the angle “{name}”: “{title}”, {day}.", **done)
        return t.plural(
            "{n} work of ours covers the angle “{name}”: “{title}”, {day}.",
            "{n} works of ours cover the angle “{name}”; the latest is “{title}”, {day}.",
            repeat.times,
            **done,
        )
    said = {"others": _numbers(repeat.others, t), "name": repeat.name}
    n = len(repeat.others)
    if repeat.kind == "claim":
        return t.plural(
            "Episode {others} uses this claim: “{name}”", "Episodes {others} use this claim: “{name}”", n, **said
        )
    if repeat.kind == "proposal":
        return t.plural(
            "Episode {others} comes from the same proposal, “{name}”.",
            "Episodes {others} come from the same proposal, “{name}”.",
            n,
            **said,
        )
    return t.plural(
        "Episode {others} takes the same angle, “{name}”.",
        "Episodes {others} take the same angle, “{name}”.",
        n,
        **said,
    )


def _numbers(numbers: Sequence[int], t: Translator) -> str:
    """Return the numbers of episodes, the first few of them where they are many."""
    shown = [str(number) for number in numbers[:MOST_NUMBERS]]
    left = len(numbers) - len(shown)
    return t.all_of([*shown, t("{n} more", n=left)] if left else shown)
