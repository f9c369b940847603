"""Import of a million works, end to end, against what DuckDB itself needs to read and insert the same file.

Run: python -m benchmarks.import_speed [PAIRS]
Each import runs in a fresh process on a fresh database, as the command line does; both take turns. A later export in
which 5 % of the works changed (all have a new capture) follows on a copy of the full database.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import time

import duckdb  # noqa: TID251 the yardstick is DuckDB itself

from benchmarks.measuring import drop, in_own_process, machine, peak_megabytes, say, timed_statements
from benchmarks.prepared import copy_of_full
from benchmarks.synthetic import COLUMNS, SCRATCH, export
from blindspot.library.import_files import import_paths
from blindspot.store import Store

TEXTS = ("aweme_id", "title", "desc", "user_id", "sec_uid", "nickname", "aweme_url", "source_keyword")


def import_once(name: str) -> dict:
    """Import the export into a fresh database, or the later export into the full one; return what it took."""
    is_later = name == "later"
    path = copy_of_full("later.duckdb") if is_later else drop(SCRATCH / "import.duckdb")
    started = time.perf_counter()
    with timed_statements() as spent:
        store = Store(path)
        result = import_paths(store, [export(changed=0.05 if is_later else 0.0)])
        store.close()
    used = os.times()
    one = result.imports[0]
    peaks = dict(zip(("this", "child"), peak_megabytes(), strict=True))
    return {
        "seconds": time.perf_counter() - started,
        "cpu": used.user + used.system + used.children_user + used.children_system,
        "peaks": peaks,
        "spent": dict(spent),
        "counts": {"added": one.works_added, "updated": one.works_updated, "unchanged": one.works_unchanged},
    }


def duckdb_once() -> dict:
    """Read the export with a fixed schema into a table of a fresh database."""
    types = {column: "varchar" if column in TEXTS else "bigint" for column in COLUMNS}
    path = drop(SCRATCH / "duckdb.duckdb")
    started = time.perf_counter()
    with duckdb.connect(str(path)) as connection:
        connection.execute("set enable_progress_bar = false")
        columns = ", ".join(f'"{name}" {kind}' for name, kind in types.items())
        connection.execute(f"create table works ({columns})")
        connection.execute(
            "insert into works select * from read_csv($path, header = true, auto_detect = false, delim = ',', "
            f"quote = '\"', escape = '\"', new_line = '\\r\\n', columns = {types})",
            {"path": str(export())},
        ).fetchall()
    used = os.times()
    return {"seconds": time.perf_counter() - started, "cpu": used.user + used.system}


def main(pairs: int) -> None:
    """Print the medians of the pairs, their ratio and where the import's time goes."""
    print(machine())
    export(), export(changed=0.05)
    print(f"file: {export().stat().st_size / 1e6:.0f} MB")
    ours, theirs = [], []
    for _ in range(pairs):
        theirs.append(json.loads(in_own_process("benchmarks.import_speed", "--duckdb")))
        ours.append(json.loads(in_own_process("benchmarks.import_speed", "--import")))
        print(f"  pair: import {ours[-1]['seconds']:.2f} s, DuckDB {theirs[-1]['seconds']:.2f} s", flush=True)
    for key, words in (("seconds", "wall"), ("cpu", "processor")):
        mine, yard = ([one[key] for one in runs] for runs in (ours, theirs))
        say(f"import, {words}, median", statistics.median(mine))
        say(f"DuckDB read_csv + insert, {words}, median", statistics.median(yard))
        ratio = statistics.median(a / b for a, b in zip(mine, yard, strict=True))
        say(f"ratio, {words}, median of pairs", ratio, "×", "≤ 4" if key == "seconds" else "")
    middle = sorted(ours, key=lambda one: one["seconds"])[len(ours) // 2]
    print(f"counts: {middle['counts']}")
    show(middle)
    later = json.loads(in_own_process("benchmarks.import_speed", "--later"))
    say("later export, 5 % changed, into the full database", later["seconds"])
    print(f"counts: {later['counts']}")
    show(later)


def show(run: dict) -> None:
    """Print the peaks of memory and the costliest statements of one import."""
    say("  peak resident, this process", run["peaks"]["this"], "MB")
    say("  peak resident, worker", run["peaks"]["child"], "MB")
    for name, spent in sorted(run["spent"].items(), key=lambda item: -item[1])[:8]:
        say(f"  {name}", spent)
    say("  reading, folding and the rest", run["seconds"] - sum(run["spent"].values()))


if __name__ == "__main__":
    if "--duckdb" in sys.argv:
        print(json.dumps(duckdb_once()))
    elif "--import" in sys.argv:
        print(json.dumps(import_once("fresh")))
    elif "--later" in sys.argv:
        print(json.dumps(import_once("later")))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
