"""A gap that closes: told from the import that brought the creators until it is seen, and true to the rows."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from douyin_exports import bring, load, row, write_csv

from blindspot.explore.filters import Filters
from blindspot.explore.history import trace_angle
from blindspot.explore.works import Selection, list_works
from blindspot.library.codebooks import load_codebook
from blindspot.library.import_files import import_paths
from blindspot.library.undo_import import undo_import
from blindspot.plan.closing_gaps import find_closing_gaps, find_fired_signals, mark_imports_seen
from blindspot.plan.signals import Watch, add_signal, settle_signals, tie_signal
from blindspot.store import Store

LINE = 0.15
BEFORE = [row(number, "样例 演示", creator=f"c{number}") for number in range(1, 11)]
AFTER = [
    row(11, "样例 风险", creator="n1", day="2026-02-12"),
    row(12, "样例 风险", creator="n2", day="2026-02-14"),
    row(13, "样例 风险 演示", creator="n2", day=None),
]


def closing(store: Store, topic_id: int) -> list[tuple[str, int, int, date | None]]:
    return [(gap.angle, len(gap.creators), gap.works, gap.since) for gap in find_closing_gaps(store, topic_id, LINE)]


def test_the_first_works_of_a_topic_close_nothing(memory_store: Store, tmp_path: Path) -> None:
    topic_id = load(memory_store)
    bring(memory_store, tmp_path / "before.csv", BEFORE + AFTER)
    assert closing(memory_store, topic_id) == []


def test_new_creators_of_a_gap_are_told_and_are_the_rows_listed(memory_store: Store, tmp_path: Path) -> None:
    topic_id = load(memory_store)
    bring(memory_store, tmp_path / "before.csv", BEFORE)
    bring(memory_store, tmp_path / "after.csv", AFTER)
    assert closing(memory_store, topic_id) == [("risk", 2, 3, date(2026, 2, 12))]
    [gap] = find_closing_gaps(memory_store, topic_id, LINE)
    works = list_works(memory_store, topic_id, Filters(creators=gap.creators), Selection(angle_id=gap.angle_id))
    assert (len(works), len({work.creator_key for work in works})) == (3, 2)


def test_an_angle_over_the_line_is_no_gap_that_closes(memory_store: Store, tmp_path: Path) -> None:
    topic_id = load(memory_store)
    bring(memory_store, tmp_path / "before.csv", [*BEFORE[:4], row(20, "样例 风险", creator="c20")])
    bring(memory_store, tmp_path / "after.csv", AFTER)
    assert closing(memory_store, topic_id) == []


def test_a_signal_that_came_true_is_told_until_seen_though_its_angle_was_over_the_line(
    memory_store: Store, tmp_path: Path
) -> None:
    topic_id = load(memory_store)
    bring(memory_store, tmp_path / "before.csv", [*BEFORE[:4], row(20, "样例 风险", creator="c20")])
    signal_id = add_signal(memory_store, "Ann", Watch("风险"), topic_id=topic_id)
    angle_id = memory_store.rows("library/angle_id", topic_id=topic_id, key="risk")[0]["angle_id"]
    tie_signal(memory_store, "Ann", signal_id, angle_id, 2)
    bring(memory_store, tmp_path / "one.csv", AFTER[:1])
    settle_signals(memory_store)
    assert find_fired_signals(memory_store, topic_id) == []
    bring(memory_store, tmp_path / "two.csv", AFTER[1:])
    settle_signals(memory_store)
    [signal] = find_fired_signals(memory_store, topic_id)
    assert (signal.signal_id, signal.new_creators, signal.new_since) == (signal_id, 2, date(2026, 2, 12))
    mark_imports_seen(memory_store, topic_id)
    assert find_fired_signals(memory_store, topic_id) == []


def test_files_handed_in_together_have_no_before_among_them(memory_store: Store, tmp_path: Path) -> None:
    topic_id = load(memory_store)
    folder = tmp_path / "week"
    folder.mkdir()
    write_csv(folder / "a.csv", BEFORE)
    write_csv(folder / "b.csv", AFTER)
    import_paths(memory_store, [folder])
    assert closing(memory_store, topic_id) == []


def test_what_came_before_the_topic_was_made_is_not_told(memory_store: Store, tmp_path: Path) -> None:
    bring(memory_store, tmp_path / "before.csv", BEFORE)
    bring(memory_store, tmp_path / "after.csv", AFTER)
    assert closing(memory_store, load(memory_store)) == []


def test_it_is_told_until_seen_and_a_later_import_is_told_anew(memory_store: Store, tmp_path: Path) -> None:
    topic_id = load(memory_store)
    bring(memory_store, tmp_path / "before.csv", BEFORE)
    bring(memory_store, tmp_path / "after.csv", AFTER[:1])
    mark_imports_seen(memory_store, topic_id)
    assert closing(memory_store, topic_id) == []
    bring(memory_store, tmp_path / "later.csv", AFTER[1:])
    assert closing(memory_store, topic_id) == [("risk", 1, 2, date(2026, 2, 14))]


def test_an_undone_import_closes_nothing_any_more(memory_store: Store, tmp_path: Path) -> None:
    topic_id = load(memory_store)
    bring(memory_store, tmp_path / "before.csv", BEFORE)
    came = bring(memory_store, tmp_path / "after.csv", AFTER)
    undo_import(memory_store, came.import_id)
    assert closing(memory_store, topic_id) == []


def test_a_new_term_is_no_news(memory_store: Store, tmp_path: Path) -> None:
    topic_id = load(memory_store, angles={"demo": ["演示"], "risk": ["没有这个词"]})
    bring(memory_store, tmp_path / "before.csv", [*BEFORE, AFTER[0]])
    bring(memory_store, tmp_path / "after.csv", [row(30, "样例 演示", creator="c1")])
    load(memory_store, angles={"demo": ["演示"], "risk": ["风险"]})
    assert closing(memory_store, topic_id) == []


def history(store: Store, topic_id: int, key: str) -> list[tuple[int, int]]:
    angle_id = store.rows("library/angle_id", topic_id=topic_id, key=key)[0]["angle_id"]
    return [(moment.works, moment.creators) for moment in trace_angle(store, topic_id, angle_id, Filters())]


def test_the_history_grows_with_the_imports_and_ends_at_todays_count(memory_store: Store, tmp_path: Path) -> None:
    topic_id = load(memory_store)
    bring(memory_store, tmp_path / "before.csv", BEFORE)
    bring(memory_store, tmp_path / "one.csv", AFTER[:1])
    came = bring(memory_store, tmp_path / "two.csv", AFTER[1:])
    assert history(memory_store, topic_id, "risk") == [(0, 0), (1, 1), (3, 2)]
    assert history(memory_store, topic_id, "demo") == [(10, 10), (10, 10), (11, 11)]
    undo_import(memory_store, came.import_id)
    assert history(memory_store, topic_id, "risk") == [(0, 0), (1, 1)]


def test_files_handed_in_together_are_one_moment_that_counts_them_all(memory_store: Store, tmp_path: Path) -> None:
    topic_id = load(memory_store)
    for hand_in in range(2):
        folder = tmp_path / str(hand_in)
        folder.mkdir()
        for file in range(3):
            first = 20 * hand_in + 5 * file
            write_csv(folder / f"{file}.csv", [row(100 + first + n, "样例 演示", creator="c1") for n in range(2)])
        import_paths(memory_store, [folder])
    angle_id = memory_store.rows("library/angle_id", topic_id=topic_id, key="demo")[0]["angle_id"]
    assert [moment.files for moment in trace_angle(memory_store, topic_id, angle_id, Filters())] == [3, 3]


def test_a_changed_term_changes_the_whole_history(memory_store: Store, tmp_path: Path) -> None:
    topic_id = load(memory_store, angles={"risk": ["风险"]})
    bring(memory_store, tmp_path / "before.csv", BEFORE)
    bring(memory_store, tmp_path / "after.csv", AFTER)
    assert history(memory_store, topic_id, "risk") == [(0, 0), (3, 2)]
    load_codebook(
        memory_store,
        "Ann",
        '[topic]\nname = "样例话题"\nterms = ["样例"]\n'
        '[[angle]]\nkey = "risk"\nname = { zh = "risk" }\nterms = ["演示"]\n',
    )
    assert history(memory_store, topic_id, "risk") == [(10, 10), (11, 11)]
