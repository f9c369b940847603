"""Hostile files into the library: nothing is fetched, a refused file leaves nothing, and no viewer is kept."""

from __future__ import annotations

import json
import urllib.request
from pathlib import Path

import hostile_documents as hostile
import pytest
from canary import canary
from command_line import Run
from database_rows import execute, row_hashes

from blindspot.cli.comments import NamedFile
from blindspot.documents.report.parse import parse_report
from blindspot.library.hot_topics import import_hot_lists
from blindspot.library.import_files import import_paths
from blindspot.plan.reports.intake import bring_in
from blindspot.plan.reports.listing import export_report, list_reports
from blindspot.readers.own_files import files_are_ours
from blindspot.store import Store
from blindspot.ui.library.report_card import file_name

pytestmark = pytest.mark.worker

REFUSED = {
    "endless.pdf": hostile.endless_pdf("https://bait.example"),
    "entities.docx": hostile.word_file_with_entities("https://bait.example"),
    "exports.md": hostile.packed({"a.md": "# A", "b.md": "# B"}),
    "bomb.md": b"---\na: &a [x, x]\nb: [*a, *a]\n---\n\n# T\n",
    "nothing.md": b"",
    "picture.txt": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)),
    "deep.md": b"# T\n\n" + b">" * 200 + b" x\n",
    "far too large.pdf": b"%PDF-1.7" + b" " * 25_000_000,
}
WITNESS = "虚构的旁观者"
TITLES = (
    "../../etc/passwd",
    f"{hostile.TURNED}exe.md",
    "a/b\\c|d?*",
    "x" * 300,
    "\0\r\n",
    "<img src=x>",
    "..",
    "据" * 99,
)


def written(folder: Path, files: dict[str, bytes]) -> list[NamedFile]:
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return [NamedFile(folder / name) for name in files]


def test_nothing_that_a_document_leads_to_is_asked_for(memory_store: Store, tmp_path: Path) -> None:
    with canary() as (address, asked):
        urllib.request.urlopen(f"{address}/self").close()
        good = {document.name: document.make(address) for document in hostile.READABLE}
        result, reports = bring_in(
            memory_store,
            written(tmp_path, good | {"entities.docx": hostile.word_file_with_entities(address)}),
        )
        (tmp_path / "hot.md").write_bytes(hostile.hot_list(address))
        listed, _ = import_hot_lists(memory_store, [(tmp_path / "hot.md", "hot.md")])
    assert asked == ["/self"]
    assert len(result.sources) + len(reports) == len(hostile.READABLE)
    assert [one.file.rpartition("/")[2] for one in result.refused] == ["entities.docx"]
    assert listed[0].candidates_added == len(hostile.payloads(""))


def test_a_refused_file_leaves_nothing_and_the_next_comes_in(memory_store: Store, tmp_path: Path) -> None:
    before = row_hashes(memory_store)
    with files_are_ours():
        result, reports = bring_in(memory_store, written(tmp_path, REFUSED))
        after = row_hashes(memory_store)
        next_one, _ = bring_in(memory_store, written(tmp_path, {"lakes.md": b"# Lakes\n\nHalf of them may dry up.\n"}))
    assert [source.title for source in next_one.sources] == ["Lakes"]
    assert len(result.refused) == len(REFUSED) and not result.sources and not reports
    assert all(str(one.reason) and str(one.hint) for one in result.refused)
    assert after == before


def test_a_hostile_report_goes_out_as_the_text_that_came_in(memory_store: Store, tmp_path: Path) -> None:
    content = hostile.report("https://bait.example")
    with files_are_ours():
        bring_in(memory_store, written(tmp_path, {"report.md": content}))
    (entry,) = list_reports(memory_store)
    text = export_report(memory_store, entry.source_id)
    lines = [line.rstrip() for line in content.decode().splitlines() if line.strip()]
    assert [line.rstrip() for line in text.splitlines() if line.strip()] == lines
    assert parse_report(text) == parse_report(content.decode())


@pytest.mark.parametrize("title", TITLES, ids=range(len(TITLES)))
def test_a_download_has_a_name_that_every_system_takes(title: str) -> None:
    name = file_name(title)
    assert name.endswith(".md") and 4 <= len(name) <= 80 and len(name.encode()) <= 255
    assert all(sign.isalnum() or sign in "_.-" for sign in name) and not name.startswith((".", "-"))


def test_no_viewer_stands_anywhere_in_the_database(memory_store: Store, tmp_path: Path) -> None:
    crawled = ["comment_id,create_time,aweme_id,content,user_id,sec_uid,nickname,user_signature,avatar,like_count"]
    crawled += [
        f"7600{n},1770588152,{7_604_360_386_431_994_906},怎么做的？{f',{WITNESS}{n}' * 5},{n}" for n in range(3)
    ]
    (tmp_path / "crawled.csv").write_text("\n".join([*crawled, ""]), "utf-8")
    said = {"id": "1", "text": "how?", "author": WITNESS, "author_id": WITNESS, "author_thumbnail": WITNESS}
    video = {
        "id": "v1",
        "title": "t",
        "extractor_key": "Youtube",
        "webpage_url": "https://y.example/v1",
        "comments": [said],
    }
    (tmp_path / "video.info.json").write_text(json.dumps(video), "utf-8")
    (tmp_path / "any.csv").write_text(f"work_id,user,comment_text\nv1,{WITNESS},why?\n", "utf-8")
    files = ("crawled.csv", "video.info.json", "any.csv")
    with files_are_ours():
        result = import_paths(memory_store, [tmp_path / name for name in files], reader="comments")
    assert sum(one.comments_added for one in result.imports) == 5 and not result.refused
    columns = execute(
        memory_store, "select schema_name, table_name, column_name from duckdb_columns() where not internal"
    )
    for schema, table, column in columns:
        held = execute(
            memory_store, f'select count(*) from {schema}.{table} where "{column}"::varchar like ?', f"%{WITNESS}%"
        )
        assert held == [(0,)], f"{schema}.{table}.{column}"


def test_names_that_are_no_text_are_told_with_marks(blindspot: Run, tmp_path: Path) -> None:
    name = tmp_path / "a\udcff\x1b[31m.md"
    try:
        name.write_text("# A\x1b[2J\n\nHalf of them may run dry.\n", "utf-8")
    except (OSError, UnicodeError):
        pytest.skip("this file system takes no such name")
    with files_are_ours():
        for command, status in (("source import", 0), ("report import", 1), ("hotlist import", 1), ("import", 1)):
            output = blindspot(*command.split(), name, status=status).output
            assert "a\ufffd[31m.md" in output and "\x1b" not in output
