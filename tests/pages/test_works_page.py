"""The works page: exactly the rows behind a number, their matched words marked, searched, paged, taken away."""

from __future__ import annotations

import pytest
from reading import button, labels, words

from blindspot.library.creators import list_creators
from blindspot.store import Store

PAGE_SIZE = 20


def cards(app) -> int:
    """Return how many works are listed."""
    return len(app.get("link_button"))


def test_without_a_topic_it_leads_to_the_import(empty_store: Store, open_page) -> None:
    assert "No topic yet" in words(open_page("explore/works"))


def test_all_works_of_the_sample_stand_on_two_pages(store: Store, open_page) -> None:
    app = open_page("explore/works")
    assert "23 works" in words(app)
    assert cards(app) == PAGE_SIZE
    app.session_state["view_page"] = 2
    app.run()
    assert cards(app) == 3


@pytest.mark.parametrize(
    ("angle", "works"), [("feature_demo", 10), ("tutorial", 7), ("compute", 1), ("(unlabelled)", 2)]
)
def test_an_angle_lists_as_many_as_are_counted(store: Store, open_page, angle: str, works: int) -> None:
    app = open_page("explore/works", angle=angle)
    assert cards(app) == works
    marked = [one.value for one in app.markdown if ":blue-background[" in one.value]
    assert len(marked) == (0 if angle == "(unlabelled)" else works)


def test_an_angle_that_nobody_covers_lists_nothing(store: Store, open_page) -> None:
    app = open_page("explore/works", angle="data_sustainability")
    assert cards(app) == 0
    assert "No works in view" in words(app)


def test_a_search_marks_what_it_finds(store: Store, open_page) -> None:
    app = open_page("explore/works")
    app.text_input(key="view_q").set_value("四十分钟").run()
    assert cards(app) == 1
    assert ":blue-background[四十分钟]" in words(app)
    assert app.query_params["q"] == "四十分钟"


@pytest.mark.parametrize("search", ["<b>", "'; drop table library.works; --", "%", "_", "\\", "没有这样的话", "[x](y)"])
def test_a_search_for_anything_is_only_a_search(store: Store, open_page, search: str) -> None:
    app = open_page("explore/works", q=search)
    assert not app.error
    assert "No works in view" in words(app)


def test_one_creator_is_shown_and_let_go(store: Store, open_page) -> None:
    creator = list_creators(store, is_sample=True).iloc[0]
    app = open_page("explore/works", by=str(creator["creator_key"]))
    assert cards(app) == creator["works"]
    button(app, f"Only {creator['name']}").click().run()
    assert cards(app) == PAGE_SIZE


@pytest.mark.parametrize("by", ["0", "-1", "x", "²", "9" * 18, "9" * 30])
def test_a_creator_that_cannot_be_breaks_nothing(store: Store, open_page, by: str) -> None:
    app = open_page("explore/works", by=by)
    assert not app.error
    assert "No works in view" in words(app) or cards(app) == PAGE_SIZE


def test_a_week_is_shown_and_let_go(store: Store, open_page) -> None:
    app = open_page("explore/works", week="2026-02-09")
    shown = cards(app)
    assert 0 < shown < PAGE_SIZE
    button(app, "Week of 9 Feb 2026").click().run()
    assert "23 works" in words(app)


def test_unknown_counts_are_not_shown_as_zero(store: Store, open_page) -> None:
    app = open_page("explore/works", q="竹叶")
    facts = next(one.value for one in app.caption if "阿泽说AI" in one.value)
    assert "likes" not in facts
    assert "comments 1.2K" in facts


def test_the_rest_of_the_creator_is_one_click_away(store: Store, open_page) -> None:
    app = open_page("explore/works", q="口红")
    assert "最后一班渡轮" in words(app)
    assert "Only 画面工厂" not in labels(app)
