"""The house keeps its shape: what imports what, where SQL may stand, and what never appears."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from every import for_every
from places import ROOT

from blindspot.store import QUERIES, Store

PARTS = sorted(path for folder in ("blindspot", "pages") for path in (ROOT / folder).rglob("*.py"))
CODE = [*PARTS, ROOT / "app.py"]
PAGES = sorted((ROOT / "pages").rglob("*.py"))
SQL = re.compile(
    r"\bselect\b.+\bfrom\b|\binsert\s+into\b|\bdelete\s+from\b|\bupdate\s+\w+(\.\w+)?\s+set\b|\bmerge\s+into\b"
    r"|\b(create|drop|alter)\s+(or\s+replace\s+)?(temp\s+)?(table|schema|view|macro|sequence)\b|\bcopy\s+\w+\s+(to|from)\b",
    re.IGNORECASE | re.DOTALL,
)
READS_FOREIGN_SQLITE = ROOT / "blindspot" / "readers" / "formats" / "database.py"
"""Reads other tools' SQLite files, whose tables no query of ours can name."""
BANNED_TEXTS = ("unsafe_allow_html", "components.v1", "unsafe_allow_javascript")
BANNED_MODULES = {"pickle", "dill", "joblib", "marshal", "shelve"}
BANNED_CALLS = {"eval", "exec", "compile"}
LONGEST_MODULE = 300
LONGEST_PAGE = 50


def ids(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def texts(path: Path) -> Iterator[str]:
    """Yield every string of a module that is not a docstring; an f-string as one text."""
    tree = parsed(path)
    bare = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in bare:
            yield node.value
        elif isinstance(node, ast.JoinedStr):
            yield "".join(part.value if isinstance(part, ast.Constant) else "x" for part in node.values)


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """Yield every call of a module with the dotted name of what is called."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node


def imported(path: Path) -> set[str]:
    """Return the modules that a module imports."""
    found = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


@for_every(CODE, ids)
def test_sql_stands_in_queries_alone(path: Path) -> None:
    if path != READS_FOREIGN_SQLITE:
        assert [text for text in texts(path) if SQL.search(text)] == []


def test_sql_is_found_where_it_stands() -> None:
    assert [text for text in texts(READS_FOREIGN_SQLITE) if SQL.search(text)]
    for text in ("select a\nfrom b", "INSERT INTO t values (1)", "update library.works set x = 1", "drop table t"):
        assert SQL.search(text)
    for text in ("Select an angle", "Choose a topic from the list", "updated", "Import and set a role"):
        assert not SQL.search(text)


@for_every(CODE, ids)
def test_nothing_dangerous_is_called(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert [word for word in BANNED_TEXTS if word in source] == []
    assert {module.split(".")[0] for module in imported(path)} & BANNED_MODULES == set()
    for name, call in calls(path):
        assert name not in BANNED_CALLS, f"{ids(path)}:{call.lineno}"
        assert not name.endswith(("yaml.load", "os.system", "components.html")), f"{ids(path)}:{call.lineno}"
        keywords = {word.arg: word.value for word in call.keywords}
        for keyword in ("shell", "allow_pickle"):
            value = keywords.get(keyword)
            assert value is None or (isinstance(value, ast.Constant) and not value.value), f"{ids(path)}:{call.lineno}"


@for_every(CODE, ids)
def test_a_module_is_short_and_says_what_it_is_for(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= (LONGEST_PAGE if path in PAGES else LONGEST_MODULE)
    assert path in PAGES or ast.get_docstring(parsed(path))
    assert path.stem not in {"utils", "util", "helpers", "manager", "misc", "common"}


@for_every(CODE, ids)
def test_no_fault_is_swallowed(path: Path) -> None:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.ExceptHandler):
            caught = ast.unparse(node.type) if node.type else "everything"
            is_silent = all(isinstance(line, ast.Pass | ast.Continue) for line in node.body)
            assert not (is_silent and caught in ("everything", "Exception", "BaseException")), f"{path}:{node.lineno}"


def test_pages_lie_in_their_sections_under_names_of_their_own() -> None:
    assert PAGES
    assert {path.parent.relative_to(ROOT).as_posix() for path in PAGES} <= {
        "pages/library",
        "pages/explore",
        "pages/plan",
    }
    assert [name for name, times in Counter(path.stem for path in PAGES).items() if times > 1] == []


def test_schema_files_stand_in_order_and_are_noted_as_they_are() -> None:
    names = [path.stem for path in sorted((QUERIES / "schema").glob("*.sql"))]
    assert [int(name[:4]) for name in names] == list(range(1, len(names) + 1))
    assert all(re.fullmatch(r"\d{4}_[a-z_]+", name) for name in names)
    store = Store(None)
    assert [row["name"] for row in store.rows("library/migrations")] == names
    store.close()


@for_every(sorted((QUERIES / "schema").glob("*.sql")), ids)
def test_a_schema_file_says_what_it_is_for_and_names_the_schema(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith("-- purpose: ")
    made = re.findall(r"\b(?:create|alter|drop) (?:table|sequence|macro|view) (?:if (?:not )?exists )?(\S+)", text)
    made += re.findall(r"^(?:update|insert into|delete from) (\S+)", text, re.MULTILINE)
    assert made
    assert [name for name in made if not name.startswith(("library.", "plan.", "main."))] == []


def test_imports_point_down() -> None:
    done = run("-c", "from importlinter.cli import lint_imports_command; lint_imports_command()")
    assert done.returncode == 0, done.stdout + done.stderr
    assert " 0 broken" in done.stdout


def test_ruff_is_content() -> None:
    done = run("-m", "ruff", "check", "--no-cache", ".")
    assert done.returncode == 0, done.stdout + done.stderr


def test_everything_is_in_the_formatter_s_form() -> None:
    done = run("-m", "ruff", "format", "--check", "--no-cache", ".")
    assert done.returncode == 0, done.stdout + done.stderr


def test_types_hold(tmp_path: Path) -> None:
    done = run("-m", "mypy", "--cache-dir", str(tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr


def run(*args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *args], cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)


def test_every_folder_of_tests_says_its_question() -> None:
    said = (ROOT / "tests" / "README.md").read_text(encoding="utf-8")
    folders = {path.parent.name for path in (ROOT / "tests").glob("*/test_*.py")}
    assert {folder for folder in folders if f"| `{folder}/` |" not in said} == set()
