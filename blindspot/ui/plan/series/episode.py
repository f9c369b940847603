"""One episode beside the board: what it needs, what it repeats, and its fields, each saved when it is changed."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from blindspot.domain import EPISODE_STATUSES, Episode, Series
from blindspot.editing import Change
from blindspot.plan.series import Need, Repeat, claims_of
from blindspot.ui.desk import Desk
from blindspot.ui.editing.binding import BoundRow
from blindspot.ui.editing.history_panel import show_history
from blindspot.ui.editing.saving import save
from blindspot.ui.marking import escape_markdown, shorten
from blindspot.ui.plan.series.choice import EDITOR, LONGEST_TITLE
from blindspot.ui.plan.series.words import need_sentence, repeat_sentence
from blindspot.ui.plan.wording_advice import show_advice
from blindspot.ui.status_names import episode_status_name
from blindspot.ui.widget_functions import as_callback, named_by

SHOWN_REPEATS = 5
LONGEST_HEAD = 80


def edit_episode(
    desk: Desk,
    series: Series,
    episode: Episode,
    proposals: Mapping[str, str],
    needs: tuple[Need, ...],
    repeats: tuple[Repeat, ...],
) -> None:
    """Draw an episode of the series to read and to change."""
    t = desk.t
    with st.container(border=True, gap="small", key=EDITOR):
        st.markdown(f"##### {escape_markdown(f'{episode.number} · {shorten(episode.title, LONGEST_HEAD)}')}")
        _show_links(desk, episode)
        _show_needs(desk, episode, needs)
        _show_repeats(desk, repeats)
        bound = _bound(desk, series, episode)
        st.text_input(t("Title"), max_chars=LONGEST_TITLE, **bound.text("title", is_required=True))
        st.text_area(t("Hook"), height=68, **bound.text("hook", read=str))
        _advise(desk, series, episode)
        _ask_for_proposal(desk, series, episode, proposals)
        left, right = st.columns(2)
        with left:
            st.selectbox(
                t("Status"),
                EPISODE_STATUSES,
                format_func=lambda status: episode_status_name(status, t),
                **bound.choice("status"),
            )
            st.date_input(t("Planned for"), format="YYYY-MM-DD", **bound.choice("planned_on"))
            st.text_input(t("Owner"), max_chars=100, **bound.text("owner", read=str))
        with right:
            _ask_for_perspective(desk, series, episode)
            st.date_input(
                t("Published on"),
                format="YYYY-MM-DD",
                **bound.choice("published_on", fields=partial(_published, episode)),
            )
            st.number_input(
                t("Target length in seconds"),
                1.0,
                7200.0,
                step=5.0,
                format="%g",
                **bound.choice("target_seconds"),
            )
        st.text_area(t("Note"), height=68, **bound.text("note", read=str))
        show_history(desk, "episode", str(episode.episode_id), _scope(series))
        st.button(
            t("Put the episode into the bin"),
            icon=":material/delete:",
            type="tertiary",
            key=f"bin_episode_{episode.episode_id}",
            on_click=as_callback(save),
            args=(desk, _scope(series), [_change(episode, is_binned=True)]),
        )


def _show_links(desk: Desk, episode: Episode) -> None:
    t = desk.t
    with st.container(horizontal=True, gap="small"):
        _link(episode, "storyboard", t("Storyboard"), ":material/view_carousel:")
        if episode.proposal:
            _link(episode, "proposal", t("Proposal"), ":material/edit_note:")


def _show_needs(desk: Desk, episode: Episode, needs: tuple[Need, ...]) -> None:
    t = desk.t
    with st.container(gap=None):
        for place, need in enumerate(needs):
            sentence = escape_markdown(need_sentence(need, t))
            words = sentence if place else f"**{t('Next: {need}', need=sentence)}**"
            if need.place == "episode":
                st.markdown(f":material/{'arrow_forward' if place == 0 else 'remove'}: {words}")
            else:
                _link(episode, need.place, words, ":material/arrow_outward:")


def _link(episode: Episode, page: str, label: str, icon: str) -> None:
    about = {"storyboard": ("episode", str(episode.episode_id))}
    if episode.proposal:
        about["proposal"] = ("proposal", episode.proposal.proposal_id)
    st.page_link(f"pages/plan/{page}.py", label=label, icon=icon, query_params=dict([about[page]]))


def _show_repeats(desk: Desk, repeats: tuple[Repeat, ...]) -> None:
    t = desk.t
    if not repeats:
        return
    lines = [f"- {escape_markdown(repeat_sentence(repeat, t))}" for repeat in repeats[:SHOWN_REPEATS]]
    if len(repeats) > SHOWN_REPEATS:
        lines.append(f"- {t('{n} more of these', n=len(repeats) - SHOWN_REPEATS)}")
    st.markdown(f":orange-badge[:material/repeat: {t('Said before')}]\n" + "\n".join(lines))


def _advise(desk: Desk, series: Series, episode: Episode) -> None:
    risks = episode.proposal.risks if episode.proposal else ()

    def put(hook: str) -> None:
        save(desk, _scope(series), [_change(episode, hook=hook)])

    show_advice(desk, episode.hook, claims_of(episode).values(), risks, f"hook_{episode.episode_id}", put)


def _ask_for_proposal(desk: Desk, series: Series, episode: Episode, proposals: Mapping[str, str]) -> None:
    own = episode.proposal
    titles = ({own.proposal_id: own.title} if own else {}) | dict(proposals)
    st.selectbox(
        desk.t("Proposal"),
        list(titles),
        index=None,
        format_func=named_by(titles),
        placeholder=desk.t("Without a proposal"),
        **_bound(desk, series, episode, proposal_id=own.proposal_id if own else None).choice("proposal_id"),
    )


def _ask_for_perspective(desk: Desk, series: Series, episode: Episode) -> None:
    known = list(dict.fromkeys(one.perspective for one in series.episodes if one.perspective))
    st.selectbox(
        desk.t("Perspective"),
        known,
        index=None,
        placeholder=desk.t("Choose or write"),
        accept_new_options=True,
        **_bound(desk, series, episode).choice(
            "perspective", show=lambda words: words or None, fields=lambda words: {"perspective": words or ""}
        ),
    )


def _bound(desk: Desk, series: Series, episode: Episode, **values: Any) -> BoundRow:
    """Return the episode as widgets are tied to it; `values` stand for what it says itself."""
    return BoundRow(
        desk, _scope(series), "episode", str(episode.episode_id), episode.rev, ChainMap(values, vars(episode))
    )


def _published(episode: Episode, day: date | None) -> dict[str, Any]:
    is_out = day is not None and episode.status != "dropped"
    return {"published_on": day} | ({"status": "published"} if is_out else {})


def _change(episode: Episode, **fields: Any) -> Change:
    return Change("episode", str(episode.episode_id), episode.rev, fields)


def _scope(series: Series) -> str:
    return f"series:{series.series_id}"
