"""The head of a series: how it stands in one line, its slots, what can be done with it as a whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

import streamlit as st

from blindspot.domain import Series
from blindspot.plan.series import add_episode, find_clashes, is_open
from blindspot.settings import read_settings
from blindspot.ui import address
from blindspot.ui.desk import Desk
from blindspot.ui.editing.binding import drafted, forget_drafts
from blindspot.ui.editing.saving import attempt, say_saved
from blindspot.ui.marking import escape_markdown
from blindspot.ui.plan.series.choice import EPISODE, LONGEST_TITLE, ask_for_proposal
from blindspot.ui.plan.series.settings import ask_for_slots, edit_series
from blindspot.ui.plan.series.words import clock, slot_words
from blindspot.writers.ics import day_of, write_calendar

SHOWN_CLASHES = 3


def show_head(desk: Desk, series: Series, proposals: Mapping[str, str], choose_view: Callable[[Desk], str]) -> str:
    """Draw the head and return the view that is chosen in it."""
    scope = f"series:{series.series_id}"
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(_answer(desk, series), width="content")
        say_saved(desk, scope)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        view = choose_view(desk)
        st.space("stretch")
        _offer_episode(desk, series, proposals)
        ask_for_slots(desk, series)
        _offer_calendar(desk, series)
        edit_series(desk, series)
    _say_clashes(desk, series)
    return view


def _answer(desk: Desk, series: Series) -> str:
    """Return how the series stands, in one line."""
    t = desk.t
    today = read_settings().today
    days = [e.planned_on for e in series.episodes if e.planned_on and is_open(e)]
    late = sum(day < today for day in days)
    undated = sum(day_of(episode) is None for episode in series.episodes)
    published = sum(e.published_on is not None or e.status == "published" for e in series.episodes)
    parts = [t.plural("**{n} episode**", "**{n} episodes**", len(series.episodes)), t("{n} published", n=published)]
    if late:
        parts.append(f":orange[{t('{n} overdue', n=late)}]")
    if ahead := [day for day in days if day >= today]:
        parts.append(t("next on {day}", day=t.day(min(ahead))))
    if undated:
        parts.append(t("{n} without a day", n=undated))
    slots = slot_words(series, t)
    parts.append(t("due {slots}", slots=slots) if slots else t("no slots yet"))
    if series.account:
        parts.append(t("for {account}", account=escape_markdown(series.account)))
    return " · ".join(parts)


def _offer_episode(desk: Desk, series: Series, proposals: Mapping[str, str]) -> None:
    t = desk.t
    with (
        st.popover(t("Add an episode"), icon=":material/add:", type="primary"),
        st.form(f"new_episode_{series.series_id}", border=False),
    ):
        draft = f"new_episode_title_{series.series_id}"
        title = st.text_input(t("Title"), max_chars=LONGEST_TITLE, **drafted(desk, draft))
        proposal_id, its_title = ask_for_proposal(
            desk, t("Proposal"), proposals, key=f"new_episode_proposal_{series.series_id}"
        )
        if not st.form_submit_button(t("Add it at the end"), type="primary", icon=":material/add:"):
            return
    name = title.strip() or its_title
    made: list[int] = []

    def make() -> None:
        made.append(add_episode(desk.store, desk.who, series.series_id, name, proposal_id=proposal_id))

    attempt(desk, f"series:{series.series_id}", make)
    if made:
        forget_drafts(desk, draft)
        address.put(EPISODE, made[0], [str(made[0])])
    st.rerun()


def _offer_calendar(desk: Desk, series: Series) -> None:
    t = desk.t
    dated = sum(day_of(episode) is not None for episode in series.episodes)
    left_out = len(series.episodes) - dated
    st.download_button(
        t("Calendar file"),
        # made when it is asked for
        lambda: write_calendar(series, timezone=read_settings().timezone, now=datetime.now(UTC)),
        f"series-{series.series_id}.ics",
        "text/calendar",
        icon=":material/calendar_add_on:",
        disabled=not dated,
        help=t("{n} with a day; {left} without one are left out.", n=dated, left=left_out),
        on_click="ignore",
        key="series_calendar",
    )


def _say_clashes(desk: Desk, series: Series) -> None:
    t = desk.t
    clashes = find_clashes(desk.store, series)
    titles = {episode.episode_id: episode.title for episode in series.episodes}
    for clash in clashes[:SHOWN_CLASHES]:
        day = t.day(clash.planned_on)
        st.warning(
            t(
                "Two for one slot of {account}: “{title}” and “{other}” of the series “{series}” are both planned "
                "for {day}.",
                account=escape_markdown(series.account or "—"),
                title=escape_markdown(titles[clash.episode_id]),
                other=escape_markdown(clash.other_title),
                series=escape_markdown(clash.other_series),
                day=t("{day}, {time}", day=day, time=clock(series.slot_time)) if series.slot_time else day,
            ),
            icon=":material/event_busy:",
        )
    if len(clashes) > SHOWN_CLASHES:
        st.caption(t("And {n} more clashes of this kind.", n=len(clashes) - SHOWN_CLASHES))
