"""Runs commands: in this process for speed, in one of their own where the process matters."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from click.testing import CliRunner, Result
from places import ROOT

from blindspot.cli import main

Run = Callable[..., Result]


def run_on(database: Path) -> Run:
    """Return what runs a command on that database, in this process."""

    def run(*args: object, status: int = 0) -> Result:
        result = CliRunner().invoke(main, ["--db", str(database), *map(str, args)], prog_name="blindspot")
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        assert result.exit_code == status, result.output
        assert "Traceback" not in result.output
        return result

    return run


def answer(result: Result) -> dict:
    return json.loads(result.stdout)


def process(*args: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command in a process of its own."""
    command = [sys.executable, "-m", "blindspot", *map(str, args)]
    env = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))}
    return subprocess.run(command, cwd=ROOT, env=env | environment, capture_output=True, timeout=120, check=False)
