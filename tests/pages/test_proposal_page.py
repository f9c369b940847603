"""The proposal page: every part edited in place and saved, the evidence refreshed, a hedge taken by a click."""

from __future__ import annotations

import pytest
from reading import button, labels, words
from streamlit.testing.v1 import AppTest

from blindspot.editing import Change, change, history
from blindspot.editing.items import Row
from blindspot.editing.rows import read_rows
from blindspot.plan.proposals.listing import add_proposal, list_proposals
from blindspot.plan.proposals.parts import episodes_of
from blindspot.plan.proposals.team import list_comments, list_votes
from blindspot.store import Store

PAGE = "plan/proposal"


@pytest.fixture
def proposal_id(store: Store) -> str:
    """The sample's proposal on data sustainability, from its research report."""
    return next(one.proposal_id for one in list_proposals(store) if "存粮" in one.title)


@pytest.fixture
def app(open_page, proposal_id: str) -> AppTest:
    return open_page(PAGE, proposal=proposal_id)


def row(store: Store, proposal_id: str) -> Row:
    return read_rows(store, "proposal", [proposal_id])[proposal_id]


def area(app: AppTest, label: str):
    return next(one for one in app.text_area if one.label == label)


def put(store: Store, proposal_id: str, who: str = "Ben", **fields: object) -> None:
    rev = row(store, proposal_id)["rev"]
    change(store, who, f"proposal:{proposal_id}", [Change("proposal", proposal_id, rev, fields)])


def test_without_an_id_it_offers_the_proposals(store: Store, open_page) -> None:
    app = open_page(PAGE)
    assert labels(app).count("Open") == len(list_proposals(store))


def test_without_any_it_says_where_they_come_from(empty_store: Store, open_page) -> None:
    assert "No proposal yet" in words(open_page(PAGE))


def test_an_unknown_id_is_said_in_a_sentence(open_page) -> None:
    assert "There is no proposal nowhere" in words(open_page(PAGE, proposal="nowhere")).replace("\\", "")


def test_it_shows_all_that_stands_in_it(app: AppTest, store: Store, proposal_id: str) -> None:
    held = row(store, proposal_id)
    assert held["title"] in words(app).replace("\\", "")
    assert area(app, "Thesis").value == held["thesis"].strip()
    values = {one.value for one in [*app.text_input, *app.text_area]}
    assert {part["title"].strip() for name in ("values", "risks", "visuals") for part in held[name]} <= values
    assert len(held["claims"]) == 3
    assert all(part["title"] in words(app).replace("\\", "") for part in held["claims"])


def test_an_edit_is_saved_at_once_with_its_history(app: AppTest, store: Store, proposal_id: str) -> None:
    before = row(store, proposal_id)["thesis"]
    area(app, "Thesis").set_value("a new thesis").run()
    assert not app.exception
    assert row(store, proposal_id)["thesis"] == "a new thesis"
    assert list(app.session_state["edits"].saved_at) == [f"proposal:{proposal_id}"]
    [edit] = history(store, item="proposal", item_id=proposal_id)
    assert (edit.before["thesis"], edit.after["thesis"]) == (before, "a new thesis")
    button(app, "Undo").click().run()
    assert row(store, proposal_id)["thesis"] == before


def test_another_persons_edit_of_the_same_text_is_shown_and_both_are_joined(
    app: AppTest, store: Store, proposal_id: str
) -> None:
    put(store, proposal_id, thesis="Ben's words.")
    area(app, "Thesis").set_value("Ann's words.").run()
    assert row(store, proposal_id)["thesis"] == "Ben's words."
    said = words(app).replace("\\", "")
    assert "Ben changed the same text" in said
    area(app, "Joined: change it as you like").set_value("Both words.").run()
    button(app, "Save the joined text").click().run()
    assert row(store, proposal_id)["thesis"] == "Both words."
    assert "Ben changed the same text" not in words(app)


@pytest.mark.parametrize(("choice", "kept"), [("Keep mine", "Ann's words."), ("Keep that of Ben", "Ben's words.")])
def test_one_of_two_texts_is_kept_on_wish(app: AppTest, store: Store, proposal_id: str, choice: str, kept: str) -> None:
    put(store, proposal_id, thesis="Ben's words.")
    area(app, "Thesis").set_value("Ann's words.").run()
    button(app, choice).click().run()
    assert row(store, proposal_id)["thesis"] == kept
    assert area(app, "Thesis").value == kept


def test_two_people_edit_different_entries_of_a_list(app: AppTest, store: Store, proposal_id: str) -> None:
    risks = row(store, proposal_id)["risks"]
    assert len(risks) > 1
    put(store, proposal_id, risks=[{**risks[0], "title": "Ben's risk"}, *risks[1:]])
    last = next(one for one in app.text_input if one.value == risks[-1]["title"].strip())
    last.set_value("Ann's risk").run()
    titles = [part["title"] for part in row(store, proposal_id)["risks"]]
    assert (titles[0], titles[-1]) == ("Ben's risk", "Ann's risk")


def test_entries_are_added_moved_and_taken_out(app: AppTest, store: Store, proposal_id: str) -> None:
    adding = next(one for one in app.text_input if one.label.startswith("Add a counter-argument"))
    before = [part["title"] for part in row(store, proposal_id)["counterpoints"]]
    adding.set_value("It was said before").run()
    assert [part["title"] for part in row(store, proposal_id)["counterpoints"]] == [*before, "It was said before"]
    place = len(before)
    app.button(key=f"proposal_{proposal_id}_counterpoints_{place}_arrow_upward").click().run()
    assert row(store, proposal_id)["counterpoints"][place - 1]["title"] == "It was said before"
    app.button(key=f"proposal_{proposal_id}_counterpoints_{place - 1}_delete").click().run()
    assert [part["title"] for part in row(store, proposal_id)["counterpoints"]] == before


def test_what_a_cut_run_left_in_a_line_is_added_once(app: AppTest, store: Store, proposal_id: str) -> None:
    before = row(store, proposal_id)["risks"]
    app.session_state[f"proposal_{proposal_id}_risks_new"] = "left standing"
    app.run()
    app.run()
    assert [risk["title"] for risk in row(store, proposal_id)["risks"][len(before) :]] == ["left standing"]
    assert app.text_input(key=f"proposal_{proposal_id}_risks_new.1").value == ""


def test_a_hedge_is_taken_by_one_click(open_page, store: Store, proposal_id: str) -> None:
    claims = row(store, proposal_id)["claims"]
    put(store, proposal_id, claims=[{**claims[0], "grade": "low"}], thesis=claims[0]["title"])
    app = open_page(PAGE, proposal=proposal_id)
    assert "Say less?" in words(app)
    app.button(key=f"hedge_proposal_{proposal_id}_thesis_0_0").click().run()
    assert "可能" in row(store, proposal_id)["thesis"]
    assert not [one for one in app.button if (one.key or "").startswith(f"hedge_proposal_{proposal_id}_thesis")]


def test_the_gap_of_a_reports_idea_is_measured_on_wish(app: AppTest, store: Store, proposal_id: str) -> None:
    assert "No gap was measured for it yet." in words(app)
    button(app, "Measure the gap").click().run()
    assert not app.exception
    assert "0 of 23 works by 8 creators mention it" in words(app).replace("\\", "")
    assert row(store, proposal_id)["evidence"] is None


def test_votes_and_comments_carry_names(app: AppTest, store: Store, proposal_id: str) -> None:
    button(app, "For it · 0").click().run()
    [vote] = list_votes(store, proposal_id)
    assert vote.vote == 1
    area(app, "Your comment").set_value("too long a title")
    button(app, "Comment").click().run()
    assert [comment.text for comment in list_comments(store, proposal_id)] == ["too long a title"]
    assert "too long a title" in words(app)


def test_an_episode_is_planned_in_a_new_series(open_page, store: Store) -> None:
    proposal_id = add_proposal(store, "Ann", "One of ours")
    app = open_page(PAGE, proposal=proposal_id)
    next(one for one in app.selectbox if one.label == "In the series").set_value(0)
    next(one for one in app.text_input if one.label == "Name of the new series").set_value("Our series")
    button(app, "Plan it").click().run()
    assert not app.exception
    [episode] = episodes_of(store, proposal_id)
    assert (episode.series, episode.title) == ("Our series", "One of ours")
    assert "Our series, episode 1" in words(app).replace("\\", "")


def test_it_goes_into_the_bin_and_comes_back(app: AppTest, store: Store, proposal_id: str) -> None:
    button(app, "Put into the bin").click().run()
    assert "This proposal is in the bin." in words(app)
    assert proposal_id not in [one.proposal_id for one in list_proposals(store)]
    button(app, "Put back").click().run()
    assert proposal_id in [one.proposal_id for one in list_proposals(store)]


@pytest.mark.parametrize(
    "text", ["<img src=x onerror=alert(1)>", "[x](javascript:alert(1))", "# a *b* `c`", "梦" * 200]
)
def test_what_others_wrote_is_shown_as_words(open_page, store: Store, text: str) -> None:
    proposal_id = add_proposal(store, text, text)
    put(store, proposal_id, text, claims=[{"title": text}], difference=text, tags=[text[:40]])
    app = open_page(PAGE, proposal=proposal_id)
    shown = words(app)
    assert text.replace("# ", "") in shown.replace("\\", "")
    assert "<img" not in shown.replace("\\<img", "")
    assert "](javascript" not in shown
