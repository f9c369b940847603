"""The evidence of a proposal: frozen with its day, looked at again, and what has changed between."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from douyin_exports import bring, load, row

from blindspot.editing import Change, change
from blindspot.editing.rows import read_rows
from blindspot.errors import NotFound
from blindspot.explore.filters import Filters
from blindspot.plan.loading import load_proposal
from blindspot.plan.proposals.evidence import Evidence, find_differences, freeze, look_again, thaw
from blindspot.plan.proposals.listing import add_proposal
from blindspot.store import Store

LINE = 0.15
FILTERS = Filters(platforms=("douyin",), date_from=date(2026, 1, 1))
SILENT = [row(number, "样例 演示", creator=f"c{number}") for number in range(1, 11)]
SPEAKING = [row(11, "样例 风险", creator="n1", day="2026-02-20"), row(12, "样例 演示", creator="n2", day="2026-02-20")]


def angle_of(store: Store, topic_id: int) -> int:
    return store.rows("library/angle_id", topic_id=topic_id, key="risk")[0]["angle_id"]


def frozen(store: Store, topic_id: int) -> str:
    found, gap = look_again(store, topic_id, angle_of(store, topic_id), LINE, FILTERS)
    return freeze(found, gap, FILTERS, "0 of 10 works mention it", store.data_version())


def known(store: Store, topic_id: int) -> Evidence:
    return thaw(frozen(store, topic_id))


@pytest.fixture
def topic_id(memory_store: Store, tmp_path: Path) -> int:
    topic_id = load(memory_store)
    bring(memory_store, tmp_path / "silent.csv", SILENT)
    return topic_id


def test_what_was_frozen_comes_out_as_it_was_known(memory_store: Store, topic_id: int) -> None:
    found, gap = look_again(memory_store, topic_id, angle_of(memory_store, topic_id), LINE, FILTERS)
    kept = known(memory_store, topic_id)
    assert (kept.angle, kept.verdict, kept.scope) == (gap.angle, gap.verdict, found.scope)
    assert (kept.filters, kept.line, kept.statement) == (FILTERS, LINE, "0 of 10 works mention it")
    assert thaw(None) is None


def test_nothing_changes_while_nothing_came_in(memory_store: Store, topic_id: int) -> None:
    assert find_differences(known(memory_store, topic_id), known(memory_store, topic_id)) == ()


def test_what_an_import_changed_is_told_the_verdict_first(memory_store: Store, topic_id: int, tmp_path: Path) -> None:
    then = known(memory_store, topic_id)
    bring(memory_store, tmp_path / "speaking.csv", SPEAKING)
    now = known(memory_store, topic_id)
    changed = {one.what: (one.before, one.after) for one in find_differences(then, now)}
    assert next(iter(changed)) == "kind"
    assert changed["kind"] == ("nobody", "few")
    assert (changed["works"], changed["n"]) == ((0, 1), (10, 12))
    assert (changed["creators"], changed["n_creators"]) == ((0, 1), (10, 12))
    assert changed["bound"] == (then.angle.share_high_clustered, now.angle.creator_share_high)
    assert changed["dates"][1][1] == date(2026, 2, 20)


def test_the_filters_of_that_day_hold_when_it_is_looked_at_again(
    memory_store: Store, topic_id: int, tmp_path: Path
) -> None:
    then = known(memory_store, topic_id)
    bring(memory_store, tmp_path / "old.csv", [row(13, "样例 风险", creator="n3", day="2025-06-01")])
    assert find_differences(then, known(memory_store, topic_id)) == ()


def test_an_angle_out_of_the_codebook_is_refused_in_a_sentence(memory_store: Store, topic_id: int) -> None:
    with pytest.raises(NotFound, match="cannot be looked at again"):
        look_again(memory_store, topic_id, 999, LINE)


def test_a_refresh_stands_beside_what_was_frozen_and_in_the_history(memory_store: Store, topic_id: int) -> None:
    proposal_id = add_proposal(memory_store, "Ann", "Ours", topic_id=topic_id)
    fields = {"refreshed_evidence": frozen(memory_store, topic_id), "refreshed_at": "2026-03-01T09:00:00+08:00"}
    change(memory_store, "Ann", f"proposal:{proposal_id}", [Change("proposal", proposal_id, 1, fields)])
    [kept] = read_rows(memory_store, "proposal", [proposal_id]).values()
    assert (kept["evidence"], thaw(kept["refreshed_evidence"]).verdict.kind) == (None, "nobody")
    proposal = load_proposal(memory_store, proposal_id)
    assert (proposal.gap, proposal.gap_on) == ("0 of 10 works mention it", date(2026, 3, 1))
