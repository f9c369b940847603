"""The coverage page: the figures agree with the picture, its columns change, filters of nothing say so."""

from __future__ import annotations

import pytest
from reading import button, words

from blindspot.store import Store


def figures(app) -> list[list[object]]:
    return app.dataframe[0].value[["Angle", "Works", "Creators", "Share of works"]].values.tolist()


def test_without_a_topic_it_leads_to_the_import(empty_store: Store, open_page) -> None:
    app = open_page("explore/coverage")
    assert "No topic yet" in words(app)
    assert not app.get("plotly_chart")


def test_the_sample_stands_in_two_pictures_and_a_table(store: Store, open_page) -> None:
    app = open_page("explore/coverage")
    assert len(app.get("plotly_chart")) == 2
    table = figures(app)
    assert table[0] == ["Feature demo", 10, 5, "43 %"]
    assert table[-1] == ["Data sustainability", 0, 0, "0 %"]
    assert "23 works · 8 creators · 1–11 Feb 2026" in words(app)
    assert "2 of 23 works have no angle (8.7 %)" in words(app)


def test_the_interval_of_a_zero_has_an_upper_bound(store: Store, open_page) -> None:
    table = open_page("explore/coverage").dataframe[0].value
    zero = table[table["Angle"] == "Data sustainability"].iloc[0]
    assert zero["95 % interval"] == "0 % – 18 %"
    assert (zero["Published"], zero["Response"]) == ("—", "—")


@pytest.mark.parametrize("side", ["creator", "week", "platform"])
def test_its_columns_are_chosen_and_linked(store: Store, open_page, side: str) -> None:
    app = open_page("explore/coverage", side=side)
    assert app.segmented_control(key="view_side").value == side
    assert len(app.get("plotly_chart")) == 2


def test_another_side_is_one_click(store: Store, open_page) -> None:
    app = open_page("explore/coverage")
    app.segmented_control(key="view_side").set_value("week").run()
    assert not app.exception
    assert app.query_params["side"] == "week"


def test_the_unlabelled_are_one_click_away(store: Store, open_page) -> None:
    app = open_page("explore/coverage")
    button(app, "See the unlabelled").click().run()
    assert not app.exception
    assert "2 works" in words(app)
    assert app.selectbox(key="view_angle").value == "(unlabelled)"


def test_own_works_are_not_counted_with_the_competitors(store: Store, open_page) -> None:
    app = open_page("explore/coverage", role="own")
    assert "No works in view" in words(app)
    assert "0 %" not in words(app)


def test_words_that_mean_nothing_are_left_out(store: Store, open_page) -> None:
    app = open_page("explore/coverage", side="<b>", role="x", platform="x", creator="x", response="9", dates="x")
    assert figures(app)[0] == ["Feature demo", 10, 5, "43 %"]
