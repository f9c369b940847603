"""Gaps from the store: the seed's verdict, each kind from real rows, nothing stated where nothing is known."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from douyin_exports import bring, load, row

from blindspot.explore.filters import Filters
from blindspot.explore.gaps import find_gaps, nearest_to_angle
from blindspot.explore.works import Selection, list_works
from blindspot.library.codebooks import show_codebook
from blindspot.library.creators import find_creator, set_role
from blindspot.library.person_labels import set_label
from blindspot.store import Store


def verdicts(store: Store, topic_id: int, line: float = 0.15, filters: Filters | None = None) -> dict:
    found = find_gaps(store, topic_id, line, filters or Filters())
    return {gap.angle.angle: (gap.verdict.kind, gap.verdict.evidence) for gap in found.gaps}


def test_the_seeds_verdict_stands_first(sample_store: Store, sample_topic: int) -> None:
    found = find_gaps(sample_store, sample_topic, 0.15, Filters())
    gap = found.gaps[0]
    assert (gap.angle.angle, gap.verdict.kind, gap.verdict.evidence) == ("data_sustainability", "nobody", "weak")
    grade = found.next_grade(gap)
    assert (grade.moderate, grade.strong) == (2, 23)
    assert [one.verdict.kind for one in found.gaps] == ["nobody"] + ["few"] * 4 + ["covered"] * 3
    assert all((one.verdict.evidence is None) == (one.verdict.kind == "covered") for one in found.gaps)


def test_a_line_decides_what_is_few(sample_store: Store, sample_topic: int) -> None:
    assert verdicts(sample_store, sample_topic, line=0.1)["copyright"] == ("covered", None)
    assert verdicts(sample_store, sample_topic, line=0.2)["copyright"] == ("few", "weak")
    assert verdicts(sample_store, sample_topic, line=0.2)["data_sustainability"] == ("nobody", "moderate")


def test_what_competitors_cover_and_we_do_not_is_ours(sample_store: Store, sample_topic: int) -> None:
    before = verdicts(sample_store, sample_topic)
    assert "ours" not in {kind for kind, _ in before.values()}
    set_role(sample_store, "Ann", [find_creator(sample_store, "南风科技")], "own")
    after = verdicts(sample_store, sample_topic)
    assert after["tutorial"] == ("ours", "weak")
    assert after["data_sustainability"] == ("nobody", "weak")


@pytest.fixture
def flat(memory_store: Store, tmp_path: Path) -> tuple[Store, int]:
    """Ten creators whose works of one angle get a tenth of their usual likes."""
    topic_id = load(memory_store, angles={"dull": ["沉闷"], "usual": ["平常"]})
    rows = []
    for creator in range(10):
        for number in range(6):
            title = "样例 沉闷" if number == 0 else "样例 平常"
            likes = 10 if number == 0 else 100 + creator + number
            rows.append(row(creator * 10 + number, title, creator=f"c{creator}", likes=likes))
    bring(memory_store, tmp_path / "a.csv", rows)
    return memory_store, topic_id


def test_an_angle_that_falls_short_everywhere_is_flat(flat: tuple[Store, int]) -> None:
    store, topic_id = flat
    found = find_gaps(store, topic_id, 0.15, Filters())
    assert verdicts(store, topic_id) == {"dull": ("flat", "moderate"), "usual": ("covered", None)}
    dull = found.gaps[0]
    assert dull.angle.lift_creators == 10
    assert dull.angle.lift_high < 0
    assert found.next_grade(dull).moderate == 0
    assert found.next_grade(dull).strong == 10


def test_nothing_is_stated_where_nothing_is_in_scope(sample_store: Store, sample_topic: int) -> None:
    nothing = find_gaps(sample_store, sample_topic, 0.15, Filters(date_from=date(2030, 1, 1)))
    assert nothing.gaps == []
    assert nothing.scope.works == 0


def test_the_nearest_works_do_not_carry_the_angle_and_a_yes_takes_the_gap_away(
    sample_store: Store, sample_topic: int
) -> None:
    angle = next(one for one in show_codebook(sample_store, sample_topic).angles if one.key == "data_sustainability")
    [angle_id] = [
        one["angle_id"]
        for one in sample_store.rows("library/topic_angles", topic_id=sample_topic)
        if one["key"] == angle.key
    ]
    nearest = nearest_to_angle(sample_store, sample_topic, angle_id, angle, Filters())
    assert len(nearest) == 10
    set_label(sample_store, sample_topic, angle.key, nearest[0].work_key, True)
    again = nearest_to_angle(sample_store, sample_topic, angle_id, angle, Filters())
    assert nearest[0].work_key not in [work.work_key for work in again]
    assert verdicts(sample_store, sample_topic)["data_sustainability"][0] == "few"
    [work] = list_works(sample_store, sample_topic, Filters(), Selection(angle_id=angle_id))
    assert (work.work_key, work.decided) == (nearest[0].work_key, (("data_sustainability", True),))
