"""The days of a series as a month and as a timeline, with the episodes that have none beside them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import takewhile
from typing import Any

import streamlit as st
from dateutil.relativedelta import relativedelta

from blindspot.charts import Bar, Dated, Row, month_grid, schedule
from blindspot.domain import EPISODE_STATUSES, Episode, Series
from blindspot.plan.series import find_phases, slots_from
from blindspot.settings import read_settings
from blindspot.ui import address
from blindspot.ui.desk import Desk
from blindspot.ui.explore.pictures import CONFIG
from blindspot.ui.marking import escape_markdown, shorten
from blindspot.ui.plan.series.words import clock, weekday_names
from blindspot.ui.status_names import episode_status_name
from blindspot.ui.widget_functions import known
from blindspot.writers.ics import day_of

MONTH = "month"
LONGEST_TITLE = 60


def show_calendar(desk: Desk, series: Series) -> None:
    """Draw one month: what is planned and what was published, in the grid and as a list beside it."""
    t = desk.t
    today = read_settings().today
    picture, beside = st.columns([0.66, 0.34], gap="medium")
    with picture:
        month = _choose_month(desk, series, today)
        figure = month_grid(
            month,
            [_mark(desk, episode) for episode in series.episodes if day_of(episode)],
            set(_slots(series, month - timedelta(days=7), month + relativedelta(months=1, days=7))),
            today,
            list(weekday_names(t).values()),
            t("+{n}", n="{n}"),
            desk.colours,
        )
        st.plotly_chart(figure, key=f"month_{series.series_id}", config=CONFIG, theme=None)
        st.caption(t("○ planned · ● published · coloured ground: a slot of the series · orange frame: today"))
    with beside:
        of_month = [e for e in series.episodes if (day := day_of(e)) and day.replace(day=1) == month]
        _list_month(desk, series, of_month)
        _list_undated(desk, series)


def show_timeline(desk: Desk, series: Series) -> None:
    """Draw the episodes along the days."""
    t = desk.t
    today = read_settings().today
    phases = find_phases(desk.store, series, today)
    rows = [_row(desk, e, phases.get(e.episode_id, ())) for e in series.episodes]
    shown = [row for row in rows if row.bars or row.planned_on or row.published_on]
    if shown:
        last = max([day for row in shown for day in (row.planned_on, row.published_on) if day], default=today)
        slots = list(_slots(series, today, last))
        figure = schedule(shown, slots, today, t("today"), t.day_of_year, desk.colours)
        st.plotly_chart(figure, key=f"timeline_{series.series_id}", config=CONFIG, theme=None)
        st.caption(
            t("○ planned · ● published · bars: how long an episode was in a status, as far as its history tells")
        )
    _list_undated(desk, series)


def _choose_month(desk: Desk, series: Series, today: date) -> date:
    """Draw the month with the ways to those before and after it; return its first day."""
    ahead = [e.planned_on for e in series.episodes if e.planned_on and e.published_on is None and e.planned_on >= today]
    first = min(ahead, default=max([day for e in series.episodes if (day := day_of(e))], default=today)).replace(day=1)
    key = address.restore(MONTH, None, _month)
    month = st.session_state[key] or first
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        _offer_month(desk.t("Month before"), ":material/chevron_left:", month - relativedelta(months=1))
        st.markdown(f"**{desk.t.month(month)}**", width="content")
        _offer_month(desk.t("Month after"), ":material/chevron_right:", month + relativedelta(months=1))
        if month != today.replace(day=1):
            _offer_month(desk.t("This month"), ":material/today:", today.replace(day=1), is_named=True)
    return month


def _offer_month(label: str, icon: str, month: date, *, is_named: bool = False) -> None:
    st.button(
        label if is_named else "",
        icon=icon,
        help=None if is_named else label,
        type="tertiary",
        key=f"month_{icon}",
        on_click=address.put,
        args=(MONTH, month, [f"{month:%Y-%m}"]),
    )


def _month(words: list[str]) -> date | None:
    try:
        return date.fromisoformat(f"{words[0]}-01")
    except ValueError:
        return None


def _slots(series: Series, first: date, last: date) -> Iterator[date]:
    return takewhile(lambda slot: slot <= last, slots_from(series, first)) if series.weekdays else iter(())


def _mark(desk: Desk, episode: Episode) -> Dated:
    is_published = episode.published_on is not None
    name = desk.t("published") if is_published else desk.t("planned")
    words = f"{episode.number} · {episode.title} ({name})"
    return Dated(known(day_of(episode)), str(episode.number), words, is_published)


def _row(desk: Desk, episode: Episode, phases: tuple[Any, ...]) -> Row:
    t = desk.t
    at_work = EPISODE_STATUSES[1:-2]
    return Row(
        f"{episode.number} · {episode.title}",
        tuple(
            Bar(
                phase.begins_on,
                phase.ends_on,
                f"{episode_status_name(phase.status, t)}: {t.day_range(phase.begins_on, phase.ends_on)}",
                at_work.index(phase.status) / (len(at_work) - 1),
            )
            for phase in phases
        ),
        episode.planned_on,
        episode.published_on,
        t("{title}: planned for {day}", title=episode.title, day=t.day(episode.planned_on)),
        t("{title}: published on {day}", title=episode.title, day=t.day(episode.published_on)),
    )


def _list_month(desk: Desk, series: Series, episodes: list[Episode]) -> None:
    t = desk.t
    st.markdown(f"**{t.plural('{n} episode in this month', '{n} episodes in this month', len(episodes))}**")
    for episode in sorted(episodes, key=lambda one: (day_of(one), one.number)):
        is_published = episode.published_on is not None
        day = t.day(day_of(episode))
        when = (
            t("{day}, {time}", day=day, time=clock(series.slot_time)) if series.slot_time and not is_published else day
        )
        icon = ":material/check_circle:" if is_published else ":material/radio_button_unchecked:"
        st.markdown(f"{icon} {when}  \n{_named(episode)}")


def _list_undated(desk: Desk, series: Series) -> None:
    undated = [episode for episode in series.episodes if day_of(episode) is None]
    if not undated:
        return
    st.markdown(f"**{desk.t('Without a day')}**")
    st.markdown("\n".join(f"- {_named(one)}" for one in undated))


def _named(episode: Episode) -> str:
    return escape_markdown(f"{episode.number} · {shorten(episode.title, LONGEST_TITLE)}")
