"""The questions page: what viewers ask, which angle it asks for by a person's word, and how to get comments."""

from __future__ import annotations

from reading import words

from blindspot.explore.demand import measure_demand
from blindspot.explore.questions import group_questions
from blindspot.library.codebooks import list_topics
from blindspot.store import Store
from blindspot.ui.marking import escape_markdown


def test_without_a_topic_it_says_what_comes_first(empty_store: Store, open_page) -> None:
    assert "No topic yet" in words(open_page("explore/questions"))


def test_the_samples_questions_stand_there_with_their_counts(store: Store, open_page) -> None:
    topic_id = list_topics(store)[0].topic_id
    asked = len(store.rows("explore/questions", topic_id=topic_id, most=1_000))
    app = open_page("explore/questions")
    assert app.subheader[0].value.startswith(f"{asked} questions under ")


def test_one_angle_shows_its_questions_alone(store: Store, open_page) -> None:
    topic_id = list_topics(store)[0].topic_id
    app = open_page("explore/questions", asks="data_sustainability")
    assert len(app.multiselect) == measure_demand(store, topic_id)["data_sustainability"].questions


def test_the_most_asked_stands_first_and_each_angle_says_how_many_ask_for_it(store: Store, open_page) -> None:
    topic_id = list_topics(store)[0].topic_id
    groups = group_questions(store, topic_id)
    app = open_page("explore/questions")
    shown = [one.value for one in app.markdown if one.value.startswith("**")]
    assert shown[0].startswith(f"**{escape_markdown(groups[0].example)}**")
    asked = measure_demand(store, topic_id)["data_sustainability"].questions
    pills = next(group for group in app.button_group if group.label == "Asks for")
    assert f"Data sustainability · {asked}" in pills.options
    assert pills.options[1] == f"no angle yet · {sum(group.count for group in groups if not group.angles)}"


def test_a_person_says_what_a_question_asks_for(store: Store, open_page) -> None:
    topic_id = list_topics(store)[0].topic_id
    before = measure_demand(store, topic_id)["compute"].questions
    app = open_page("explore/questions", asks="-")
    app.multiselect[0].set_value(["compute"]).run()
    assert not app.exception
    assert measure_demand(store, topic_id)["compute"].questions == before + 1


def test_the_gap_says_what_asks_for_it_and_shows_the_quadrant(store: Store, open_page) -> None:
    demand = measure_demand(store, list_topics(store)[0].topic_id)["data_sustainability"]
    app = open_page("explore/gaps", picture="demand")
    said = [one.label for one in app.button]
    assert any(label.startswith(f":primary[{demand.origins} origins (") for label in said)
    assert f":primary[{demand.questions} questions]" in said
    assert "What asks for it" in words(app)
