"""The database that the measurements share: a million works in a topic of 60 angles, made by the import itself."""

from __future__ import annotations

import shutil
from pathlib import Path

from benchmarks.measuring import drop
from benchmarks.synthetic import SCRATCH, codebook, export
from blindspot.labelling.codebook import dump
from blindspot.library.codebooks import load_codebook
from blindspot.library.import_files import import_paths
from blindspot.store import Store

FULL = SCRATCH / "million.duckdb"


def full_database() -> Path:
    """Return the database's file, made once; remove benchmarks/scratch/million.duckdb after a change of the schema."""
    if not FULL.exists():
        part = drop(SCRATCH / "part.duckdb")
        store = Store(part)
        import_paths(store, [export()])
        load_codebook(store, "Ann", dump(codebook()))
        store.checkpoint()
        store.close()
        part.rename(FULL)
    return FULL


def copy_of_full(name: str) -> Path:
    """Return a copy that a measurement may change."""
    path = drop(SCRATCH / name)
    shutil.copyfile(full_database(), path)
    return path
