"""requirements.txt names what the code imports, and nothing else without a reason."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterable
from importlib.metadata import packages_distributions, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
RUN, DEV = ROOT / "requirements.txt", ROOT / "requirements-dev.txt"
CODE = [ROOT / "app.py", *(ROOT / "pages").rglob("*.py"), *(ROOT / "blindspot").rglob("*.py")]
TESTS = [*(ROOT / "tests").rglob("*.py"), *(ROOT / "benchmarks").glob("*.py")]
NOT_IMPORTED = {
    "pytz": "DuckDB needs it to hand out times with a zone",
    "tzdata": "Windows has no time zones of its own",
    "lxml-html-clean": "trafilatura needs it, and older versions of pip miss it",
    "pytest-playwright": "gives the journeys their browser",
    "pytest-xdist": "runs the tests side by side",
    "import-linter": "run as a command",
    "ruff": "run as a command",
    "otio-fcp-adapter": "OpenTimelineIO finds it by its entry point",
    "otio-cmx3600-adapter": "OpenTimelineIO finds it by its entry point",
    "otio-fcpx-xml-adapter": "OpenTimelineIO finds it by its entry point",
}


def required(path: Path) -> dict[str, Requirement]:
    """Return the requirements of a file by their names."""
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    entries = [Requirement(line) for line in lines if line and not line.startswith(("#", "-r"))]
    return {canonicalize_name(entry.name): entry for entry in entries}


def imported(paths: Iterable[Path]) -> dict[str, set[str]]:
    """Return the installed packages that the files import, each with the files."""
    found: dict[str, set[str]] = {}
    packages = packages_distributions()
    for path in paths:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.level == 0:
                names = [node.module or ""]
            for top in {name.split(".")[0] for name in names} - set(sys.stdlib_module_names):
                for package in packages.get(top, ()):
                    found.setdefault(canonicalize_name(package), set()).add(path.relative_to(ROOT).as_posix())
    return found


def test_every_import_of_the_app_is_required() -> None:
    missing = {name: files for name, files in imported(CODE).items() if name not in required(RUN)}
    assert missing == {}


def test_every_import_of_tests_and_benchmarks_is_required() -> None:
    known = required(RUN) | required(DEV)
    # packaging comes with pytest, blindspot is this project
    missing = {name: files for name, files in imported(TESTS).items() if name not in known}
    assert set(missing) <= {"packaging"}, missing


@pytest.mark.parametrize("path", [RUN, DEV], ids=lambda path: path.stem)
def test_every_requirement_is_imported_or_explained(path: Path) -> None:
    used = imported(CODE if path == RUN else [*CODE, *TESTS])
    assert [name for name in required(path) if name not in used and name not in NOT_IMPORTED] == []


@pytest.mark.parametrize("path", [RUN, DEV], ids=lambda path: path.stem)
def test_every_requirement_has_a_tested_lower_bound_and_a_ceiling(path: Path) -> None:
    for name, entry in required(path).items():
        bounds = {specifier.operator: specifier.version for specifier in entry.specifier}
        assert entry.specifier.contains(version(name)), name
        assert ">=" in bounds, name
        if re.match(r"20\d\d", bounds[">="]) is None:
            assert int(bounds["<"]) == int(bounds[">="].split(".")[0]) + 1, name
