"""The README and its pages say what is true: commands, options, settings, tools and libraries are those of the code."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from packaging.requirements import Requirement
from pydantic import SecretStr

from blindspot.cli import main
from blindspot.readers import READERS
from blindspot.settings import PREFIX, Settings

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
TOLD = {path.stem: path.read_text(encoding="utf-8") for path in PAGES}
"""The README and the pages that it leads to, by their names."""
BLOCK = re.compile(r"^```(?:bash|bat)\n(.+?)\n```$", re.DOTALL | re.MULTILINE)


def command(marker: str) -> tuple[str, str]:
    """Return the one-line commands of a section, for Linux and macOS and for Windows."""
    unix, windows = BLOCK.findall(README.split(f"<!-- {marker} -->")[1])[:2]
    return unix, windows


def commands(group: click.Group, *path: str) -> Iterator[tuple[str, click.Command]]:
    """Yield every command with its words."""
    for name, one in group.commands.items():
        if isinstance(one, click.Group):
            yield from commands(one, *path, name)
        else:
            yield " ".join([*path, name]), one


@pytest.mark.parametrize("marker", ["app", "tests"])
def test_each_command_is_one_line_and_the_windows_form_is_the_same(marker: str) -> None:
    unix, windows = command(marker)
    assert "\n" not in unix
    assert windows == unix.replace("python3 ", "py -3 ").replace(".venv/bin/", ".venv\\Scripts\\")


def test_the_commands_install_what_they_then_use() -> None:
    start, tests = command("app")[0], command("tests")[0]
    assert "-r requirements.txt " in start
    assert start.endswith("streamlit run app.py")
    assert "-r requirements-dev.txt " in tests
    assert tests.endswith(".venv/bin/python -m pytest")
    for name in ("app.py", "requirements.txt", "requirements-dev.txt"):
        assert (ROOT / name).is_file()


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_the_run_of_ci_is_the_readmes_own_command() -> None:
    shown = subprocess.run([ROOT / ".ci" / "run", "--show"], capture_output=True, text=True, check=True)
    assert shown.stdout.rstrip("\n") == command("tests")[0]


@pytest.mark.parametrize(
    ("words", "one"), list(commands(main)), ids=lambda part: part if isinstance(part, str) else " "
)
def test_every_command_is_there_with_its_options(words: str, one: click.Command) -> None:
    rows = "\n".join(line for line in TOLD["commands"].splitlines() if line.startswith("| "))
    entries = [entry for entry in re.findall(r"`([^`\n]+)`", rows) if re.match(rf"{words}\b", entry)]
    assert entries, words
    for option in (parameter for parameter in one.params if isinstance(parameter, click.Option)):
        assert any(name in entry for entry in entries for name in option.opts), (words, option.opts)


def test_every_setting_is_there_with_its_default() -> None:
    for name, field in Settings.model_fields.items():
        row = re.search(rf"^\| `{PREFIX}{name.upper()}` \| ([^|]+) \|", TOLD["settings"], re.MULTILINE)
        assert row is not None, name
        default = field.default.relative_to(ROOT).as_posix() if isinstance(field.default, Path) else field.default
        default = default.get_secret_value() if isinstance(default, SecretStr) else default
        # One that is empty until it is set says in words what holds instead.
        assert default in ("", None) or row[1] == f"`{default}`"


def test_every_tool_is_there() -> None:
    assert [reader.tool for reader in READERS if f"| {reader.tool} |" not in TOLD["guide"]] == []


def test_every_library_is_there() -> None:
    listed = TOLD["architecture"].split("# Libraries")[1]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = [Requirement(line).name for line in project["dependencies"]]
    assert [name for name in names if not re.search(rf"[| ]{re.escape(name)}[, ]", listed)] == []


def test_every_file_it_points_to_exists() -> None:
    links = [
        (path, link) for path in PAGES for link in re.findall(r"\]\(([^)#]+)\)", TOLD[path.stem]) if "://" not in link
    ]
    assert [link for path, link in links if not (path.parent / link).exists()] == []
    reached = {(path.parent / link).resolve() for path, link in links}
    assert [path.name for path in PAGES[1:] if path not in reached] == [], "a page that no other leads to"


def test_the_readme_is_short() -> None:
    assert len(README.splitlines()) <= 110
