"""Many people edit one storyboard at once: what a save takes, how many meet another's, and that nothing is lost.

Run: python -m benchmarks.editing [PEOPLE] [EDITS]
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path

from benchmarks.many_editors import add_storyboard, edit_at_once
from benchmarks.measuring import machine, say
from blindspot.store import Store

SHOTS = 20


def main(people: int = 16, edits: int = 200) -> None:
    """Print what saves take, alone and at once."""
    print(machine())
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "editing.duckdb")
        add_storyboard(store, SHOTS)
        alone = edit_at_once(store, 1, edits)
        say("a save alone, median", statistics.median(alone.seconds) * 1e3, "ms")
        done = edit_at_once(store, people, edits)
        hundredths = statistics.quantiles(done.seconds, n=100)
        say(f"a save, {people} people, median", hundredths[49] * 1e3, "ms")
        say(f"a save, {people} people, p95", hundredths[94] * 1e3, "ms", "< 150")
        say("the slowest save", max(done.seconds) * 1e3, "ms")
        say("edits acknowledged", len(done.acknowledged), "")
        say("edits lost", len(done.lost), "", "0")
        say("conflicts shown", len(done.refused), "")
        store.close()


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:]))
