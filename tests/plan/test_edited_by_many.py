"""Many people at one storyboard: no word that was acknowledged is lost, and who is refused is shown both texts."""

from __future__ import annotations

import pytest
from campaigns import few_or_many

from benchmarks.many_editors import add_storyboard, edit_at_once
from blindspot.editing.rows import read_rows
from blindspot.library.check import check_store
from blindspot.store import Store

PEOPLE, SHOTS = 16, 5


@pytest.mark.parametrize("edits", few_or_many(10, 200))
def test_nothing_is_lost_and_each_conflict_shows_both_texts(file_store: Store, edits: int) -> None:
    add_storyboard(file_store, SHOTS)
    done = edit_at_once(file_store, PEOPLE, edits, SHOTS)
    assert len(done.acknowledged) == PEOPLE * edits
    assert done.lost == set()
    assert done.refused
    for text, conflict in done.refused:
        assert conflict.yours == {"narration": text}
        assert conflict.theirs["narration"] not in (text, conflict.before["narration"])
        assert conflict.by
    rows = read_rows(file_store, "shot", [f"shot-{n}" for n in range(SHOTS)])
    assert sum(row["rev"] - 1 for row in rows.values()) == PEOPLE * edits
    assert not [rule for rule in check_store(file_store) if rule.violations]
