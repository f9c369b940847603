"""The sources page: the answer, what to look at, claims, candidates and sources, each change kept at once."""

from __future__ import annotations

import pytest
from reading import button, labels, words
from row_edits import edit

from blindspot.editing import history
from blindspot.explore.sources import Claim, list_claims, list_sources
from blindspot.library.codebooks import list_topics
from blindspot.store import Store
from blindspot.ui.library import candidate_desk

PAGE = "library/sources"


def claims(store: Store, status: str = "accepted") -> list[Claim]:
    return [claim for claim in list_claims(store) if claim.status == status]


@pytest.fixture
def topic(store: Store) -> str:
    """The sample's topic, as the address names it."""
    return str(list_topics(store)[0].topic_id)


def said_under_the_bar(app) -> str:
    """Return what the progress of the candidates says."""
    return app.get("progress")[0].proto.text


def claim_in_turn(app) -> str:
    """Return the words of the candidate that is shown."""
    return next(one.value for one in app.text_area if one.label == "Claim")


def test_with_nothing_read_the_page_says_how_to_begin(empty_store: Store, open_page) -> None:
    app = open_page(PAGE)
    assert "Nothing read yet" in words(app)
    assert "Nothing is fetched from the network" in words(app)


def test_the_sample_is_answered_in_a_line_and_its_defects_stand_below(store: Store, open_page) -> None:
    said = words(open_page(PAGE))
    accepted = claims(store)
    origins = {use.origin for claim in accepted for use in claim.uses}
    assert f"{len(accepted)} claims rest on {len(origins)} origins" in said
    assert "cannot both be right" in said
    assert "The sum does not come out" in said


def test_all_flags_are_one_click_away(store: Store, open_page) -> None:
    app = open_page(PAGE)
    assert "never rated" not in words(app)
    next(one for one in app.button if one.label.startswith("Show all")).click().run()
    assert "never rated" in words(app)


def test_a_flag_leads_to_its_claim_where_the_conflict_is_settled(store: Store, open_page) -> None:
    waiting = {conflict.conflict_id for claim in list_claims(store) for conflict in claim.open_conflicts}
    app = open_page(PAGE)
    button(app, "The claim").click().run()
    assert "These cannot both be right" in words(app)
    next(one for one in app.text_input if one.label == "What is right, and why").set_value("2029: *revised*").run()
    button(app, "Settle").click().run()
    assert "Settled: 2029\\: \\*revised\\*" in words(app)
    assert {conflict.conflict_id for claim in list_claims(store) for conflict in claim.open_conflicts} < waiting


def test_the_worth_of_a_use_is_kept_with_its_reason(store: Store, open_page) -> None:
    claim = claims(store)[0]
    app = open_page(PAGE, claim=str(claim.claim_id))
    grade = next(one for one in app.segmented_control if one.label == "Worth of this source for this claim")
    grade.set_value("low").run()
    next(one for one in app.text_input if one.key == f"claim_{claim.claim_id}_use_0_grade_reason").set_value(
        "second hand"
    ).run()
    use = next(one for one in claims(store) if one.claim_id == claim.claim_id).uses[0]
    assert (use.grade, use.grade_reason) == ("low", "second hand")


def test_a_claim_says_who_changed_it_and_takes_it_back(store: Store, open_page) -> None:
    claim = claims(store)[0]
    app = open_page(PAGE, claim=str(claim.claim_id))
    said = next(one for one in app.text_input if one.label == "Who says it")
    said.set_value("the agency").run()
    [newest, *_] = history(store, item="claim", item_id=str(claim.claim_id))
    assert newest.after == {"said_by": "the agency"}
    edit(store, "claim", claim.claim_id, who="Ben", said_by="the ministry")
    next(one for one in app.text_input if one.label == "Who says it").set_value("an agency").run()
    assert "Ben changed the same text while you were editing it." in words(app)
    button(app, "Keep that of Ben").click().run()
    assert not app.exception
    assert next(one for one in claims(store) if one.claim_id == claim.claim_id).said_by == "the ministry"


def test_an_angle_is_corrected_by_hand(store: Store, open_page, topic: str) -> None:
    claim = claims(store)[0]
    app = open_page(PAGE, claim=str(claim.claim_id))
    angles = next(one for one in app.multiselect if one.label == "Angles that it supports")
    rows = store.rows("explore/angles_of_claim", topic_id=int(topic), claim_id=claim.claim_id)
    added = next(row["key"] for row in rows if not row["origin"])
    angles.set_value([row["key"] for row in rows if row["origin"]] + [added]).run()
    rows = store.rows("explore/angles_of_claim", topic_id=int(topic), claim_id=claim.claim_id)
    assert {row["key"]: row["origin"] for row in rows}[added] == "person"


def test_candidates_come_one_after_another_and_a_decision_can_be_taken_back(store: Store, open_page) -> None:
    waiting = claims(store, "candidate")
    app = open_page(PAGE, reading="candidates")
    assert f"1 of {len(waiting)}" in said_under_the_bar(app)
    accept = button(app, "Accept")
    accept.click().run()
    # a button that went with its candidate would stand there, having the focus, until the page is drawn to its end
    assert button(app, "Accept").key == accept.key
    assert f"2 of {len(waiting)}" in said_under_the_bar(app)
    assert len(claims(store, "candidate")) == len(waiting) - 1
    assert {claim.grade for claim in claims(store) if claim.document_kind != "own_report"} == {"unrated"}
    button(app, "Not a claim").click().run()
    assert len(claims(store, "rejected")) == 1
    button(app, "Undo").click().run()
    assert claims(store, "rejected") == []
    assert len(claims(store, "candidate")) == len(waiting) - 1


def test_what_was_rejected_can_be_a_candidate_again(store: Store, open_page) -> None:
    app = open_page(PAGE, reading="candidates")
    button(app, "Not a claim").click().run()
    button(app, "Later").click().run()
    button(app, "A candidate again").click().run()
    assert claims(store, "rejected") == []


def test_a_double_click_decides_on_one_candidate_only(store: Store, open_page, monkeypatch: pytest.MonkeyPatch) -> None:
    waiting = claims(store, "candidate")
    app = open_page(PAGE, reading="candidates")
    monkeypatch.setattr(candidate_desk, "DOUBLE_CLICK_SECONDS", 60)
    button(app, "Accept").click().run()
    button(app, "Accept").click().run()
    assert len(claims(store, "candidate")) == len(waiting) - 1
    monkeypatch.setattr(candidate_desk, "DOUBLE_CLICK_SECONDS", 0)
    button(app, "Accept").click().run()
    assert len(claims(store, "candidate")) == len(waiting) - 2


def test_a_candidate_put_off_comes_back_last(store: Store, open_page) -> None:
    app = open_page(PAGE, reading="candidates")
    first = claim_in_turn(app)
    button(app, "Later").click().run()
    assert claim_in_turn(app) != first
    assert f"1 of {len(claims(store, 'candidate'))}" in said_under_the_bar(app)


def test_a_source_gets_its_kind_and_whose_finding_it_passes_on(store: Store, open_page) -> None:
    app = open_page(PAGE, reading="sources")
    next(one for one in app.button if one.label.startswith("Show all")).click().run()
    button(app, "The source").click().run()
    suggested = next(one for one in app.button if one.label.startswith("Count it as the voice of"))
    institute = suggested.label.removeprefix("Count it as the voice of ")
    suggested.click().run()
    assert institute in {source.reports_on for source in list_sources(store)}
    assert not any(label == suggested.label for label in labels(app))


def test_an_address_that_means_nothing_opens_the_claims(store: Store, open_page) -> None:
    app = open_page(PAGE, reading="nonsense", claim="x", source="-1", reading_scope="?")
    assert "claims rest on" in words(app)


def test_an_angle_in_the_address_leaves_what_asks_for_it_and_is_put_away(store: Store, open_page, topic: str) -> None:
    rows = store.rows("explore/reading_of_angle", topic_id=int(topic), angle="data_sustainability")
    asking = {row["item_id"] for row in rows if row["item"] == "claim"} & {one.claim_id for one in claims(store)}
    assert 0 < len(asking) < len(claims(store))
    app = open_page(PAGE, supports="data_sustainability")
    assert f"{len(asking)} claims rest on" in words(app)
    button(app, "Show everything").click().run()
    assert f"{len(claims(store))} claims rest on" in words(app)
