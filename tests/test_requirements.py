"""What is installed: ranges in pyproject.toml for what the code imports, and files compiled from them."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import packages_distributions, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from places import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RANGES = {
    "requirements.txt": PROJECT["project"]["dependencies"],
    "requirements-dev.txt": PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["dev"],
}
RUN, DEV = RANGES
OWN = f"{PROJECT['project']['name']} (pyproject.toml)"
OWN_GROUP = f"{PROJECT['project']['name']} (pyproject.toml:dev)"
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
    "mypy": "run as a command",
    "hatchling": "builds the wheel",
    "pre-commit": "run as a command",
    "otio-fcp-adapter": "OpenTimelineIO finds it by its entry point",
    "otio-cmx3600-adapter": "OpenTimelineIO finds it by its entry point",
    "otio-fcpx-xml-adapter": "OpenTimelineIO finds it by its entry point",
}


@dataclass(frozen=True)
class Pin:
    """One entry of a compiled file: what is pinned, how many hashes it has, and who asked for it."""

    requirement: Requirement
    hashes: int
    asked_by: tuple[str, ...]


def ranges(file: str) -> dict[str, Requirement]:
    """Return the ranges that a file is compiled from, by their names; of two for one name, the one with extras."""
    entries = sorted((Requirement(line) for line in RANGES[file]), key=lambda entry: len(entry.extras))
    return {canonicalize_name(entry.name): entry for entry in entries}


def pins(file: str) -> dict[str, list[Pin]]:
    """Return the entries of a compiled file by their names; a name has several where machines differ."""
    text = (ROOT / file).read_text(encoding="utf-8")
    found: dict[str, list[Pin]] = {}
    for entry in re.findall(r"^[^\s#].*\n(?:[ \t]+.*\n)*", text, re.MULTILINE):
        code = [line.rstrip("\\ ") for line in entry.splitlines() if not line.lstrip().startswith("#")]
        notes = [line.strip(" #") for line in entry.splitlines() if line.lstrip().startswith("#")]
        requirement = Requirement(code[0])
        hashes = [line for line in code[1:] if re.fullmatch(r" +--hash=sha256:[0-9a-f]{64}", line)]
        assert len(hashes) == len(code) - 1, code
        asked_by = tuple(note.removeprefix("via").strip() for note in notes)
        pin = Pin(requirement, len(hashes), tuple(name for name in asked_by if name))
        found.setdefault(canonicalize_name(requirement.name), []).append(pin)
    return found


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
    missing = {name: files for name, files in imported(CODE).items() if name not in ranges(RUN)}
    assert missing == {}


def test_every_import_of_tests_and_benchmarks_is_required() -> None:
    known = ranges(DEV)
    # packaging comes with pytest, blindspot is this project
    missing = {name: files for name, files in imported(TESTS).items() if name not in known}
    assert set(missing) <= {"packaging"}, missing


@pytest.mark.parametrize("file", RANGES)
def test_every_requirement_is_imported_or_explained(file: str) -> None:
    used = imported(CODE if file == RUN else [*CODE, *TESTS])
    assert [name for name in ranges(file) if name not in used and name not in NOT_IMPORTED] == []


@pytest.mark.parametrize("file", RANGES)
def test_every_requirement_has_a_tested_lower_bound_and_a_ceiling(file: str) -> None:
    for name, entry in ranges(file).items():
        bounds = {specifier.operator: specifier.version for specifier in entry.specifier}
        assert entry.specifier.contains(version(name)), name
        assert ">=" in bounds, name
        if re.match(r"20\d\d", bounds[">="]) is None:
            assert int(bounds["<"]) == int(bounds[">="].split(".")[0]) + 1, name


@pytest.mark.parametrize("file", RANGES)
def test_the_compiled_file_follows_from_the_ranges(file: str) -> None:
    """Where this fails, run `.ci/renew` and commit what it writes."""
    pinned = pins(file)
    for name, entry in ranges(file).items():
        assert name in pinned, f"{name} is not in {file}"
        for pin in pinned[name]:
            (specifier,) = pin.requirement.specifier
            assert entry.specifier.contains(specifier.version), f"{pin.requirement} is not within {entry}"
    for name, entries in pinned.items():
        for pin in entries:
            is_ours = bool({OWN, OWN_GROUP} & set(pin.asked_by))
            assert is_ours == (name in ranges(file)), f"{file} says of {name}: asked for by {pin.asked_by}"
            others = {canonicalize_name(by) for by in pin.asked_by if by not in (OWN, OWN_GROUP, f"-c {RUN}")}
            assert is_ours or others, f"nothing asks for {name}"
            assert others <= pinned.keys(), f"{name} is asked for by what {file} does not hold"


@pytest.mark.parametrize("file", RANGES)
def test_everything_compiled_is_one_version_with_its_hashes(file: str) -> None:
    for entries in pins(file).values():
        for pin in entries:
            assert [specifier.operator for specifier in pin.requirement.specifier] == ["=="], pin
            assert pin.hashes, pin
    text = (ROOT / file).read_text(encoding="utf-8")
    assert re.findall(r"://|^--.*|file:|/\w+/", text, re.MULTILINE) == [], "an index or a path of one machine"


def test_tests_run_on_what_users_install() -> None:
    dev = pins(DEV)
    for name, entries in pins(RUN).items():
        versions = [{str(pin.requirement.specifier) for pin in found} for found in (entries, dev[name])]
        assert versions[0] == versions[1], name
