"""A database as a killed app leaves it: the file, and beside it a log that alone holds the last edits."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path

from places import ROOT

from blindspot.store import Store

EDITS = 8
CODE = """
    import os, sys
    from pathlib import Path
    from blindspot.errors import StoreError
    from blindspot.plan.proposals.listing import add_proposal
    from blindspot.store import Store
    open_until_the_end = []
    for path in sys.argv[2:]:
        try:
            store = Store(Path(path))
        except StoreError as error:
            print(error)
            continue
        open_until_the_end.append(store)
        for number in range(int(sys.argv[1])):
            add_proposal(store, "ren", f"edit {number}")
    sys.stdout.flush()
    os._exit(9)
"""


def edit_and_die(*paths: Path, edits: int = EDITS) -> list[str]:
    """Let a process add proposals to each database and end without closing any; return what it was refused with."""
    command = [sys.executable, "-c", textwrap.dedent(CODE), str(edits), *map(str, paths)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 9, done.stderr
    return done.stdout.splitlines()


def log_of(path: Path) -> Path:
    """Return where DuckDB puts the log of a database."""
    return path.with_name(f"{path.name}.wal")


def edits_in(store: Store) -> int:
    """Return how many of the edits are there."""
    return len(store.rows("plan/proposals", is_binned=False))


def kept_beside(path: Path) -> list[Path]:
    """Return the logs that were set aside."""
    return sorted(path.parent.glob(f"{path.name}.wal*.not_read-*"))
