"""A series as an iCalendar file (RFC 5545): one event an episode, on the day it is planned for or was published."""

from __future__ import annotations

import re
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vText

from blindspot.domain import Episode, Series

LENGTH = timedelta(minutes=30)
"""What an episode at a time of the day takes in a calendar: without an end some show it as a day, others not at all."""
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def write_calendar(series: Series, *, timezone: str, now: datetime) -> bytes:
    """Return the calendar of a series; episodes without a day, and dropped ones that never had one, are left out.

    A planned episode takes LENGTH from the series' slot time of `timezone`, all day where there is none; a published
    one is on its day. UIDs stay those of the episodes, and SEQUENCE rises with every edit, so that a second import
    moves events.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Blindspot//Series//EN")
    calendar.add("version", "2.0")
    # its library takes a property that it does not know for raw
    calendar.add("name", vText(_plain(series.title)))
    # what calendars knew before RFC 7986 named it, and most still do
    calendar.add("x-wr-calname", vText(_plain(series.title)))
    calendar.add("x-wr-timezone", timezone)
    dated = [(day, episode) for episode in series.episodes if (day := day_of(episode)) is not None]
    for day, episode in dated:
        calendar.add_component(_event(series, episode, day, ZoneInfo(timezone), now))
    if dated:
        years = [day.year for day, _ in dated]
        first, last = max(min(years) - 1, MINYEAR), min(max(years) + 1, MAXYEAR)
        calendar.add_missing_timezones(date(first, 1, 1), date(last, 12, 31))
    return bytes(calendar.to_ical())


def day_of(episode: Episode) -> date | None:
    """Return the day on which an episode stands in a calendar: published, else planned, None for neither."""
    return episode.published_on or episode.planned_on


def _event(series: Series, episode: Episode, day: date, zone: ZoneInfo, now: datetime) -> Event:
    event = Event()
    event.add("uid", f"{episode.uid}@blindspot")
    event.add("dtstamp", now)
    # the number and the time of the slot come from the series, so its edits count as well
    event.add("sequence", episode.rev + series.rev)
    start = _start(episode, day, series.slot_time, zone)
    event.add("dtstart", start)
    if isinstance(start, datetime):
        # counted on the clock, so that it follows the start also where clocks go back
        event.add("dtend", _on_the_clock(start + LENGTH))
    event.add("summary", _plain(f"{series.title} {episode.number}: {episode.title}"))
    thesis = episode.proposal.thesis if episode.proposal else ""
    said = "\n".join(_plain(part, keep_lines=True) for part in (episode.hook, thesis, episode.note) if part.strip())
    if said:
        event.add("description", said)
    if episode.perspective:
        event.add("categories", [_plain(episode.perspective)])
    if episode.owner:
        event.add("contact", _plain(episode.owner))
    event.add("status", _status(episode))
    # an episode takes nobody's time when it comes out
    event.add("transp", "TRANSPARENT")
    return event


def _start(episode: Episode, day: date, slot_time: time | None, zone: ZoneInfo) -> date | datetime:
    if slot_time is None or episode.published_on is not None:
        return day
    return _on_the_clock(datetime.combine(day, slot_time, zone))


def _on_the_clock(time: datetime) -> datetime:
    """Return a time that clocks leap over in spring as the one that they then show; any other as it is."""
    shown = time.astimezone(UTC).astimezone(time.tzinfo)
    return shown if shown.replace(tzinfo=None) > time.replace(tzinfo=None) else time


def _status(episode: Episode) -> str:
    if episode.published_on is not None or episode.status in ("scheduled", "published"):
        return "CONFIRMED"
    return "CANCELLED" if episode.status == "dropped" else "TENTATIVE"


def _plain(text: str, *, keep_lines: bool = False) -> str:
    """Return text without what could command a reader or break the file's lines."""
    clean = _CONTROL.sub(" ", text.replace("\r\n", "\n")).strip()
    return clean if keep_lines else " ".join(clean.split())
