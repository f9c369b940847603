"""The signals page: written, looked at, tied to the angle it speaks of, closed by an import."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from douyin_exports import bring, load, row
from reading import button, words

from blindspot.plan.signals import Watch, add_signal, list_signals, settle_signals, tie_signal
from blindspot.store import Store


def test_an_empty_page_says_what_a_signal_is(empty_store: Store, open_page) -> None:
    assert "No signals yet" in words(open_page("plan/signals"))


def test_a_signal_is_written_and_stands_there(empty_store: Store, open_page) -> None:
    app = open_page("plan/signals")
    app.text_input(key="new_signal_subject").set_value("新规是否落地 *不是* 斜体")
    app.date_input(key="new_signal_due").set_value(date(2026, 1, 2))
    button(app, "Save").click().run()
    [signal] = list_signals(empty_store)
    assert signal.watch == Watch("新规是否落地 *不是* 斜体", due_on=date(2026, 1, 2))
    assert "overdue" in words(app)
    assert r"\*不是\*" in words(app)


def test_a_signal_without_a_subject_is_refused_in_a_sentence(empty_store: Store, open_page) -> None:
    app = open_page("plan/signals")
    button(app, "Save").click().run()
    assert not app.exception
    assert "does not say what to watch" in words(app)
    assert list_signals(empty_store) == []


def test_the_angle_it_speaks_of_is_one_click_away(empty_store: Store, open_page) -> None:
    topic_id = load(empty_store)
    add_signal(empty_store, "Ann", Watch("监管 风险 会不会变"), topic_id=topic_id)
    app = open_page("plan/signals")
    button(app, "Tie to “risk”").click().run()
    assert [signal.angle for signal in list_signals(empty_store)] == ["risk"]
    assert "closes at 1 new creator on “risk”" in words(app)


@pytest.fixture
def closed(empty_store: Store, tmp_path: Path) -> Store:
    """A store in which an import has closed a signal, and a gap with it."""
    topic_id = load(empty_store)
    bring(empty_store, tmp_path / "a.csv", [row(number, "样例 演示", creator=f"c{number}") for number in range(1, 9)])
    angle_id = empty_store.rows("library/angle_id", topic_id=topic_id, key="risk")[0]["angle_id"]
    tie_signal(empty_store, "Ann", add_signal(empty_store, "Ann", Watch("风险"), topic_id=topic_id), angle_id)
    bring(empty_store, tmp_path / "b.csv", [row(20, "样例 风险", creator="n1", day="2026-02-12")])
    settle_signals(empty_store)
    return empty_store


def test_an_import_that_closed_one_is_named_with_the_works_behind_it(closed: Store, open_page) -> None:
    app = open_page("plan/signals")
    assert "risk: 1 creator since 12 Feb 2026, with the import of b\\.csv" in words(app)
    button(app, "See their works").click().run()
    assert not app.exception
    assert "1 work" in words(app)
    assert "样例 :blue-background[风险]" in words(app)


def test_the_first_screen_says_which_gap_closes_until_it_is_seen(closed: Store, open_page) -> None:
    app = open_page("explore/gaps")
    assert "**This gap is closing: risk**, 1 creator since 12 Feb 2026" in words(app)
    button(app, "Seen").click().run()
    assert "closing" not in words(app)
    assert "closing" not in words(open_page("explore/gaps"))


def test_the_import_page_says_so_too_and_leads_to_the_works(closed: Store, open_page) -> None:
    app = open_page("library/imports")
    assert "**This gap is closing: risk**" in words(app)
    button(app, "See the 1 work").click().run()
    assert not app.exception
    assert "样例 :blue-background[风险]" in words(app)
