"""Many people at one storyboard: no word that was acknowledged is lost, and who is refused is shown both texts."""

from __future__ import annotations

from benchmarks.many_editors import add_storyboard, edit_at_once
from blindspot.editing.rows import read_rows
from blindspot.library.check import check_store
from blindspot.store import Store

PEOPLE, EDITS, SHOTS = 16, 20, 5


def test_nothing_is_lost_and_each_conflict_shows_both_texts(file_store: Store) -> None:
    add_storyboard(file_store, SHOTS)
    done = edit_at_once(file_store, PEOPLE, EDITS, SHOTS)
    assert len(done.acknowledged) == PEOPLE * EDITS
    assert done.lost == set()
    assert done.refused
    for text, conflict in done.refused:
        assert conflict.yours == {"narration": text}
        assert conflict.theirs["narration"] not in (text, conflict.before["narration"])
        assert conflict.by
    rows = read_rows(file_store, "shot", [f"shot-{n}" for n in range(SHOTS)])
    assert sum(row["rev"] - 1 for row in rows.values()) == PEOPLE * EDITS
    assert not [rule for rule in check_store(file_store) if rule.violations]
