"""Links to what is in the bin or gone: the page says so and offers what is there; nothing else is opened instead."""

from __future__ import annotations

import pytest
from douyin_exports import load
from reading import button, words

from blindspot.library.codebooks import list_topics
from blindspot.library.topic_bin import bin_topic
from blindspot.store import Store

OF_A_TOPIC = ["explore/gaps", "explore/coverage", "explore/works", "explore/discovery", "library/codebook"]


@pytest.mark.parametrize("page", OF_A_TOPIC)
def test_a_topic_that_is_gone_is_said_and_no_other_is_opened(store: Store, open_page, page: str) -> None:
    app = open_page(page, topic="99")
    assert "This topic is not there" in words(app)
    assert "No topic yet" not in words(app)
    assert "0 of 23" not in words(app)
    assert app.query_params["topic"] in ("99", ["99"])
    app.button(key=f"missing_topic_open_{list_topics(store)[0].topic_id}").click().run()
    assert not app.exception
    assert "This topic is not there" not in words(app)


def test_a_topic_in_the_bin_is_brought_back_where_its_link_leads(store: Store, open_page) -> None:
    topic_id = list_topics(store)[0].topic_id
    load(store)
    bin_topic(store, "ren", topic_id)
    app = open_page("explore/gaps", topic=str(topic_id))
    assert "This topic is in the bin" in words(app)
    button(app, "Bring the topic back").click().run()
    assert not app.exception
    assert "This topic is in the bin" not in words(app)
    assert topic_id in {topic.topic_id for topic in list_topics(store)}


@pytest.mark.parametrize(
    ("page", "address", "said"),
    [
        ("plan/series", {"series": "99"}, "That series is not there any more"),
        ("plan/series", {"of_series": "99"}, "That episode is not in this series any more"),
        ("plan/storyboard", {"episode": "99"}, "That episode is not there any more"),
        ("plan/proposal", {"proposal": "nope"}, "There is no proposal nope"),
        ("library/reports", {"report": "99"}, "That report is not on this topic"),
        ("library/sources", {"claim": "9999"}, "That claim is not among these"),
        ("library/sources", {"reading": "sources", "source": "9999"}, "That source is not among these"),
    ],
)
def test_anything_else_that_is_gone_is_said(
    store: Store, open_page, page: str, address: dict[str, str], said: str
) -> None:
    app = open_page(page, **address)
    assert said in words(app)


def test_the_sample_with_edits_is_asked_about_and_comes_back(store: Store, open_page) -> None:
    bin_topic(store, "ren", list_topics(store)[0].topic_id)
    app = open_page("library/topics")
    button(app, "Remove the sample").click().run()
    assert "With it goes what was made of it: 1 edit." in words(app)
    app.button(key="confirmed").click().run()
    assert not app.exception
    assert "removed on" in words(app)
    app.button(key="bring_sample_back").click().run()
    assert not app.exception
    assert "Topics in the bin" in words(app)


def test_a_sample_that_nobody_worked_on_goes_with_one_click(store: Store, open_page) -> None:
    app = open_page("explore/gaps")
    button(app, "Remove the sample").click().run()
    assert not app.exception
    assert "No topic yet" in words(app)
    assert "This topic is not there" not in words(app)
