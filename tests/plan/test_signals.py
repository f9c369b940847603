"""Signals: written, looked at, closed by a word or by an import, and opened again when that import is undone."""

from __future__ import annotations

import io
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from command_line import Run
from douyin_exports import bring, load, row, write_csv
from places import OpenStore
from row_edits import edit

from blindspot.errors import BlindspotError
from blindspot.library.creators import find_creator, set_role
from blindspot.library.import_jobs import ImportDesk
from blindspot.library.undo_import import undo_import
from blindspot.plan.signals import (
    Signal,
    Watch,
    add_signal,
    bin_signal,
    check_signal,
    close_signal,
    list_signals,
    newcomers_of,
    settle_signals,
    tie_signal,
)
from blindspot.store import Store

WATCH = Watch("真人参考功能", "监测", "飞轮又转起来了", date(2026, 3, 1))
BEFORE = [row(1, "样例 演示", creator="c1"), row(2, "样例 演示", creator="c2")]


def only(store: Store, **kwargs: bool) -> Signal:
    [signal] = list_signals(store, **kwargs)
    return signal


def angle_of(store: Store, topic_id: int, key: str = "risk") -> int:
    return store.rows("library/angle_id", topic_id=topic_id, key=key)[0]["angle_id"]


def tied(store: Store, folder: Path, creators_to_fire: int = 1) -> int:
    """A signal on the angle that nobody covers, in a store with two works of two creators."""
    topic_id = load(store)
    bring(store, folder / "before.csv", BEFORE)
    signal_id = add_signal(store, "Ann", WATCH, topic_id=topic_id)
    tie_signal(store, "Ann", signal_id, angle_of(store, topic_id), creators_to_fire)
    settle_signals(store)
    return signal_id


def test_what_is_due_first_stands_first_and_what_is_closed_last(memory_store: Store) -> None:
    late = add_signal(memory_store, "Ann", Watch("晚", due_on=date(2026, 4, 1)))
    undated = add_signal(memory_store, "Ann", Watch("无日期"))
    soon = add_signal(memory_store, "Ann", Watch("早", due_on=date(2026, 2, 1)))
    closed = add_signal(memory_store, "Ann", Watch("已发生", due_on=date(2026, 1, 1)))
    close_signal(memory_store, "Ann", closed, "refuted", " 没有发生 ")
    signals = list_signals(memory_store)
    assert [signal.signal_id for signal in signals] == [soon, late, undated, closed]
    assert (signals[3].status, signals[3].outcome) == ("refuted", "没有发生")


def test_a_signal_that_says_nothing_to_watch_is_refused(memory_store: Store) -> None:
    with pytest.raises(BlindspotError, match="does not say what to watch"):
        add_signal(memory_store, "Ann", Watch("  ", "监测"))
    assert list_signals(memory_store) == []


def test_looking_at_a_signal_moves_its_date_and_it_is_no_longer_overdue(memory_store: Store) -> None:
    signal_id = add_signal(memory_store, "Ann", WATCH)
    assert only(memory_store).days_overdue(date(2026, 3, 4)) == 3
    check_signal(memory_store, "Ann", signal_id, date(2026, 3, 4), date(2026, 3, 18))
    signal = only(memory_store)
    assert signal.days_overdue(date(2026, 3, 4)) == 0
    assert (signal.last_checked_on, signal.watch.due_on) == (date(2026, 3, 4), date(2026, 3, 18))


def test_words_change_and_the_bin_gives_back(memory_store: Store) -> None:
    signal_id = add_signal(memory_store, "Ann", WATCH)
    edit(memory_store, "signal", signal_id, subject=" 新名字 ", verb="", meaning="", due_on=None)
    bin_signal(memory_store, "Ann", signal_id)
    assert list_signals(memory_store) == []
    assert only(memory_store, is_binned=True).watch == Watch("新名字")
    bin_signal(memory_store, "Ann", signal_id, is_binned=False)
    assert only(memory_store).status == "open"


def test_an_import_that_brings_the_creators_closes_the_signal_and_says_whom(
    memory_store: Store, tmp_path: Path
) -> None:
    signal_id = tied(memory_store, tmp_path, creators_to_fire=2)
    bring(memory_store, tmp_path / "one.csv", [row(3, "样例 风险", creator="c3", day="2026-02-12")])
    settle_signals(memory_store)
    assert only(memory_store).status == "open"
    bring(
        memory_store,
        tmp_path / "two.csv",
        [row(4, "样例 风险", creator="c4", day="2026-02-14"), row(5, "样例 风险", creator="c4", day="2026-02-15")],
    )
    settle_signals(memory_store)
    signal = only(memory_store)
    assert (signal.status, signal.new_creators, signal.new_since) == ("fired", 2, date(2026, 2, 12))
    assert signal.closed_by.endswith("two.csv")
    assert len(newcomers_of(memory_store, signal_id)) == 2


def test_what_was_there_when_it_was_tied_closes_nothing(memory_store: Store, tmp_path: Path) -> None:
    topic_id = load(memory_store)
    bring(memory_store, tmp_path / "before.csv", [row(1, "样例 风险", creator="c1")])
    signal_id = add_signal(memory_store, "Ann", WATCH)
    tie_signal(memory_store, "Ann", signal_id, angle_of(memory_store, topic_id))
    bring(memory_store, tmp_path / "again.csv", [row(2, "样例 风险 又一条", creator="c1")])
    settle_signals(memory_store)
    assert only(memory_store).status == "open"


def test_ignored_creators_close_nothing(memory_store: Store, tmp_path: Path) -> None:
    tied(memory_store, tmp_path)
    bring(memory_store, tmp_path / "own.csv", [row(3, "样例 风险", creator="c3")])
    set_role(memory_store, "Ann", [find_creator(memory_store, "c3")], "own")
    settle_signals(memory_store)
    assert only(memory_store).status == "open"


def test_an_undone_import_opens_the_signal_again(memory_store: Store, tmp_path: Path) -> None:
    tied(memory_store, tmp_path)
    came = bring(memory_store, tmp_path / "one.csv", [row(3, "样例 风险", creator="c3")])
    settle_signals(memory_store)
    assert only(memory_store).status == "fired"
    undo_import(memory_store, came.import_id)
    settle_signals(memory_store)
    signal = only(memory_store)
    assert (signal.status, signal.closed_by, signal.new_creators, signal.closed_at) == ("open", None, None, None)


def test_a_signal_opened_by_hand_is_not_closed_again_by_the_same_works(memory_store: Store, tmp_path: Path) -> None:
    signal_id = tied(memory_store, tmp_path)
    bring(memory_store, tmp_path / "one.csv", [row(3, "样例 风险", creator="c3")])
    settle_signals(memory_store)
    close_signal(memory_store, "Ann", signal_id, "open")
    settle_signals(memory_store)
    assert only(memory_store).status == "open"
    bring(memory_store, tmp_path / "two.csv", [row(4, "样例 风险", creator="c4")])
    settle_signals(memory_store)
    assert only(memory_store).status == "fired"


def test_the_import_command_settles_the_signals(blindspot: Run, tmp_path: Path, open_store: OpenStore) -> None:
    database = tmp_path / "db" / "blindspot.duckdb"
    store = open_store(database)
    tied(store, tmp_path)
    store.close()
    blindspot("import", write_csv(tmp_path / "one.csv", [row(3, "样例 风险", creator="c3")]))
    assert only(open_store(database)).status == "fired"


def test_an_import_in_the_background_settles_them_after_each_file(file_store: Store, tmp_path: Path) -> None:
    tied(file_store, tmp_path)
    desk = ImportDesk(file_store, after_file=partial(settle_signals, file_store))
    file = write_csv(tmp_path / "one.csv", [row(3, "样例 风险", creator="c3")])
    job = desk.start([desk.uploads.keep(io.BytesIO(file.read_bytes()), file.name)])
    assert job.wait(60)
    assert job.view().state == "done"
    assert only(file_store).closed_by == "one.csv"
