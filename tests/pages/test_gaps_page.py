"""The gaps page: the answer with its bounds, the list, the nearest works, the shortlist; of nothing it says nothing."""

from __future__ import annotations

import pytest
from reading import button, labels, words

from blindspot.library.codebooks import list_topics, save_codebook, show_codebook
from blindspot.library.creators import list_creators, set_role
from blindspot.plan.proposals.listing import list_proposals
from blindspot.store import Store

ANSWER = "Data sustainability: 0 of 23 works, 0 of 8 creators"


def test_without_a_topic_nothing_is_stated(empty_store: Store, open_page) -> None:
    app = open_page("explore/gaps")
    assert "No topic yet" in words(app)
    assert "0 of" not in words(app)


def test_the_sample_shows_its_gap_with_all_that_a_zero_needs(store: Store, open_page) -> None:
    app = open_page("explore/gaps")
    assert app.subheader[0].value == ANSWER
    said = words(app).replace("\\", "")
    for part in ("0 of 23 works by 8 creators", "title, text or hashtags", "1–11 Feb 2026", "Douyin", "18 % (95 %)"):
        assert part in said
    assert "Evidence: weak." in said
    assert "About 2 more creators for moderate, 23 for strong" in said
    assert "2 unlabelled (8.7 %)" in said


def test_the_other_angles_stand_in_the_list_the_most_promising_first(store: Store, open_page) -> None:
    app = open_page("explore/gaps")
    rows = [one.value for one in app.markdown if one.value.startswith("**") and " of 23 works" in one.value]
    assert rows[0].startswith("**Copyright: 1 of 23 works, 1 of 8 creators")
    assert len(rows) == 7
    assert rows[-1].startswith("**Tutorial: 7 of 23 works, 4 of 8 creators")


def test_a_person_answers_for_the_nearest_works(store: Store, open_page) -> None:
    app = open_page("explore/gaps")
    button(app, "Look at the nearest 10").click().run()
    assert labels(app).count("Covers it") == 10
    button(app, "Covers it").click().run()
    assert not app.exception
    assert "Data sustainability: 1 of 23 works, 1 of 8 creators" in words(app)


def test_an_angle_goes_on_the_shortlist_with_its_evidence(store: Store, open_page) -> None:
    app = open_page("explore/gaps")
    next(one for one in app.text_input if one.label == "Working title").set_value("The great famine")
    button(app, "Put on the shortlist").click().run()
    assert not app.exception
    proposal = list_proposals(store)[0]
    assert (proposal.title, proposal.angle) == ("The great famine", "data_sustainability")
    assert proposal.evidence["statement"].startswith("0 of 23 works by 8 creators")


def test_a_lower_line_leaves_fewer_gaps(store: Store, open_page) -> None:
    app = open_page("explore/gaps", line="10")
    assert app.slider[0].value == 10
    assert "few cover it" not in words(app)
    app.slider[0].set_value(15).run()
    assert "few cover it" in words(app)


@pytest.mark.parametrize("line", ["0", "51", "²", "-3", "x", ""])
def test_a_line_of_nonsense_in_the_address_is_left_out(store: Store, open_page, line: str) -> None:
    assert open_page("explore/gaps", line=line).slider[0].value == 15


def test_filters_that_leave_nothing_state_nothing(store: Store, open_page) -> None:
    app = open_page("explore/gaps", dates=["2020-01-01", "2020-01-31"])
    assert "No works in view" in words(app)
    assert "0 of" not in words(app)


def test_a_codebook_without_angles_leads_to_the_codebook(store: Store, open_page) -> None:
    topic = list_topics(store)[0]
    codebook = show_codebook(store, topic.topic_id)
    save_codebook(store, "Ann", topic.topic_id, type(codebook)(codebook.topic, ()), is_sample=True)
    assert "No angles yet" in words(open_page("explore/gaps"))


def test_ignored_creators_are_out_of_the_count(store: Store, open_page) -> None:
    creators = list_creators(store, is_sample=True)
    set_role(store, "Ann", [int(creators["creator_key"].iloc[0])], "ignored")
    app = open_page("explore/gaps")
    left = 23 - int(creators["works"].iloc[0])
    assert f"Data sustainability: 0 of {left} works, 0 of 7 creators" in words(app)


def test_in_chinese_sentences_follow_each_other_without_a_blank(store: Store, open_page) -> None:
    app = open_page("explore/gaps", lang="zh")
    sentence = next(one.value for one in app.markdown if "真实占比" in one.value)
    assert "。 " not in sentence
