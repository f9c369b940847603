"""The shortlist page: the board with the evidence of each gap, the table, two side by side, the bin."""

from __future__ import annotations

import json

import pytest
from reading import button, words
from streamlit.testing.v1 import AppTest

from blindspot.editing import Change, change
from blindspot.plan.proposals.board import move_proposal
from blindspot.plan.proposals.listing import Proposal, add_proposal, list_proposals
from blindspot.plan.sample_bin import remove_sample
from blindspot.store import Store

COUNTED = "0 of 23 works, 0 of 8 creators"
STATEMENT = "0 of 23 works by 8 creators mention it"


@pytest.fixture
def keep(store: Store, open_page):
    """Put the sample's gap on the shortlist under a title."""

    def keep(title: str) -> AppTest:
        app = open_page("explore/gaps")
        next(one for one in app.text_input if one.label == "Working title").set_value(title)
        button(app, "Put on the shortlist").click().run()
        assert not app.exception
        return app

    return keep


def boards(app: AppTest) -> list:
    return [one for one in app.get("bidi_component") if one.key == "shortlist_board"]


def columns(app: AppTest) -> dict[str, list[dict]]:
    """Return what the board is given: the cards of each status."""
    [board] = boards(app)
    data = json.loads(board.proto.json)
    return {column["id"]: column["cards"] for column in data["columns"]}


def titles(app: AppTest, status: str) -> list[str]:
    return [card["title"] for card in columns(app)[status]]


def kept(store: Store) -> Proposal:
    """Return the one proposal that came from a gap."""
    [proposal] = [one for one in list_proposals(store) if one.evidence]
    return proposal


def test_an_empty_shortlist_says_where_angles_come_from(empty_store: Store, open_page) -> None:
    app = open_page("plan/shortlist")
    assert "Nothing on the shortlist yet" in words(app)
    assert not boards(app)


def test_ideas_of_reports_wait_in_a_column_of_their_own(store: Store, open_page) -> None:
    app = open_page("plan/shortlist")
    assert "Nothing on the shortlist yet" in words(app)
    ideas = list_proposals(store)
    assert titles(app, "idea") == [one.title for one in ideas]
    assert [line for card in columns(app)["idea"] for line in card["lines"] if "from the report" in line]
    assert "claims: 2 high · 1 medium" in columns(app)["idea"][0]["lines"]


def test_a_kept_angle_stands_there_with_its_evidence(keep, open_page) -> None:
    keep("The great famine")
    app = open_page("plan/shortlist")
    [card] = columns(app)["shortlisted"]
    assert card["title"] == "The great famine"
    assert card["badges"] == [["nobody mentions it", "orange"], ["evidence: weak", "gray"]]
    assert card["lines"][0].startswith(COUNTED)
    assert card["lines"][1] == "Data sustainability · Seedance 2.0"
    assert STATEMENT in card["hint"]
    assert "Nothing on the shortlist yet" not in words(app)


def test_the_evidence_is_that_of_the_day(keep, open_page, store: Store) -> None:
    keep("The great famine")
    remove_sample(store)
    [card] = columns(open_page("plan/shortlist"))["shortlisted"]
    assert card["lines"][0].startswith(COUNTED)


def test_a_dropped_one_stands_last_and_comes_back(keep, open_page, store: Store) -> None:
    keep("The great famine")
    move_proposal(store, "ren", kept(store).proposal_id, "dropped", rev=kept(store).rev)
    app = open_page("plan/shortlist")
    assert list(columns(app))[-1] == "dropped"
    assert titles(app, "dropped") == ["The great famine"]
    assert "Nothing on the shortlist yet" in words(app)
    move_proposal(store, "ren", kept(store).proposal_id, "shortlisted", rev=kept(store).rev)
    assert titles(open_page("plan/shortlist"), "shortlisted") == ["The great famine"]


def test_the_gaps_page_leads_to_the_proposal_that_was_made_there(keep) -> None:
    app = keep("The great famine")
    button(app, "Open the proposal").click().run()
    assert not app.exception
    assert "The great famine" in words(app)
    assert STATEMENT in words(app)


def test_an_idea_of_ones_own_is_added_and_opens(store: Store, open_page) -> None:
    app = open_page("plan/shortlist")
    next(one for one in app.text_input if one.label == "Title").set_value("My own idea")
    button(app, "Add").click().run()
    assert not app.exception
    assert (list_proposals(store)[0].title, list_proposals(store)[0].status) == ("My own idea", "idea")
    assert "My own idea" in words(app)


def test_an_idea_without_a_title_is_refused_in_a_sentence(store: Store, open_page) -> None:
    before = list_proposals(store)
    app = open_page("plan/shortlist")
    button(app, "Add").click().run()
    assert "It has no title" in words(app)
    assert list_proposals(store) == before


def test_words_and_tags_filter_the_board(store: Store, open_page) -> None:
    own = add_proposal(store, "ren", "A tagged idea", "about Honey")
    change(store, "ren", f"proposal:{own}", [Change("proposal", own, 1, {"tags": ["deep"]})])
    assert titles(open_page("plan/shortlist", find="honey tagged"), "idea") == ["A tagged idea"]
    assert titles(open_page("plan/shortlist", tag="deep"), "idea") == ["A tagged idea"]
    assert titles(open_page("plan/shortlist", find="no such words"), "idea") == []


def test_two_stand_side_by_side(keep, store: Store, open_page) -> None:
    keep("The great famine")
    chosen = [one.proposal_id for one in list_proposals(store)][:2]
    app = open_page("plan/shortlist", look="table", compare=chosen)
    said = words(app)
    assert "Side by side" in said
    assert "The great famine" in said
    assert STATEMENT in said
    assert list_proposals(store)[1].title in said.replace("\\", "")


def test_the_bin_gives_back_what_was_put_there(store: Store, open_page) -> None:
    own = add_proposal(store, "ren", "An idea")
    change(store, "ren", f"proposal:{own}", [Change("proposal", own, 1, {"is_binned": True})])
    app = open_page("plan/shortlist")
    assert "An idea" not in titles(app, "idea")
    button(app, "Put back").click().run()
    assert "An idea" in titles(app, "idea")


@pytest.mark.parametrize(
    "title", ["<img src=x onerror=alert(1)>", "[x](javascript:alert(1))", "# a *b* `c`", "梦" * 200]
)
def test_a_title_is_shown_as_it_was_written(keep, open_page, store: Store, title: str) -> None:
    keep(title)
    assert kept(store).title == title
    assert titles(open_page("plan/shortlist"), "shortlisted") == [title]
    app = open_page("plan/shortlist", look="table", compare=[one.proposal_id for one in list_proposals(store)][:2])
    shown = next(one.value for one in app.markdown if one.value.startswith("##### :blue-badge[A]"))
    assert shown.removeprefix("##### :blue-badge[A] ").replace("\\", "") == title
    assert "<img" not in shown.replace("\\<img", "")
    assert "](javascript" not in shown


def test_a_title_of_blanks_becomes_the_angle(keep, store: Store) -> None:
    keep("   ")
    assert kept(store).title == "Data sustainability"
