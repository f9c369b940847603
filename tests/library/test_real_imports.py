"""Every real export beside the checkout comes in with its rows adding up, or is answered with a reason or a mapping."""

from __future__ import annotations

from pathlib import Path

import pytest
from campaigns import few_or_many
from database_rows import execute, row_hashes
from places import SHARED

from blindspot.library.check import check_store
from blindspot.library.import_files import import_paths
from blindspot.library.import_result import OUTCOMES
from blindspot.library.undo_import import undo_import
from blindspot.store import Store

REAL = SHARED / "real"
DAMAGED = "mediacrawler/upstream_MALFORMED_20250714.db"


@pytest.fixture(scope="module")
def real() -> Path:
    if not REAL.is_dir():
        pytest.skip(f"the real exports are not beside this checkout ({REAL})")
    return REAL


@pytest.mark.worker
@pytest.mark.parametrize("most_bytes", few_or_many(150_000, 1 << 30))
def test_every_real_export_comes_in_or_is_answered(real: Path, most_bytes: int) -> None:
    store = Store(None)
    files = [path for path in sorted(real.rglob("*")) if path.is_file() and path.suffix != ".md"]
    result = import_paths(store, [path for path in files if path.stat().st_size <= most_bytes] + [real / DAMAGED])
    refused = {Path(one.file).relative_to(real).as_posix(): one for one in result.refused}
    assert refused[DAMAGED].proposal is None
    for name in refused.keys() - {DAMAGED}:
        proposal = refused[name].proposal
        assert proposal is not None and proposal.doubts, name
    assert len(result.imports) > len(refused)
    for one in result.imports:
        assert one.rows_read == sum(getattr(one, outcome) for outcome in OUTCOMES) > 0, one.file
        assert one.rows_rejected == len(one.rejected)
    assert sum(one.works_added for one in result.imports) == execute(store, "select count(*) from library.works")[0][0]
    assert not [rule for rule in check_store(store) if rule.violations]
    before = row_hashes(store)
    assert all(one.is_repeated for one in import_paths(store, [Path(one.file) for one in result.imports[:5]]).imports)
    assert row_hashes(store) == before
    for one in result.imports:
        undo_import(store, one.import_id)
    left = {name for name, (rows, _) in row_hashes(store).items() if rows}
    assert left == {"main.migrations"}
    store.close()
