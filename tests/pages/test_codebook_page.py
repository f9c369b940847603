"""The codebook page: edit an angle and see what it does, label by hand, topics, files."""

from __future__ import annotations

from row_edits import edit
from streamlit.testing.v1 import AppTest

from blindspot.editing import history
from blindspot.explore.works import works_by_key
from blindspot.labelling.codebook import parse
from blindspot.library.angle_edits import angle_id
from blindspot.library.codebooks import list_topics, show_codebook
from blindspot.store import Store


def words(app: AppTest) -> str:
    parts = [*app.markdown, *app.caption, *app.success, *app.error, *app.info, *app.warning, *app.subheader]
    return "\n".join(part.value for part in parts)


def button(app: AppTest, label: str):
    return next(one for one in app.button if one.label == label)


def area(app: AppTest, label: str):
    return next(one for one in app.text_area if one.label == label)


def angles(store: Store) -> dict:
    return {angle.key: angle for angle in show_codebook(store, list_topics(store)[0].topic_id).angles}


def test_without_a_topic_it_asks_for_one(empty_store: Store, open_page) -> None:
    app = open_page("library/codebook")
    assert "No topic yet" in words(app)
    app.text_input(key="first_topic_name").set_value("猫咪")
    button(app, "Create the topic").click().run()
    assert not app.exception
    assert [topic.name for topic in list_topics(empty_store)] == ["猫咪"]
    assert any(one.label == "Try a term" for one in app.text_input)


def test_the_sample_lists_its_angles_with_their_works(store: Store, open_page) -> None:
    app = open_page("library/codebook")
    labels = [one.label for one in app.button]
    assert "Feature demo · 10" in labels
    assert "Data sustainability · 0" in labels
    assert "Unlabelled: 2 of 23." in words(app)


def test_a_term_is_tried_and_then_added(store: Store, open_page) -> None:
    app = open_page("library/codebook", angle="data_sustainability")
    app.text_input[[one.label for one in app.text_input].index("Try a term")].set_value("提示词").run()
    assert "more work" in words(app)
    assert ":blue-background[提示词]" in words(app)
    assert "提示词" not in angles(store)["data_sustainability"].terms
    button(app, "Add to the terms").click().run()
    assert not app.exception
    assert area(app, "Terms, one a line").value.endswith("提示词")
    assert "提示词" in angles(store)["data_sustainability"].terms
    assert not any(one.label == "Data sustainability · 0" for one in app.button)
    button(app, "Undo").click().run()
    assert "提示词" not in angles(store)["data_sustainability"].terms


def test_what_is_typed_is_saved_by_itself_with_its_author(store: Store, open_page) -> None:
    app = open_page("library/codebook", angle="tutorial")
    area(app, "Terms, one a line").set_value("教程\n入门").run()
    assert angles(store)["tutorial"].terms == ("教程", "入门")
    key = angle_id(store, list_topics(store)[0].topic_id, "tutorial")
    assert history(store, item="angle", item_id=key)[0].after == {"terms": ["教程", "入门"]}


def test_another_person_saves_another_angle_and_mine_is_kept(store: Store, open_page) -> None:
    app = open_page("library/codebook", angle="tutorial")
    topic_id = list_topics(store)[0].topic_id
    edit(store, "angle", angle_id(store, topic_id, "copyright"), who="Ben", terms=["版权", "侵权"])
    area(app, "Terms, one a line").set_value("教程\n入门").run()
    assert not app.exception
    assert angles(store)["tutorial"].terms == ("教程", "入门")
    assert angles(store)["copyright"].terms == ("版权", "侵权")
    assert area(app, "Terms, one a line").value == "教程\n入门"


def test_the_same_terms_changed_by_two_are_both_offered_and_joined(store: Store, open_page) -> None:
    app = open_page("library/codebook", angle="tutorial")
    before = list(angles(store)["tutorial"].terms)
    key = angle_id(store, list_topics(store)[0].topic_id, "tutorial")
    edit(store, "angle", key, who="Ben", terms=[*before, "他的"])
    area(app, "Terms, one a line").set_value("\n".join([*before, "我的"])).run()
    assert "Ben changed the same text while you were editing it." in words(app)
    assert angles(store)["tutorial"].terms == (*before, "他的")
    button(app, "Save the joined text").click().run()
    assert not app.exception
    assert angles(store)["tutorial"].terms == (*before, "他的", "我的")


def test_a_term_that_is_also_an_exclusion_is_refused(store: Store, open_page) -> None:
    app = open_page("library/codebook", angle="tutorial")
    area(app, "Exclusions, one a line").set_value("教程").run()
    assert "both as a term and as an exclusion" in app.error[0].value
    assert angles(store)["tutorial"].exclude == ()


def test_a_new_angle_a_move_and_the_bin(store: Store, open_page) -> None:
    app = open_page("library/codebook")
    button(app, "New angle").click().run()
    next(one for one in app.text_input if one.label == "Name in English").set_value("Memes & jokes")
    area(app, "Terms, one a line").set_value("梦").run()
    assert "Would match" in words(app)
    button(app, "Add the angle").click().run()
    assert not app.exception
    assert angles(store)["memes_jokes"].terms == ("梦",)
    assert any(one.label.startswith(r"Memes \& jokes · ") for one in app.button)
    button(app, "Put into the bin").click().run()
    assert "memes_jokes" not in angles(store)
    button(app, "Put back").click().run()
    assert "memes_jokes" in angles(store)
    app.button(key="choose_tutorial").click().run()
    button(app, "Move up").click().run()
    assert next(iter(angles(store))) == "tutorial"


def test_works_are_labelled_by_hand_and_none_of_these_moves_on(store: Store, open_page) -> None:
    app = open_page("library/codebook", part="label")
    topic_id = list_topics(store)[0].topic_id
    pile = app.session_state["piles"][topic_id]
    first, second = pile.work_keys
    assert app.get("progress")[0].proto.text == "1 of 2 unlabelled works"
    app.button(key=f"label_{first}_copyright").click().run()
    assert works_by_key(store, topic_id, [first])[0].decided == (("copyright", True),)
    app.button(key=f"label_{first}_copyright").click().run()
    assert works_by_key(store, topic_id, [first])[0].decided == ()
    app.button(key=f"label_{first}_copyright").click().run()
    button(app, "Next").click().run()
    assert app.get("progress")[0].proto.text == "2 of 2 unlabelled works"
    button(app, "None of these").click().run()
    assert "That was the pile" in words(app)
    assert "Nothing is left to label" in words(app)
    assert app.session_state["piles"][topic_id].none == {second}


def test_the_topic_is_edited_and_bad_days_are_refused(store: Store, open_page) -> None:
    app = open_page("library/codebook", part="topic")
    area(app, "Terms that select its works, one a line").set_value("即梦").run()
    assert not app.exception
    assert list_topics(store)[0].topic.terms == ("即梦",)
    assert "works belong to the topic now" in words(app)
    next(one for one in app.text_input if one.label == "Name of the topic").set_value("  ").run()
    assert "has no name" in app.error[0].value


def test_a_topic_goes_into_the_bin_after_asking(store: Store, open_page) -> None:
    app = open_page("library/codebook", part="topic")
    button(app, "Delete the topic").click().run()
    app.button(key="confirmed").click().run()
    assert not app.exception
    assert list_topics(store) == []
    assert "This topic is in the bin" in words(app)


def test_a_codebook_is_loaded_and_a_broken_one_refused(store: Store, open_page) -> None:
    app = open_page("library/codebook", part="files")
    app.file_uploader[0].set_value(("broken.toml", b"[topic\nname=", "")).run()
    assert "not valid TOML" in app.error[0].value.replace("\\", "")
    text = '[topic]\nname = "猫咪"\nterms = ["猫"]\n'
    app.file_uploader[0].set_value(("cats.toml", text.encode(), "")).run()
    assert not app.exception
    assert list_topics(store)[0].name == "猫咪"
    assert app.session_state["view_topic"] == str(list_topics(store)[0].topic_id)


def test_an_earlier_version_is_brought_back(store: Store, open_page) -> None:
    app = open_page("library/codebook")
    button(app, "Put into the bin").click().run()
    assert "feature_demo" not in angles(store)
    app.segmented_control(key="view_part").set_value("files").run()
    button(app, "Bring back").click().run()
    assert not app.exception
    assert "feature_demo" in angles(store)
    versions = store.rows("library/codebook_versions", topic_id=list_topics(store)[0].topic_id)
    assert [row["version"] for row in versions] == [3, 2, 1]
    assert parse(versions[0]["toml"]) == parse(versions[2]["toml"])
