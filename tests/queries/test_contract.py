"""Every file in queries/ keeps one contract: a true header, one statement, lower case, and somebody who uses it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache

import duckdb
import pyarrow as pa
import pytest
from every import for_every

from blindspot.library.removal import HOLDING_WORKS
from blindspot.library.sources.documents import FORGOTTEN_WITH_CANDIDATES
from blindspot.library.sources.documents import PARTS as PARTS_OF_A_DOCUMENT
from blindspot.plan.reports.bin import PLANS
from blindspot.plan.reports.parts import PARTS as PARTS_OF_A_REPORT
from blindspot.plan.reports.plans import INNER
from blindspot.plan.sample import KEPT, PLANNED
from blindspot.store import QUERIES, Store, statement

ROOT = QUERIES.parent
NAMES = sorted(
    path.relative_to(QUERIES).with_suffix("").as_posix()
    for path in QUERIES.rglob("*.sql")
    if path.parent.name != "schema"
)

FRAMES = {
    "batch": {
        "row": pa.int64(),
        "platform": pa.string(),
        "work_id": pa.string(),
        "url": pa.string(),
        "creator_id": pa.string(),
        "creator_name": pa.string(),
        "is_creator_hidden": pa.bool_(),
        "title": pa.string(),
        "text": pa.string(),
        "hashtags": pa.list_(pa.string()),
        "transcript": pa.string(),
        "published_at": pa.timestamp("us", "UTC"),
        "duration_seconds": pa.float64(),
        "plays": pa.int64(),
        "likes": pa.int64(),
        "comments": pa.int64(),
        "shares": pa.int64(),
        "collects": pa.int64(),
        "keyword": pa.string(),
        "captured_at": pa.timestamp("us", "UTC"),
        "search_text": pa.string(),
    },
    "rejected": {"row": pa.int64(), "reason": pa.string(), "values": pa.string()},
    "notes": {"row": pa.int64(), "column": pa.string(), "value": pa.string()},
    "remarks": {"kind": pa.string(), "column": pa.string(), "rows": pa.int64()},
    "touched": {"work_key": pa.int64()},
    "stale": {"work_key": pa.int64()},
    "stale_creators": {"creator_key": pa.int64()},
    "orphans": {"work_key": pa.int64()},
    "hits": {"angle_id": pa.int64(), "work_key": pa.int64(), "term_id": pa.int32(), "start_at": pa.uint32()},
    "topic_hits": {"topic_id": pa.int64(), "work_key": pa.int64()},
    "asking": {"angle_id": pa.int64(), "item": pa.string(), "item_id": pa.int64(), "places": pa.int64()},
    "comment_batch": {
        "row": pa.int64(),
        "comment_key": pa.int64(),
        "platform": pa.string(),
        "work_id": pa.string(),
        "text": pa.string(),
        "search_text": pa.string(),
        "said_at": pa.timestamp("us", "UTC"),
        "likes": pa.int64(),
        "is_question": pa.bool_(),
    },
    "points": {"term": pa.string(), "day": pa.date32(), "value": pa.float64()},
    "touched_comments": {"comment_key": pa.int64()},
    "hot_rows": {
        "place": pa.int64(),
        "title": pa.string(),
        "rank": pa.int64(),
        "heat": pa.string(),
        "url": pa.string(),
        "note": pa.string(),
        "listed_on": pa.date32(),
    },
    "former_ids": {
        "work_key": pa.int64(),
        "platform": pa.string(),
        "former_id": pa.string(),
        "work_id": pa.string(),
        "into_key": pa.int64(),
    },
    "refolded": {"work_key": pa.int64(), "search_text": pa.string()},
}
STAGED = {"staged": "library/create_staged", "staged_comments": "library/create_staged_comments"}
"""The temporary tables, and what makes them."""

FAMILIES = {
    "library/checks/{}": [path.stem for path in sorted((QUERIES / "library" / "checks").glob("*.sql"))],
    "library/remove_import_from_{}": ["imports", "rejects", "unread_cells", "remarks", "comment_rejects", "interest"],
    "library/import_{}": ["rejects", "comment_rejects"],
    "library/remove_orphans_from_{}": list(HOLDING_WORKS),
    "library/remove_topic_angles_from_{}": [
        "label_words",
        "labels",
        "person_labels",
        "demand_labels",
        "person_demand_labels",
        "angle_terms",
    ],
    "library/remove_topic_from_{}": [
        "angles",
        "topics",
        "topic_terms",
        "codebook_versions",
        "topic_works",
        "topic_sources",
        "scope_facts",
        "label_facts",
        "hidden_phrases",
    ],
    "library/remove_sample_from_{}": list(KEPT),
    "plan/remove_sample_from_{}": list(PLANNED),
    "library/add_{}": ["claims", "claim_uses", "claim_figures"],
    "library/add_document_{}": list(PARTS_OF_A_DOCUMENT),
    "library/forget_document_{}": list(PARTS_OF_A_DOCUMENT),
    "library/forget_candidates_from_{}": list(FORGOTTEN_WITH_CANDIDATES),
    "library/report_{}": list(PARTS_OF_A_REPORT),
    "library/add_report_{}": list(PARTS_OF_A_REPORT),
    "library/forget_report_{}": [*PARTS_OF_A_REPORT, "claims"],
    "plan/{}": list(INNER),
    "plan/add_{}": list(INNER),
    "plan/bring_{}": ["votes", "comments", "drafts"],
    "editing/action_to_{}": ["undo", "redo"],
    "plan/forget_{}": [*INNER, "report_signals"],
    "plan/bin_report_{}": list(PLANS),
    "plan/move_{}": ["proposals", "series", "signals"],
    "plan/next_{}_id": ["series", "episode"],
    "explore/works_per_angle_and_{}": ["creator", "platform", "week"],
}
"""Names that the code puts together, with what it puts in."""


def header(name: str) -> dict[str, str]:
    """Return the header's entries; a line that starts with blanks continues the one before."""
    entries: dict[str, str] = {}
    key = ""
    for line in statement(name).splitlines():
        if not line.startswith("--"):
            break
        text = line.removeprefix("--")
        if found := re.fullmatch(r" ([a-z]+): (.+)", text):
            key = found[1]
            assert key not in entries, f"{name} says {key} twice"
            entries[key] = found[2]
        else:
            assert key, f"{name} does not start with its purpose"
            entries[key] += f" {text.strip()}"
    return entries


def listed(name: str, key: str) -> list[str]:
    value = header(name).get(key, "none")
    return [] if value == "none" else value.split(", ")


def body(name: str) -> str:
    """Return the statement without comments and without what stands in quotes."""
    sql = re.sub(r"--[^\n]*", "", statement(name))
    return re.sub(r"'[^']*'|\"[^\"]*\"", "''", sql).strip()


def returns_rows(name: str) -> bool:
    [parsed] = duckdb.extract_statements(statement(name))
    return parsed.type == duckdb.StatementType.SELECT


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    """A cursor on the real schema on which every frame that a query may read is registered."""
    store = Store(None)
    with store._connection.cursor() as cursor:
        for name in STAGED.values():
            cursor.execute(statement(name))
        for name, columns in FRAMES.items():
            cursor.register(name, pa.schema(columns).empty_table())
        yield cursor
    store.close()


@for_every(NAMES)
def test_the_header_says_what_the_file_is_for(name: str) -> None:
    entries = header(name)
    assert next(iter(entries)) == "purpose"
    assert set(entries) <= {"purpose", "grain", "reads", "parameters", "columns"}
    assert "parameters" in entries
    assert set(listed(name, "reads")) <= {*FRAMES, *STAGED}
    if returns_rows(name):
        assert {"grain", "columns"} <= set(entries)
    else:
        assert "columns" not in entries


@for_every(NAMES)
def test_one_statement_with_the_parameters_of_its_header(name: str) -> None:
    [parsed] = duckdb.extract_statements(statement(name))
    assert sorted(parsed.named_parameters) == sorted(listed(name, "parameters"))


@for_every(NAMES)
def test_it_runs_on_the_schema_and_has_the_columns_of_its_header(
    name: str, connection: duckdb.DuckDBPyConnection
) -> None:
    params = dict.fromkeys(listed(name, "parameters"))
    if returns_rows(name):
        described = connection.execute(f"describe {statement(name)}", params).fetchall()
        assert [column[0] for column in described] == listed(name, "columns")
    else:
        # a comment is the one statement that cannot be explained, and harms nothing
        explained = "" if name == "library/mark_log" else "explain "
        connection.execute(explained + statement(name), params).fetchall()


@for_every(NAMES)
def test_a_read_query_ends_in_an_order(name: str) -> None:
    if returns_rows(name) and re.search(r"\bfrom\b", body(name)):
        assert re.search(r"(^|\n)order by [^()]+(\([^()]*\)[^()]*)*(\nlimit [^\n]+)?$", body(name)), body(name)


@for_every(NAMES)
def test_the_style_is_that_of_the_house(name: str) -> None:
    sql = body(name)
    assert sql == sql.lower()
    assert "\t" not in sql
    assert not [line for line in statement(name).splitlines() if line != line.rstrip()]


@for_every(NAMES)
def test_every_table_is_named_with_its_schema(name: str) -> None:
    sql = body(name)
    own = set(re.findall(r"\b(\w+) as \(", sql)) | set(listed(name, "reads"))
    named = re.findall(
        r"(?<!distinct )\b(?:from|join|into|update|using|table(?! if)|exists(?= main))\s+([a-z_][\w.]*+)(?!\s*\()", sql
    )
    for table in named:
        assert "." in table or table in own or table == "set", f"{name} names {table} without its schema"
        assert "." not in table or table.split(".")[0] in ("library", "plan", "main"), table
    for table in listed(name, "reads"):
        assert re.search(rf"\b{table}\b", sql), f"{name} does not read {table}"
    for table in {*STAGED, *FRAMES} - set(listed(name, "reads")):
        assert table not in named or name in STAGED.values(), f"{name} does not say that it reads {table}"


@cache
def names_in_code() -> tuple[frozenset[str], frozenset[str]]:
    """Return the query names that stand in the code whole, and those put together, with {} for what is put in."""
    whole, patterns = set(), set()
    for path in sorted((ROOT / "blindspot").rglob("*.py")):
        nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
        pieces = {id(part) for node in nodes if isinstance(node, ast.JoinedStr) for part in node.values}
        for node in nodes:
            if id(node) in pieces:
                continue
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                text, found = node.value, whole
            elif isinstance(node, ast.JoinedStr):
                parts = [part.value if isinstance(part, ast.Constant) else "{}" for part in node.values]
                text, found = "".join(parts), patterns
            else:
                continue
            if re.fullmatch(r"(editing|library|explore|plan)/[a-z0-9_/{}]*[a-z0-9_}]", text):
                found.add(text)
    return frozenset(whole), frozenset(patterns)


def test_every_name_in_the_code_has_a_file() -> None:
    whole, patterns = names_in_code()
    assert whole - set(NAMES) == set()
    assert patterns == set(FAMILIES)
    built = {pattern.format(value) for pattern, values in FAMILIES.items() for value in values}
    assert built <= set(NAMES)


@for_every(NAMES)
def test_every_file_is_used(name: str) -> None:
    built = {pattern.format(value) for pattern, values in FAMILIES.items() for value in values}
    assert name in names_in_code()[0] | built, f"nothing runs queries/{name}.sql"


def test_no_file_stands_outside_the_folders_of_the_house() -> None:
    files = {path.relative_to(QUERIES).parent.as_posix() for path in QUERIES.rglob("*") if path.is_file()}
    assert files == {"schema", "editing", "library", "library/checks", "explore", "plan"}


def test_an_unknown_name_is_an_error() -> None:
    with pytest.raises(KeyError):
        statement("library/no_such_query")


def test_a_surplus_or_missing_parameter_is_an_error(connection: duckdb.DuckDBPyConnection) -> None:
    for params in ({}, {"topic_id": 1, "key": "a", "other": 1}):
        with pytest.raises(duckdb.Error):
            connection.execute(statement("library/angle_id"), params)
