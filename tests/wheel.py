"""The wheel, built from a copy of the checkout in which a user has worked, and laid out as an install lays it out."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from hatchling.builders.wheel import WheelBuilder
from places import ROOT

PARTS = ("blindspot", "pages", "queries", "data", ".streamlit", "tests", "benchmarks")
FILES = ("app.py", "pyproject.toml", "README.md", "LICENSE", ".gitignore")
OF_A_USER = (
    "data/blindspot.duckdb",
    "data/blindspot.duckdb.wal",
    "data/mine.duckdb",
    "data/backups/blindspot.duckdb",
    "data/tmp/upload.csv",
    "data/plan_snapshots/2026-02-11.json",
    ".streamlit/secrets.toml",
)
"""What lies in a checkout after some weeks of use."""


def build_wheel(folder: Path) -> tuple[Path, Path]:
    """Build the wheel in a folder, without a network; return it and the checkout that it was built from."""
    checkout = folder / "checkout"
    ignored = shutil.ignore_patterns("__pycache__", "*.duckdb*", "backups", "tmp", "plan_snapshots", "scratch")
    for part in PARTS:
        shutil.copytree(ROOT / part, checkout / part, ignore=ignored)
    for name in FILES:
        shutil.copyfile(ROOT / name, checkout / name)
    for name in OF_A_USER:
        (checkout / name).parent.mkdir(exist_ok=True)
        (checkout / name).write_text("a user's own", encoding="utf-8")
    (built,) = WheelBuilder(str(checkout)).build(directory=str(folder), versions=["standard"])
    return Path(built), checkout


def install(folder: Path) -> Path:
    """Build the wheel and return the folder that it is installed in; the libraries are those of this Python."""
    wheel, _ = build_wheel(folder)
    place = folder / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(place)
    return place


def environment_of(place: Path, home: Path) -> dict[str, str]:
    """Return the environment of somebody who has installed it there and set nothing else."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("BLINDSPOT_", "STREAMLIT_"))}
    homes = dict.fromkeys(("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"), str(home))
    of_linux = {"XDG_DATA_HOME": str(home / "data"), "XDG_CONFIG_HOME": str(home / "config")}
    return ours | homes | of_linux | {"PYTHONPATH": str(place), "PYTHONUTF8": "1"}


def command(*args: str) -> list[str]:
    """Return the command line that starts what the script `blindspot` starts."""
    return [sys.executable, "-P", "-c", "from blindspot.cli import main; main(prog_name='blindspot')", *args]


def run(place: Path, home: Path, folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the installed product from a folder."""
    done = subprocess.run(
        command(*args),
        cwd=folder,
        env=environment_of(place, home),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done
