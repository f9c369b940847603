"""Series: made, filled, put in order without renumbering; that of a report comes by itself with its perspectives."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from places import ROOT

from blindspot.editing import Change, change, undo
from blindspot.editing.rows import read_rows
from blindspot.errors import BlindspotError, NotFound
from blindspot.plan.loading import load_series
from blindspot.plan.reports.import_reports import import_report
from blindspot.plan.reports.listing import list_reports
from blindspot.plan.series import (
    add_episode,
    add_series,
    binned_episodes,
    every_series,
    list_series,
    move_episode,
    read_perspective,
)
from blindspot.plan.series.editing import NEAREST
from blindspot.store import Store


@pytest.fixture
def store() -> Iterator[Store]:
    store = Store(None)
    yield store
    store.close()


@pytest.fixture
def series_id(store: Store) -> int:
    """A series of the episodes a, b and c."""
    series_id = add_series(store, "Ann", "Facts of the week")
    for title in "abc":
        add_episode(store, "Ann", series_id, title)
    return series_id


def titles(store: Store, series_id: int) -> str:
    return "".join(episode.title for episode in load_series(store, series_id).episodes)


def id_of(store: Store, series_id: int, title: str) -> int:
    return next(e.episode_id for e in load_series(store, series_id).episodes if e.title == title)


def move(store: Store, series_id: int, title: str, before: str | None, **perspective: str) -> None:
    target = id_of(store, series_id, before) if before else None
    move_episode(store, "Ann", series_id, id_of(store, series_id, title), before=target, **perspective)


def test_an_episode_is_added_at_the_end_or_in_front_of_another(store: Store, series_id: int) -> None:
    add_episode(store, "Ann", series_id, "d", before=id_of(store, series_id, "b"))
    assert titles(store, series_id) == "adbc"
    assert [episode.number for episode in load_series(store, series_id).episodes] == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("moved", "before", "order"),
    [
        ("c", "a", "cab"),
        ("a", None, "bca"),
        ("a", "c", "bac"),
        ("b", "b", "abc"),
        ("b", "c", "abc"),
        ("c", None, "abc"),
    ],
)
def test_an_episode_is_moved(store: Store, series_id: int, moved: str, before: str | None, order: str) -> None:
    move(store, series_id, moved, before)
    assert titles(store, series_id) == order


def test_only_the_moved_episode_is_written(store: Store, series_id: int) -> None:
    move(store, series_id, "c", "a")
    assert [episode.rev for episode in load_series(store, series_id).episodes] == [2, 1, 1]


def test_moving_to_where_it_stands_is_no_edit(store: Store, series_id: int) -> None:
    done = move_episode(store, "Ann", series_id, id_of(store, series_id, "b"), before=id_of(store, series_id, "c"))
    assert done.action_id is None


def test_two_moved_in_turn_never_run_out_of_room(store: Store, series_id: int) -> None:
    for turn in range(60):
        move(store, series_id, "bc"[turn % 2], "cb"[turn % 2])
    assert titles(store, series_id) == "acb"
    places = [row["position"] for row in store.rows("plan/episode_places", series_id=series_id)]
    assert min(b - a for a, b in pairwise(places)) > NEAREST / 4


def test_episodes_in_one_place_are_taken_apart_by_the_next_move(store: Store, series_id: int) -> None:
    a, b = id_of(store, series_id, "a"), id_of(store, series_id, "b")
    place = read_rows(store, "episode", [str(a)])[str(a)]["position"]
    change(store, "Ben", f"series:{series_id}", [Change("episode", str(b), 1, {"position": place})])
    move(store, series_id, "c", "b")
    assert titles(store, series_id) == "acb"


def test_a_move_may_change_the_perspective(store: Store, series_id: int) -> None:
    move(store, series_id, "a", "c", perspective="technical")
    assert [episode.perspective for episode in load_series(store, series_id).episodes] == ["", "technical", ""]


def test_a_move_is_taken_back_as_a_whole(store: Store, series_id: int) -> None:
    move(store, series_id, "c", "a", perspective="technical")
    undo(store, "Ann", f"series:{series_id}")
    assert titles(store, series_id) == "abc"
    assert {episode.perspective for episode in load_series(store, series_id).episodes} == {""}


def test_what_is_in_the_bin_is_neither_listed_nor_numbered(store: Store, series_id: int) -> None:
    b = str(id_of(store, series_id, "b"))
    change(store, "Ann", f"series:{series_id}", [Change("episode", b, 1, {"is_binned": True})])
    assert [(e.number, e.title) for e in load_series(store, series_id).episodes] == [(1, "a"), (2, "c")]
    assert [episode.title for episode in binned_episodes(store, series_id)] == ["b"]
    assert list_series(store)[0].episodes == 2
    change(store, "Ann", f"series:{series_id}", [Change("series", str(series_id), 1, {"is_binned": True})])
    assert list_series(store) == []
    assert [(entry.title, entry.is_binned) for entry in every_series(store)] == [("Facts of the week", True)]


def test_nothing_without_a_title_nor_in_a_series_that_is_not_there(store: Store, series_id: int) -> None:
    with pytest.raises(BlindspotError, match="no title"):
        add_series(store, "Ann", "  ")
    with pytest.raises(BlindspotError, match="no title"):
        add_episode(store, "Ann", series_id, "\n")
    with pytest.raises(NotFound, match="no series 99"):
        add_episode(store, "Ann", 99, "a")
    for moved, before in ((999, None), (id_of(store, series_id, "a"), 999)):
        with pytest.raises(NotFound, match="not there any more"):
            move_episode(store, "Ann", series_id, moved, before=before)
    assert titles(store, series_id) == "abc"


@pytest.mark.parametrize(
    ("note", "perspective"),
    [
        ("法律角度，已有报告", "法律"),
        ("战略角度，本报告", "战略"),
        ("从观众的视角再讲一遍", "观众"),
        ("（从技术角度）", "技术"),
        ("from the strategic angle, this report", "strategic"),
        ("legal perspective", "legal"),
        ("another angle", ""),
        ("换个角度", ""),
        ("本报告", ""),
        ("", ""),
    ],
)
def test_the_perspective_is_read_from_a_reports_note(note: str, perspective: str) -> None:
    assert read_perspective(note) == perspective


def test_the_series_of_a_report_comes_by_itself(store: Store) -> None:
    report = ROOT / "data" / "sample" / "research_report.md"
    import_report(store, report, report.name)
    [entry] = list_series(store)
    first, second = load_series(store, entry.series_id).episodes
    assert (entry.report, entry.episodes) == (list_reports(store)[0].title, 2)
    assert (first.title, first.perspective, first.proposal) == ("一条 AI 片子里藏着几份合同", "法律", None)
    assert (second.title, second.perspective) == ("AI 视频的“存粮”", "战略")
    assert second.proposal is not None
    assert second.title in second.proposal.title


def test_the_series_of_the_real_report_is_technical_then_strategic(store: Store, shared: Path) -> None:
    [report] = (shared / "seeds").glob("000*")
    import_report(store, report, report.name)
    [entry] = list_series(store)
    first, second = load_series(store, entry.series_id).episodes
    assert [episode.perspective for episode in (first, second)] == ["技术", "战略"]
    assert first.proposal is None
    assert second.proposal is not None
    assert len(second.proposal.claims) == len(second.proposal.risks) == len(second.proposal.visuals) == 3
