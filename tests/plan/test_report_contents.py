"""What is loaded of a report is what was saved, whatever it says; a person's changes outlive its next version."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from blindspot.documents.report.model import (
    Citation,
    ProposalDraft,
    Report,
    ReportClaim,
    Section,
    SeriesDraft,
    SignalDraft,
    SourceRating,
    SupportingClaim,
)
from blindspot.plan.reports.contents import load_report, save_report
from blindspot.store import Store

NUMBERS = count(1_000)
SIGNS = st.characters(codec="utf-8", exclude_categories=["Cc"], include_characters="\t\n")
"""No control characters: what a report suggests can be edited, and no editor takes them."""
TEXT = st.text(SIGNS, max_size=12)
st.register_type_strategy(str, TEXT)


def some(kind: type) -> st.SearchStrategy[tuple]:
    return st.lists(st.from_type(kind), max_size=2).map(tuple)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Return a report of any values; what points to a claim or a proposal points to one that is there."""
    sections = draw(st.lists(st.from_type(Section), max_size=3))
    claims = sum(len(section.claims) for section in sections)
    proposals = sum(len(section.proposals) for section in sections)
    return Report(
        draw(TEXT),
        tuple(
            replace(
                section,
                level=section.level % 7,
                proposals=tuple(
                    replace(one, claims=tuple(replace(lean, claim=_one_of(lean.claim, claims)) for lean in one.claims))
                    for one in section.proposals
                ),
                series=tuple(
                    replace(
                        one,
                        episodes=tuple(
                            replace(episode, proposal=_one_of(episode.proposal, proposals)) for episode in one.episodes
                        ),
                    )
                    for one in section.series
                ),
            )
            for section in sections
        ),
    )


def _one_of(position: int | None, total: int) -> int | None:
    return position % total + 1 if position is not None and total else None


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    """A store that all examples share."""
    store = Store(None)
    yield store
    store.close()


@pytest.fixture
def saved(memory_store: Store):
    """Save versions of one report, and load what it is then."""

    def save(report: Report) -> Report:
        with memory_store.changing() as tx:
            save_report(tx, 1, None, report, is_sample=False)
        return load_report(memory_store, 1)

    return save


@given(report=reports(), other=reports())
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_report_comes_out_as_it_went_in(store: Store, report: Report, other: Report) -> None:
    number = next(NUMBERS)
    for version in (report, report, other):
        with store.changing() as tx:
            save_report(tx, number, None, version, is_sample=False)
        assert load_report(store, number) == version


def claim(statement: str, **said: object) -> ReportClaim:
    return ReportClaim(statement, citations=(Citation("News", "https://news.example.org/1"),), **said)


def report_of(*claims: ReportClaim, **parts: tuple) -> Report:
    return Report("A report", (Section(key="claims", heading="Key facts", level=2, claims=claims, **parts),))


def test_a_use_takes_the_grade_of_the_reports_own_table(memory_store: Store, saved) -> None:
    ratings = (
        SourceRating("News", "https://m.news.example.org/1", "high", "high", "a paper"),
        SourceRating("News again", "https://news.example.org/1", "low", "low", "hearsay"),
    )
    stated = claim("One"), replace(claim("Two"), citations=(Citation("Never rated", "https://other.example.org"),))
    saved(report_of(*stated, ratings=ratings))
    uses = memory_store.rows("library/report_claim_uses", source_id=1)
    assert [(use["grade"], use["grade_reason"]) for use in uses] == [("low", "hearsay"), ("unrated", "")]


def test_another_version_keeps_the_ids_of_what_stayed_and_bins_what_went(memory_store: Store, saved) -> None:
    plans = {
        "proposals": (ProposalDraft("A", "one", claims=(SupportingClaim("lean", claim=1),)), ProposalDraft("B")),
        "series": (SeriesDraft("S"),),
        "signals": (SignalDraft("watch", "it"), SignalDraft("watch", "that")),
    }
    saved(report_of(claim("One"), claim("Two"), **plans))
    before = {name: memory_store.rows(name, source_id=1) for name in KEPT}
    plans |= {"proposals": (ProposalDraft("B"), ProposalDraft("A", "two")), "signals": (SignalDraft("watch", "that"),)}
    loaded = saved(report_of(claim("Two"), claim("Three"), **plans))
    assert [one.thesis for one in loaded.proposals] == ["", "two"]
    after = {name: memory_store.rows(name, source_id=1) for name in KEPT}
    assert after["library/report_claims"][0]["claim_id"] == before["library/report_claims"][1]["claim_id"]
    assert [row["proposal_id"] for row in after["plan/report_proposals"]] == [
        row["proposal_id"] for row in reversed(before["plan/report_proposals"])
    ]
    assert after["plan/report_series"] == before["plan/report_series"]
    assert after["plan/report_signals"][0]["signal_id"] == before["plan/report_signals"][1]["signal_id"]
    binned = memory_store.rows("plan/signals", is_binned=True)
    assert [row["signal_id"] for row in binned] == [before["plan/report_signals"][0]["signal_id"]]


KEPT = ("library/report_claims", "plan/report_proposals", "plan/report_series", "plan/report_signals")
