"""The series page: a report's series stands there by itself; every edit is saved; what is missing is said."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from reading import button, words
from streamlit.testing.v1 import AppTest

from blindspot.domain import Episode, Series
from blindspot.editing import Change, change
from blindspot.plan.loading import load_series
from blindspot.plan.proposals.listing import list_proposals
from blindspot.plan.sample_bin import remove_sample
from blindspot.plan.series import add_episode, add_series, list_series
from blindspot.settings import read_settings
from blindspot.store import Store

HOSTILE = ["<img src=x onerror=alert(1)>", "[x](javascript:alert(1))", "# a *b* `c`", "梦" * 300]


def series(store: Store) -> Series:
    return load_series(store, list_series(store)[0].series_id)


def second(store: Store) -> Episode:
    return series(store).episodes[1]


def by_label(app: AppTest, kind: str, label: str):
    return next(one for one in getattr(app, kind) if one.label == label)


def open_fold(app: AppTest, store: Store, name: str) -> None:
    """Open what is folded away under a button of the series."""
    app.session_state[f"{name}_{list_series(store)[0].series_id}"] = True
    app.run()


@pytest.fixture
def opened(store: Store, open_page) -> AppTest:
    """The page with the second episode of the sample's series, the one with a proposal."""
    return open_page("plan/series", of_series=str(second(store).episode_id))


def test_the_series_of_a_report_stands_there_with_what_it_needs(store: Store, opened: AppTest) -> None:
    said = words(opened)
    assert "**2 episodes** · 0 published · 2 without a day · no slots yet" in said
    assert "**Next: It has no hook for the first three seconds.**" in said.replace("\\", "")
    assert "No day is planned." in said.replace("\\", "")


@pytest.mark.parametrize(
    ("kind", "label", "value", "field"),
    [
        ("text_input", "Title", "Another title", "title"),
        ("text_area", "Hook", "What then?", "hook"),
        ("text_input", "Owner", "Ann", "owner"),
        ("date_input", "Planned for", date(2026, 3, 3), "planned_on"),
        ("selectbox", "Status", "shooting", "status"),
        ("number_input", "Target length in seconds", 45.0, "target_seconds"),
    ],
)
def test_an_edit_is_saved_when_it_is_made(
    store: Store, opened: AppTest, kind: str, label: str, value: object, field: str
) -> None:
    widgets = [one for one in getattr(opened, kind) if one.label == label]
    next(one for one in widgets if one.key.startswith("episode_")).set_value(value).run()
    assert not opened.exception
    assert getattr(second(store), field) == value


def test_a_day_of_publication_makes_it_published_and_leaves_the_planned_day(store: Store, opened: AppTest) -> None:
    by_label(opened, "date_input", "Planned for").set_value(date(2026, 3, 3)).run()
    by_label(opened, "date_input", "Published on").set_value(date(2026, 3, 5)).run()
    episode = second(store)
    assert (episode.planned_on, episode.published_on, episode.status) == (
        date(2026, 3, 3),
        date(2026, 3, 5),
        "published",
    )


def test_days_are_planned_onto_the_slots_and_taken_back(store: Store, opened: AppTest) -> None:
    [entry] = list_series(store)
    change(store, "Ben", f"series:{entry.series_id}", [Change("series", str(entry.series_id), 1, {"weekdays": [2]})])
    open_fold(opened, store, "slots")
    button(opened, "Plan the days that are missing").click().run()
    days = [episode.planned_on for episode in series(store).episodes]
    assert days[0].isoweekday() == 2
    assert days[0] >= read_settings().today
    assert days[1] - days[0] == timedelta(days=7)
    button(opened, "Undo").click().run()
    assert [episode.planned_on for episode in series(store).episodes] == [None, None]


def test_two_who_change_the_same_text_see_both(store: Store, opened: AppTest) -> None:
    episode = second(store)
    scope = f"series:{series(store).series_id}"
    change(store, "Ben", scope, [Change("episode", str(episode.episode_id), episode.rev, {"hook": "his"})])
    by_label(opened, "text_area", "Hook").set_value("hers").run()
    assert second(store).hook == "his"
    assert "Ben" in words(opened)
    button(opened, "Keep mine").click().run()
    assert second(store).hook == "hers"


def test_an_episode_goes_into_the_bin_and_comes_back(store: Store, opened: AppTest) -> None:
    button(opened, "Put the episode into the bin").click().run()
    assert len(series(store).episodes) == 1
    button(opened, "Put back").click().run()
    assert len(series(store).episodes) == 2


def test_a_series_goes_into_the_bin_and_comes_back(store: Store, opened: AppTest) -> None:
    open_fold(opened, store, "more")
    button(opened, "Put the series into the bin").click().run()
    assert list_series(store) == []
    assert "No series yet" in words(opened)
    button(opened, "Put back").click().run()
    assert len(list_series(store)) == 1


def test_a_series_is_made_from_a_proposal_and_is_then_in_view(store: Store, opened: AppTest) -> None:
    proposal = list_proposals(store)[0]
    by_label(opened, "selectbox", "First episode").set_value(proposal.proposal_id)
    button(opened, "Make the series").click().run()
    assert list_series(store)[0].title == proposal.title
    assert f"1 · {proposal.title}" in words(opened).replace("\\", "")


def test_an_episode_is_added_and_opened(store: Store, opened: AppTest) -> None:
    title = next(one for one in opened.text_input if one.key.startswith("new_episode_title"))
    title.set_value("The third")
    button(opened, "Add it at the end").click().run()
    assert [episode.title for episode in series(store).episodes][-1] == "The third"
    assert "##### 3 · The third" in words(opened).replace("\\", "")


def test_without_a_title_nothing_is_made_and_that_is_said(store: Store, opened: AppTest) -> None:
    button(opened, "Make the series").click().run()
    assert len(list_series(store)) == 1
    assert "It has no title." in words(opened).replace("\\", "")


@pytest.mark.parametrize("view", ["calendar", "timeline"])
def test_the_pictures_show_the_days_and_list_what_has_none(store: Store, open_page, view: str) -> None:
    first = series(store).episodes[0]
    day = {"planned_on": read_settings().today}
    change(store, "Ann", f"series:{series(store).series_id}", [Change("episode", str(first.episode_id), 1, day)])
    app = open_page("plan/series", **{"as": view})
    assert len(app.get("plotly_chart")) == 1
    listed = words(app).partition("Without a day")[2].replace("\\", "")
    assert second(store).title in listed
    assert first.title not in listed


def test_an_empty_page_says_where_a_series_comes_from(store: Store, open_page) -> None:
    remove_sample(store)
    assert "No series yet" in words(open_page("plan/series"))


def test_a_series_without_episodes_says_what_to_do_next(store: Store, open_page) -> None:
    add_series(store, "Ann", "Empty")
    assert "No episode yet" in words(open_page("plan/series"))


@pytest.mark.parametrize("address", [{"series": "999"}, {"series": "x", "of_series": "y", "as": "z", "month": "z"}])
def test_an_address_that_means_nothing_opens_no_other_series(store: Store, open_page, address: dict) -> None:
    app = open_page("plan/series", **address)
    assert "That series is not there any more" in words(app)
    assert "**2 episodes**" not in words(app)


def test_what_a_cut_run_left_in_a_field_is_saved(store: Store, opened: AppTest) -> None:
    opened.session_state[f"episode_{second(store).episode_id}_hook"] = "Left standing"
    opened.run()
    assert second(store).hook == "Left standing"


def test_a_hook_that_says_too_much_is_offered_a_hedge_by_one_click(store: Store, opened: AppTest) -> None:
    hook = second(store).proposal.claims[2].claim.statement
    by_label(opened, "text_area", "Hook").input(hook).run()
    [offer, *_] = [one for one in opened.button if str(one.key).startswith("hedge_hook")]
    offer.click().run()
    assert second(store).hook != hook


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_is_shown_as_it_was_written(store: Store, open_page, text: str) -> None:
    series_id = add_series(store, "Ann", text)
    add_episode(store, "Ann", series_id, text, perspective=text)
    for view in ("order", "perspectives", "calendar", "timeline"):
        app = open_page("plan/series", **{"as": view})
        assert not app.error
        shown = words(app)
        # a list shows the beginning of a long title
        assert text[:50] in shown.replace("\\", "")
        assert "<img" not in shown.replace("\\<img", "")
        assert "](javascript" not in shown
