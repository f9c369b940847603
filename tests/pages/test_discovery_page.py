"""The discovery page: the strongest theme nobody has named, both sides' words, and one step to an angle and its gap."""

from __future__ import annotations

import pytest
from reading import button, labels, words
from row_edits import edit
from streamlit.testing.v1 import AppTest

from blindspot.library.angle_edits import angle_id
from blindspot.library.codebooks import list_topics, load_codebook, show_codebook
from blindspot.store import Store


@pytest.fixture
def unnamed(store: Store) -> int:
    """The sample's topic without the angle that its sources ask for."""
    topic_id = list_topics(store)[0].topic_id
    edit(store, "angle", angle_id(store, topic_id, "data_sustainability"), is_binned=True)
    return topic_id


def theme_in_view(app: AppTest) -> str:
    return app.subheader[0].value


def test_without_a_topic_nothing_is_said(empty_store: Store, open_page) -> None:
    assert "No topic yet" in words(open_page("explore/discovery"))


def test_without_sources_it_says_what_to_bring(store: Store, open_page) -> None:
    topic = load_codebook(store, "Ann", '[topic]\nname = "elsewhere"\nterms = ["zzz"]\n')
    app = open_page("explore/discovery", topic=str(topic.topic_id))
    assert "Nothing to compare the works with yet" in words(app)


def test_the_strongest_theme_nobody_named_stands_first_with_both_sides(unnamed: int, open_page) -> None:
    app = open_page("explore/discovery")
    assert "数据" in theme_in_view(app)
    assert "in 0 works" in theme_in_view(app)
    said = words(app).replace("\\", "")
    for part in ("in 0 of 23 works", "If works spoke like the sources", "23 works · 8 creators", "no angle names it"):
        assert part in said, part
    assert ":orange-background[" in words(app)
    assert "What the nearest works say instead" in said


def test_a_theme_with_an_angle_leads_to_its_gap(store: Store, open_page) -> None:
    app = open_page("explore/discovery", theme="数据飞轮")
    assert "you have an angle for it: Data sustainability" in words(app).replace("\\", "")
    button(app, "See the gap").click().run()
    assert not app.exception
    assert app.subheader[0].value.startswith("Data sustainability: 0 of 23 works")


def test_one_click_makes_an_angle_and_shows_its_gap(store: Store, unnamed: int, open_page) -> None:
    app = open_page("explore/discovery")
    before = len(show_codebook(store, unnamed).angles)
    app.text_input[0].set_value("Where the data comes from")
    button(app, "Save and see the gap").click().run()
    assert not app.exception
    angle = show_codebook(store, unnamed).angles[before]
    assert (angle.key, angle.name) == ("where_the_data_comes_from", {"en": "Where the data comes from"})
    assert "数据飞轮" in angle.terms
    assert app.subheader[0].value == "Where the data comes from: 0 of 23 works, 0 of 8 creators"
    app.switch_page("pages/explore/discovery.py").run()
    assert "数据飞轮" not in theme_in_view(app)


def test_an_angle_needs_a_name_and_says_so(store: Store, unnamed: int, open_page) -> None:
    app = open_page("explore/discovery")
    app.text_input[0].set_value(" ")
    button(app, "Save and see the gap").click().run()
    assert "The angle has no name." in words(app).replace("\\", "")


def test_a_hidden_theme_stays_away_until_it_is_shown_again(unnamed: int, open_page) -> None:
    app = open_page("explore/discovery")
    first = theme_in_view(app)
    button(app, "Hide").click().run()
    assert theme_in_view(app) != first
    again = next(label for label in labels(app) if label.startswith("Show ") and "hidden" in label)
    button(app, again).click().run()
    assert theme_in_view(app) == first


def test_a_row_opens_with_its_evidence(store: Store, open_page) -> None:
    app = open_page("explore/discovery")
    shown = words(app).count("What the nearest works say instead")
    button(app, "Look closer").click().run()
    assert words(app).count("What the nearest works say instead") == shown + 1
    button(app, "Close").click().run()
    assert words(app).count("What the nearest works say instead") == shown
