"""The import page: hand in, result, bad files, unknown tables, undo, and the way to a first topic."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from blindspot.library.codebooks import list_topics
from blindspot.store import Store
from blindspot.ui.library.import_desk import open_document_desk, open_import_desk

SAMPLES = Path(__file__).resolve().parents[2] / "data" / "sample"
DOUYIN = SAMPLES / "mediacrawler" / "douyin_before_2026-07.csv"
HOSTILE = "a*b_c<img src=x onerror=alert(1)>[x](http://evil).csv"


def hand_in(app: AppTest, *files: tuple[str, bytes]) -> AppTest:
    app.file_uploader[0].set_value([(name, content, "") for name, content in files]).run()
    job = open_import_desk().job
    assert job is not None and job.wait(60)
    return app.run()


def words(app: AppTest) -> str:
    parts = [*app.markdown, *app.caption, *app.success, *app.error, *app.info, *app.warning, *app.subheader]
    return "\n".join(part.value for part in parts)


def button(app: AppTest, label: str):
    return next(one for one in app.button if one.label == label)


def test_an_empty_library_says_what_to_do(empty_store: Store, open_page) -> None:
    app = open_page("library/imports")
    assert app.header[0].value == "Import works"
    assert "Nothing yet." in words(app)
    assert "MediaCrawler" in words(app)


def test_the_sample_is_no_import_of_the_users(store: Store, open_page) -> None:
    app = open_page("library/imports")
    assert "Nothing yet." in words(app)
    assert not [one for one in app.button if one.label == "Undo"]


def test_a_file_comes_in_and_a_topic_follows(store: Store, open_page) -> None:
    app = hand_in(open_page("library/imports"), ("week.csv", DOUYIN.read_bytes()))
    assert "3 new works" in app.success[0].value
    counts = app.dataframe[0].value.iloc[0]
    assert (counts["rows_read"], counts["works_added"], counts["rows_rejected"]) == (3, 3, 0)
    app.text_input(key="first_topic_name").set_value("AI 视频")
    app.text_area(key="first_topic_terms").set_value("AI视频")
    button(app, "Create the topic").click().run()
    assert not app.exception
    topic = list_topics(store)[0]
    assert (topic.name, topic.is_sample, topic.topic.terms) == ("AI 视频", False, ("AI视频",))
    assert app.session_state["view_topic"] == str(topic.topic_id)
    assert store.rows("explore/whole_topic", topic_id=topic.topic_id)[0]["works"] > 0


def test_a_topic_needs_a_name(store: Store, open_page) -> None:
    app = hand_in(open_page("library/imports"), ("week.csv", DOUYIN.read_bytes()))
    button(app, "Create the topic").click().run()
    assert "The topic has no name" in app.error[0].value
    assert all(topic.is_sample for topic in list_topics(store))


def test_the_same_file_twice_says_that_nothing_changed(store: Store, open_page) -> None:
    app = hand_in(open_page("library/imports"), ("a.csv", DOUYIN.read_bytes()))
    app = hand_in(app, ("b.csv", DOUYIN.read_bytes()))
    assert "Nothing changed" in words(app)


def test_a_broken_file_is_refused_in_words_and_the_others_come_in(store: Store, open_page) -> None:
    app = open_page("library/imports")
    app = hand_in(app, (HOSTILE, b"PK\x03\x04 not a workbook"), ("week.csv", DOUYIN.read_bytes()))
    assert "3 new works" in app.success[0].value
    said = app.error[0].value
    assert r"onerror\=alert" in said
    assert "<img" not in words(app).replace(r"\<img", "")
    assert "](http" not in words(app)
    assert "Traceback" not in words(app)


def test_rejected_rows_and_unread_cells_are_counted(store: Store, open_page) -> None:
    table = SAMPLES / "table" / "chinese_headers.csv"
    app = hand_in(open_page("library/imports"), (table.name, table.read_bytes()))
    assert app.dataframe[0].value.iloc[0]["rows_rejected"] == 1
    labels = [one.label for one in app.expander]
    assert r"1 row of chinese\_headers\.csv was rejected" in labels


def test_an_unknown_table_is_mapped_by_hand(store: Store, open_page) -> None:
    table = "编号,标题,何时\nA1,自家表格的第一条作品标题,2026-02-01\n".encode()
    app = hand_in(open_page("library/imports"), ("own.csv", table))
    assert "Which column is which?" in words(app)
    button(app, "Import with this mapping").click().run()
    assert "cannot be told apart" in words(app)
    next(one for one in app.selectbox if one.label == "Id of the work").set_value("编号")
    next(one for one in app.selectbox if one.label.startswith("Platform, where")).set_value("douyin")
    button(app, "Import with this mapping").click().run()
    assert open_import_desk().job.wait(60)
    app.run()
    assert "1 new work" in app.success[0].value
    assert "Which column is which?" not in words(app)


def test_a_table_can_be_left_out(store: Store, open_page) -> None:
    app = hand_in(open_page("library/imports"), ("own.csv", b"x,y\n1,2\n"))
    button(app, "Leave this file out").click().run()
    assert open_import_desk().waiting == ()
    assert "Which column is which?" not in words(app)


def test_an_import_is_taken_back_after_asking(store: Store, open_page) -> None:
    app = hand_in(open_page("library/imports"), ("week.csv", DOUYIN.read_bytes()))
    button(app, "Undo").click().run()
    assert "3 works that only this file brought will go." in words(app)
    button(app, "Take it back").click().run()
    assert not app.exception
    assert [row["file"] for row in store.rows("library/imports") if not row["is_sample"]] == []
    assert "Nothing yet." in words(app)


def test_an_article_and_an_export_come_in_together(store: Store, open_page) -> None:
    app = hand_in(
        open_page("library/imports"), ("lakes.md", b"# Lakes\n\nA text.\n"), ("week.csv", DOUYIN.read_bytes())
    )
    documents = open_document_desk().job
    assert documents is not None and documents.wait(60)
    app.run()
    assert not app.error
    assert "3 new works" in words(app) and "Article “Lakes”" in words(app)
    assert [one.label for one in app.button].count("Put this away") == 2
    assert button(app, "Undo")
    app.button(key="documents_away").click().run()
    assert "Article “Lakes”" not in words(app)
    assert "3 new works" in words(app)


def test_a_panel_that_fails_takes_no_other_with_it(
    store: Store, open_page, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    app = hand_in(open_page("library/imports"), ("week.csv", DOUYIN.read_bytes()))

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("blindspot.ui.library.imports_view.show_outcome", fail)
    app.run()
    assert [one.value for one in app.error] == ["This page met a fault of Blindspot. What you entered before is saved."]
    assert "ZeroDivisionError" in caplog.text
    assert button(app, "Undo")
