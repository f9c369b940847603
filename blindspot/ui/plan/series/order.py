"""The episodes as cards to put in order: in one column, or a column for each perspective."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import streamlit as st

from blindspot.domain import Episode, Series
from blindspot.plan.series import Need, Repeat, move_episode
from blindspot.plan.storyboards.listing import list_storyboards
from blindspot.ui import address
from blindspot.ui.components.board import Card, Column, Moved, board
from blindspot.ui.desk import Desk
from blindspot.ui.editing.saving import attempt
from blindspot.ui.missing import is_missing
from blindspot.ui.plan.series.choice import EDITOR, EPISODE
from blindspot.ui.plan.series.words import dates_words, length_words, need_name
from blindspot.ui.status_names import episode_status_name

ALL = "all"
OF_PERSPECTIVE = "perspective:"


def choose_episode(desk: Desk, series: Series) -> Episode | None:
    """Return the episode that is opened beside the board; the first where none is, None where it is gone."""
    by_id = {episode.episode_id: episode for episode in series.episodes}
    key = address.restore(EPISODE, None, lambda words: int(words[0]) if words[0].isdecimal() else None)
    # one of another series is what was open before this one was chosen
    there = [*by_id, *(entry.episode_id for entry in list_storyboards(desk.store))]
    first = None if is_missing(EPISODE, there) else series.episodes[0]
    return by_id.get(st.session_state[key], first)


def show_order(
    desk: Desk,
    series: Series,
    needs: Mapping[int, tuple[Need, ...]],
    repeats: Mapping[int, tuple[Repeat, ...]],
    *,
    by_perspective: bool,
) -> None:
    """Draw the board; what is dropped is stored before the page is drawn again, what is clicked is opened beside."""
    cards = [
        _card(desk, episode, needs[episode.episode_id], repeats.get(episode.episode_id, ()), names=not by_perspective)
        for episode in series.episodes
    ]
    columns = _by_perspective(desk, series, cards) if by_perspective else [Column(ALL, desk.t("Order"), tuple(cards))]
    opened = board(
        desk.t,
        columns,
        key=f"episodes_{series.series_id}_{'by' if by_perspective else 'in'}",
        on_move=lambda moved: _move(desk, series, moved),
        refuse=desk.edits.refuse,
        beside=EDITOR,
    )
    if opened:
        address.put(EPISODE, int(opened), [opened])


def _by_perspective(desk: Desk, series: Series, cards: Sequence[Card]) -> list[Column]:
    columns: dict[str, list[Card]] = defaultdict(list)
    for episode, card in zip(series.episodes, cards, strict=True):
        columns[episode.perspective].append(card)
    return [
        Column(f"{OF_PERSPECTIVE}{name}", name or desk.t("No perspective yet"), tuple(of_it))
        for name, of_it in columns.items()
    ]


def _card(desk: Desk, episode: Episode, needs: tuple[Need, ...], repeats: tuple[Repeat, ...], *, names: bool) -> Card:
    t = desk.t
    badges = [(episode_status_name(episode.status, t), "green" if episode.status == "published" else "blue")]
    if names and episode.perspective:
        badges.append((episode.perspective, "violet"))
    if repeats:
        badges.append((t.plural("repeats {n}", "repeats {n}", len(repeats)), "orange"))
    facts = [dates_words(episode, t), length_words(episode, t), episode.owner]
    lines = [" · ".join(fact for fact in facts if fact)]
    if episode.hook:
        lines.append(t("Hook: {hook}", hook=episode.hook))
    if needs:
        lines.append(t("Open: {needs}", needs=" · ".join(need_name(need, t) for need in needs)))
    return Card(str(episode.episode_id), f"{episode.number} · {episode.title}", tuple(lines), tuple(badges))


def _move(desk: Desk, series: Series, moved: Moved) -> None:
    episode_id = int(moved.card_id)
    before = int(moved.before_id) if moved.before_id else None
    perspective = None if moved.column_id == ALL else moved.column_id.removeprefix(OF_PERSPECTIVE)
    if before is None and perspective is not None:
        before = _after_the_last(series, episode_id, perspective)
    attempt(
        desk,
        f"series:{series.series_id}",
        lambda: move_episode(
            desk.store, desk.who, series.series_id, episode_id, before=before, perspective=perspective
        ),
    )


def _after_the_last(series: Series, episode_id: int, perspective: str) -> int | None:
    """Return the episode that follows the last one of a perspective: the end of a column is not that of the series."""
    others = [episode for episode in series.episodes if episode.episode_id != episode_id]
    places = [place for place, episode in enumerate(others) if episode.perspective == perspective]
    following = others[places[-1] + 1 :] if places else []
    return following[0].episode_id if following else None
