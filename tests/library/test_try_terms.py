"""What terms would change, told before they are saved."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from row_edits import edit

from blindspot.explore.filters import Filters
from blindspot.explore.works import Selection, list_works
from blindspot.labelling.codebook import Angle
from blindspot.library.angle_edits import angle_id
from blindspot.library.codebooks import list_topics, show_codebook
from blindspot.library.person_labels import set_label
from blindspot.library.try_terms import try_terms
from blindspot.plan.sample import load_sample
from blindspot.store import Store


@pytest.fixture
def store() -> Iterator[Store]:
    store = Store(None)
    load_sample(store)
    yield store
    store.close()


def works_of(store: Store, angle: str) -> set[int]:
    topic_id = list_topics(store)[0].topic_id
    angle_id = {row["key"]: row["angle_id"] for row in store.rows("library/topic_angles", topic_id=topic_id)}[angle]
    return {work.work_key for work in list_works(store, topic_id, Filters(), Selection(angle_id=angle_id))}


def test_a_trial_tells_what_saving_then_does(store: Store) -> None:
    topic_id = list_topics(store)[0].topic_id
    codebook = show_codebook(store, topic_id)
    demo = next(angle for angle in codebook.angles if angle.key == "feature_demo")
    before = works_of(store, demo.key)
    edited = Angle(**(vars(demo) | {"terms": (*demo.terms[3:], "提示词"), "exclude": ("客户",)}))
    trial = try_terms(store, topic_id, edited.key, edited.terms, edited.exclude)
    assert works_of(store, demo.key) == before
    assert trial.gained and trial.lost
    edit(store, "angle", angle_id(store, topic_id, demo.key), terms=list(edited.terms), exclude=["客户"])
    after = works_of(store, demo.key)
    assert after - before == set(trial.gained)
    assert before - after == set(trial.lost)
    assert after == set(trial.matched)


def test_no_term_moves_a_work_that_a_person_decided(store: Store) -> None:
    topic_id = list_topics(store)[0].topic_id
    gained = try_terms(store, topic_id, "data_sustainability", ["提示词"], []).gained
    set_label(store, topic_id, "data_sustainability", gained[0], False)
    assert try_terms(store, topic_id, "data_sustainability", ["提示词"], []).gained == gained[1:]


def test_a_new_angle_is_tried_from_nothing(store: Store) -> None:
    trial = try_terms(store, list_topics(store)[0].topic_id, "+new", ["seedance"], [])
    assert trial.gained == trial.matched
    assert trial.lost == ()
    assert try_terms(store, list_topics(store)[0].topic_id, "+new", [], ["seedance"]).matched == ()
