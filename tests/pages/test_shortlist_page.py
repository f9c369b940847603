"""The shortlist page: what was kept, with the evidence of that day; dropped and put back."""

from __future__ import annotations

import pytest
from reading import button, words
from streamlit.testing.v1 import AppTest

from blindspot.plan.proposals import list_proposals
from blindspot.plan.sample import remove_sample
from blindspot.store import Store

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


def test_an_empty_shortlist_says_where_angles_come_from(store: Store, open_page) -> None:
    assert "Nothing on the shortlist yet" in words(open_page("plan/shortlist"))


def test_a_kept_angle_stands_there_with_its_evidence(keep, open_page) -> None:
    keep("The great famine")
    app = open_page("plan/shortlist")
    assert "##### The great famine" in [one.value for one in app.markdown]
    assert STATEMENT in words(app)
    assert "Data sustainability" in words(app)


def test_the_evidence_is_that_of_the_day(keep, open_page, store: Store) -> None:
    keep("The great famine")
    remove_sample(store)
    app = open_page("plan/shortlist")
    assert not app.error
    assert STATEMENT in words(app)


def test_it_is_dropped_and_put_back(keep, open_page, store: Store) -> None:
    keep("The great famine")
    app = open_page("plan/shortlist")
    button(app, "Drop").click().run()
    assert [proposal.status for proposal in list_proposals(store) if proposal.evidence] == ["dropped"]
    assert "Nothing on the shortlist yet" in words(app)
    button(app, "Put back").click().run()
    assert [proposal.status for proposal in list_proposals(store) if proposal.evidence] == ["shortlisted"]


def test_ideas_of_reports_stand_apart_until_they_are_shortlisted(store: Store, open_page) -> None:
    ideas = list_proposals(store)
    app = open_page("plan/shortlist")
    assert "Ideas from reports" in words(app)
    assert f"{ideas[0].claims} claims · {ideas[0].risks} risks · {ideas[0].visuals} pictures" in words(app)
    button(app, "Put on the shortlist").click().run()
    assert [proposal.status for proposal in list_proposals(store)] == ["shortlisted", *["idea"] * (len(ideas) - 1)]
    assert "Nothing on the shortlist yet" not in words(app)


@pytest.mark.parametrize(
    "title", ["<img src=x onerror=alert(1)>", "[x](javascript:alert(1))", "# a *b* `c`", "梦" * 200]
)
def test_a_title_is_shown_as_it_was_written(keep, open_page, store: Store, title: str) -> None:
    keep(title)
    app = open_page("plan/shortlist")
    shown = next(one.value.removeprefix("##### ") for one in app.markdown if one.value.startswith("##### "))
    assert list_proposals(store)[0].title == title
    assert shown.replace("\\", "") == title
    assert "<img" not in shown.replace("\\<img", "")
    assert "](javascript" not in shown


def test_a_title_of_blanks_becomes_the_angle(keep, store: Store) -> None:
    keep("   ")
    assert list_proposals(store)[0].title == "Data sustainability"
