from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blindspot.explore.coverage_types import AngleCoverage, Gap, NextGrade, Scope, Verdict
from blindspot.explore.evidence import classify, creators_for_next_grade, order_gaps
from blindspot.explore.intervals import clopper_pearson, clustered_upper

LINE = 0.15
SAMPLE = (5, 4, 4, 3, 3, 2, 1, 1)
REPORT = (6, 4, 3, 3, 2, 2, 2, 1)


def scope_of(works_per_creator: tuple[int, ...] = SAMPLE, own_creators: int = 0) -> Scope:
    return Scope(
        works=sum(works_per_creator),
        creators=len(works_per_creator),
        sum_squares=sum(m * m for m in works_per_creator),
        rho=0.2,
        first_published=None,
        last_published=None,
        platforms=("douyin",),
        fields=("title", "text", "hashtags"),
        works_with_transcript=0,
        unlabelled=0,
        own_creators=own_creators,
    )


def angle_of(scope: Scope, works: int = 0, creators: int = 0, **others: object) -> AngleCoverage:
    share, creator_share = clopper_pearson(works, scope.works), clopper_pearson(creators, scope.creators)
    measured = AngleCoverage(
        angle="data",
        name={"zh": "数据", "en": "Data"},
        works=works,
        creators=creators,
        share_low=share and share.low,
        share_high=share and share.high,
        share_high_clustered=clustered_upper(works, scope.works, scope.sum_squares, scope.rho),
        creator_share_low=creator_share and creator_share.low,
        creator_share_high=creator_share and creator_share.high,
        position=0,
    )
    return replace(measured, **others)


def grade(scope: Scope, line: float = LINE, **counts: object) -> Verdict | None:
    return classify(angle_of(scope, **counts), scope, line)


def test_without_works_nothing_is_stated():
    scope = scope_of(())
    assert grade(scope) is None


@pytest.mark.parametrize(
    ("creators", "evidence"),
    [(8, "weak"), (9, "weak"), (10, "moderate"), (30, "moderate"), (31, "strong")],
)
def test_nobody_is_graded_by_the_clustered_bound_of_works(creators, evidence):
    # Creators like the sample's: 23/8 works each at the same design effect.
    growth = creators / 8
    scope = replace(scope_of(), works=23 * growth, creators=creators, sum_squares=81 * growth)
    assert grade(scope) == Verdict("nobody", evidence)


def test_many_works_of_few_creators_stay_below_strong():
    assert grade(scope_of((38, 38, 38, 38, 37, 37, 37, 37))) == Verdict("nobody", "moderate")


@pytest.mark.parametrize(
    ("covering", "creators", "evidence"),
    [(1, 8, "weak"), (1, 34, "weak"), (1, 35, "moderate"), (1, 110, "strong"), (14, 100, "weak"), (5, 100, "moderate")],
)
def test_few_is_graded_by_the_bound_of_creators(covering, creators, evidence):
    scope = scope_of((2,) * creators)
    assert grade(scope, works=covering, creators=covering) == Verdict("few", evidence)


def test_the_line_itself_is_not_few():
    scope = scope_of((2,) * 20)
    assert grade(scope, works=3, creators=3).kind == "covered"
    assert grade(scope, line=0.151, works=3, creators=3).kind == "few"


@pytest.mark.parametrize(("creators", "evidence"), [(2, "weak"), (7, "weak"), (8, "moderate"), (20, "strong")])
def test_flat_and_ours_are_graded_by_creators(creators, evidence):
    scope = scope_of((2,) * 20, own_creators=1)
    covered = {"works": 20, "creators": 20, "own_works": 2}
    lift = {"lift": -0.3, "lift_low": -0.5, "lift_high": -0.1, "lift_creators": creators}
    assert grade(scope, **covered, **lift) == Verdict("flat", evidence)
    alone = scope_of((2,) * creators, own_creators=1)
    assert grade(alone, works=creators, creators=creators) == Verdict("ours", evidence)


def test_a_lift_that_may_be_zero_is_not_flat():
    lift = {"lift": -0.2, "lift_low": -0.5, "lift_high": 0.0, "lift_creators": 8}
    assert grade(scope_of(), works=8, creators=8, **lift) == Verdict("covered", None)


def test_ours_needs_an_own_creator_without_it():
    assert grade(scope_of(), works=8, creators=8) == Verdict("covered", None)
    assert grade(scope_of(own_creators=1), works=8, creators=8, own_works=1) == Verdict("covered", None)


def test_the_first_that_applies_wins():
    scope = scope_of((2,) * 10, own_creators=1)
    flat = {"lift": -1.0, "lift_low": -1.5, "lift_high": -0.5, "lift_creators": 9}
    assert grade(scope, works=0, creators=0, **flat).kind == "nobody"
    assert grade(scope, works=1, creators=1, **flat).kind == "few"
    assert grade(scope, works=9, creators=9, **flat).kind == "flat"
    assert grade(scope, works=9, creators=9).kind == "ours"


@pytest.mark.parametrize(
    ("works_per_creator", "line", "expected"),
    [
        (SAMPLE, 0.15, NextGrade(2, 23)),
        (REPORT, 0.15, NextGrade(2, 23)),
        # labels_and_gaps says +7; 15 creators leave the bound at 10.03 %, the sixteenth brings it under the line.
        (REPORT, 0.10, NextGrade(8, 23)),
        (SAMPLE, 0.30, NextGrade(0, 23)),
        (SAMPLE, 0.01, NextGrade(23, 23)),
    ],
)
def test_creators_that_would_firm_up_a_zero(works_per_creator, line, expected):
    scope = scope_of(works_per_creator)
    angle = angle_of(scope)
    assert creators_for_next_grade(angle, classify(angle, scope, line), scope, line) == expected


def test_creators_that_would_firm_up_few():
    scope = scope_of((2,) * 8)
    angle = angle_of(scope, works=1, creators=1)
    found = creators_for_next_grade(angle, Verdict("few", "weak"), scope, LINE)
    assert clopper_pearson(1, 8 + found.moderate).high < 0.15 <= clopper_pearson(1, 7 + found.moderate).high
    assert clopper_pearson(1, 8 + found.strong).high < 0.05 <= clopper_pearson(1, 7 + found.strong).high


def test_out_of_reach_is_none():
    scope = scope_of((1,) * 10_000)
    angle = angle_of(scope, works=1_400, creators=1_400)
    assert creators_for_next_grade(angle, classify(angle, scope, LINE), scope, LINE) == NextGrade(0, None)


def test_flat_and_ours_need_as_many_as_their_grades():
    scope = scope_of((2,) * 9, own_creators=1)
    angle = angle_of(scope, works=9, creators=9, lift=-1.0, lift_low=-1.5, lift_high=-0.5, lift_creators=3)
    assert creators_for_next_grade(angle, Verdict("flat", "weak"), scope, LINE) == NextGrade(5, 17)
    assert creators_for_next_grade(angle, Verdict("ours", "moderate"), scope, LINE) == NextGrade(0, 11)
    assert creators_for_next_grade(angle, Verdict("covered", None), scope, LINE) is None


@given(st.lists(st.integers(1, 30), min_size=1, max_size=60), st.floats(0.05, 0.5))
def test_the_promised_creators_do_reach_the_grade(works_per_creator, line):
    scope = scope_of(tuple(works_per_creator))
    angle = angle_of(scope)
    found = creators_for_next_grade(angle, classify(angle, scope, line), scope, line)

    def grade_with(more: int) -> str:
        growth = (scope.creators + more) / scope.creators
        larger = replace(
            scope,
            works=scope.works * growth,
            creators=scope.creators + more,
            sum_squares=scope.sum_squares * growth,
        )
        return grade(larger, line).evidence

    assert found.moderate <= found.strong
    assert grade_with(found.strong) == "strong"
    assert grade_with(found.moderate) in ("moderate", "strong")
    if found.moderate > 0:
        assert grade_with(found.moderate - 1) == "weak"
    if found.strong > 0:
        assert grade_with(found.strong - 1) != "strong"


RANK = {"weak": 0, "moderate": 1, "strong": 2}


@given(st.lists(st.integers(1, 20), min_size=1, max_size=60), st.integers(1, 20))
def test_another_creator_never_weakens_a_zero(works_per_creator, works):
    # A creator no busier than the busiest so far cannot raise the design effect by more than it adds works.
    works = min(works, *works_per_creator)
    before, after = scope_of(tuple(works_per_creator)), scope_of((*works_per_creator, works))
    assert RANK[grade(after).evidence] >= RANK[grade(before).evidence]


def gap(kind: str, angle: str, **values: object) -> Gap:
    scope = scope_of()
    return Gap(angle_of(scope, angle=angle, **values), Verdict(kind, None if kind == "covered" else "weak"))


def test_gaps_are_ordered_by_kind_demand_bound_and_place():
    expected = [
        gap("nobody", "most asked", demand_sources=3, position=9),
        gap("nobody", "more claims", demand_sources=1, demand_claims=4, position=8),
        gap("nobody", "more questions", demand_sources=1, demand_claims=1, demand_questions=2, position=7),
        gap("nobody", "first in the codebook", position=1),
        gap("nobody", "second in the codebook", position=2),
        gap("few", "asked", works=3, creators=3, demand_sources=1, position=6),
        gap("few", "rarer", works=1, creators=1, position=5),
        gap("few", "rarer in works", works=2, creators=2, position=4),
        gap("few", "less rare in works", works=4, creators=2, position=3),
        gap("flat", "flat", works=8, creators=8, position=0),
        gap("ours", "ours", works=8, creators=8, demand_sources=9, position=0),
        gap("covered", "covered", works=8, creators=8, demand_sources=9, position=0),
    ]
    assert [found.angle.angle for found in order_gaps(reversed(expected))] == [each.angle.angle for each in expected]
