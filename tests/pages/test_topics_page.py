"""The topics page: a candidate becomes a topic with terms, a starter and its works; accounts beside it."""

from __future__ import annotations

from pathlib import Path

import pytest
from douyin_exports import bring, row
from reading import button, words
from row_edits import edit

from blindspot.library.accounts import list_accounts
from blindspot.library.codebooks import list_topics, show_codebook
from blindspot.library.hot_topics import import_hot_lists, list_candidates
from blindspot.store import Store

LIST = "# 热点-2026-02-11\n\n1. [Tideline 训练数据从哪里来](https://hot.example.org/1)\n2. 水印 **要不要** 加\n"


@pytest.fixture
def listed(empty_store: Store, tmp_path: Path) -> Store:
    (tmp_path / "hot.md").write_text(LIST, encoding="utf-8")
    import_hot_lists(empty_store, [(tmp_path / "hot.md", "hot.md")])
    return empty_store


def test_an_empty_page_offers_the_way_in(empty_store: Store, open_page) -> None:
    app = open_page("library/topics")
    assert "Nothing is fetched from the web" in words(app)
    assert "None yet. Reports that name a target account" in words(app)


def test_a_candidate_becomes_a_topic_with_its_terms_starter_and_origin(
    listed: Store, tmp_path: Path, open_page
) -> None:
    bring(listed, tmp_path / "a.csv", [row(1, "Tideline 实测"), row(2, "别的")])
    app = open_page("library/topics")
    assert "2 candidate topics" in words(app)
    button(app, "Make a topic of it").click().run()
    terms = f"topic_of_{list_candidates(listed)[0].hot_topic_id}_terms"
    assert app.text_area(key=terms).value == "Tideline\n训练数据"
    assert "1 work in store already belongs to it." in words(app)
    app.text_area(key=terms).set_value("Tideline\n别的").run()
    assert "2 works in store already belong to it." in words(app)
    button(app, "Create the topic").click().run()
    assert not app.exception
    [topic] = list_topics(listed)
    assert topic.topic.terms == ("Tideline", "别的")
    assert "data_sustainability" in {angle.key for angle in show_codebook(listed, topic.topic_id).angles}
    assert [candidate.status for candidate in list_candidates(listed)] == ["accepted", "candidate"]
    assert r"from 热点\-2026\-02\-11" in words(app)


def test_a_candidate_is_dismissed_and_put_back(listed: Store, open_page) -> None:
    app = open_page("library/topics")
    button(app, "Dismiss").click().run()
    assert "1 candidate topic" in words(app)
    button(app, "Put back").click().run()
    assert "2 candidate topics" in words(app)


def test_a_name_that_is_taken_is_refused_and_the_candidate_stays(listed: Store, open_page) -> None:
    for _ in range(2):
        app = open_page("library/topics")
        button(app, "Make a topic of it").click().run()
        next(one for one in app.text_input if one.label == "Name of the topic").set_value("同名").run()
        button(app, "Create the topic").click().run()
        assert not app.exception
    assert "There is a topic “同名” already" in words(app).replace("\\", "")
    assert [candidate.status for candidate in list_candidates(listed)] == ["accepted", "candidate"]


def test_an_account_is_written_and_changed(empty_store: Store, open_page) -> None:
    app = open_page("library/topics")
    app.session_state["account_add"] = True
    app.run()
    app.text_input(key="new_account_handle").set_value("ren").run()
    button(app, "Add it").click().run()
    assert not app.exception
    [known] = list_accounts(empty_store)
    assert known.account.handle == "ren"
    app.session_state["account_add"] = False
    app.session_state[f"change_account_{known.account_id}"] = True
    app.run()
    app.text_input(key=f"account_{known.account_id}_tone").set_value("冷静").run()
    assert "**ren**" in words(app)
    assert [known.account.tone for known in list_accounts(empty_store)] == ["冷静"]
    edit(empty_store, "account", known.account_id, who="Ben", tone="热烈")
    app.text_input(key=f"account_{known.account_id}_tone").set_value("温和").run()
    assert "Ben changed the same text while you were editing it." in words(app)
    assert [known.account.tone for known in list_accounts(empty_store)] == ["热烈"]
    button(app, "Keep mine").click().run()
    assert [known.account.tone for known in list_accounts(empty_store)] == ["温和"]
