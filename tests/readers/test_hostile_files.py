"""Files built to harm: each is answered through a worker in a sentence, and this process neither dies nor swells."""

from __future__ import annotations

import sqlite3
import struct
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import psutil
import pytest
from canary import canary
from openpyxl import Workbook

from blindspot.errors import FileRefused
from blindspot.readers.client import read_file
from blindspot.readers.events import Unmapped, WorksBatch

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
TYPES = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/xl/workbook.xml"
 ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"""
RELATIONS = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"
 Target="{target}"/>{more}</Relationships>"""
STRINGS = """<Relationship Id="rId2" Target="sharedStrings.xml"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"/>"""


def workbook(path: Path, rows: str, *, doctype: str = "", dimension: str = "A1:B2", strings: bytes = b"") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", RELATIONS.format(kind="officeDocument", target="xl/workbook.xml", more=""))
        archive.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
            '<sheets><sheet name="s" sheetId="1" r:id="rId1"/></sheets></workbook>',
        )
        more = STRINGS if strings else ""
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            RELATIONS.format(kind="worksheet", target="worksheets/sheet1.xml", more=more),
        )
        archive.writestr(
            "xl/worksheets/sheet1.xml",
            f'<?xml version="1.0"?>{doctype}<worksheet xmlns="{MAIN}"><dimension ref="{dimension}"/>'
            f"<sheetData>{rows}</sheetData></worksheet>",
        )
        if strings:
            archive.writestr("xl/sharedStrings.xml", strings)
    return path


def cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def two_far_cells(path: Path) -> Path:
    return workbook(path, f'<row r="1">{cell("A1", "a")}</row><row r="1048576">{cell("XFD1048576", "z")}</row>')


def far_cells_out_of_order(path: Path) -> Path:
    far, near = f'<row r="1048576">{cell("XFD1048576", "z")}</row>', f'<row r="1">{cell("A1", "a")}</row>'
    return workbook(path, far + near + f'<row r="2">{cell("B2", "b")}</row>')


def billion_laughs(path: Path) -> Path:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 9))
    rows = f'<row r="1">{cell("A1", "&l8;")}{cell("B1", "x")}</row>'
    return workbook(path, rows, doctype=f'<!DOCTYPE d [<!ENTITY l0 "ha">{levels}]>')


def expanding_workbook(path: Path) -> Path:
    text = b"x" * 1_000_000
    strings = f'<sst xmlns="{MAIN}"><si><t>'.encode() + text * 500 + b"</t></si></sst>"
    return workbook(path, f'<row r="1">{cell("A1", "x")}</row>', strings=strings)


def password_protected(path: Path) -> Path:
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le"))
    return path


def old_excel(path: Path) -> Path:
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + "Workbook".encode("utf-16-le"))
    return path


def cut_workbook(path: Path) -> Path:
    two_far_cells(path)
    path.write_bytes(path.read_bytes()[:-200])
    return path


def lying_workbook(path: Path) -> Path:
    workbook(path, "".join(f'<row r="{n}">{cell(f"A{n}", "x" * 50)}{cell(f"B{n}", "y")}</row>' for n in range(1, 3000)))
    content = bytearray(path.read_bytes())
    place = content.rindex(b"PK\x01\x02")
    struct.pack_into("<I", content, place + 24, 100)
    path.write_bytes(bytes(content))
    return path


def huge_blob(path: Path) -> Path:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("create table t (a, b)")
        connection.execute("insert into t values (1, zeroblob(60000000))")
        connection.commit()
    return path


def deep_json(path: Path) -> Path:
    path.write_text("[" * 3_000_000)
    return path


def wide_header(path: Path) -> Path:
    path.write_text(",".join(f"c{n}" for n in range(500_000)) + "\n1,2\n")
    return path


HOSTILE: list[tuple[Callable[[Path], Path], str]] = [
    (two_far_cells, "spans 1048576 rows and 16384 columns"),
    (far_cells_out_of_order, "spans 1048576 rows and 16384 columns"),
    (billion_laughs, "damaged Excel workbook"),
    (expanding_workbook, "unpacks to 500 MB"),
    (password_protected, "password-protected"),
    (old_excel, "old Excel format"),
    (cut_workbook, "damaged or cut off"),
    (lying_workbook, "damaged Excel workbook"),
    (huge_blob, "larger than 50 MB"),
    (deep_json, "not valid JSON"),
    (wide_header, "columns; at most 5000 can be read"),
]


@pytest.mark.parametrize(("build", "sentence"), HOSTILE, ids=[build.__name__ for build, _ in HOSTILE])
def test_hostile_files_get_one_sentence(tmp_path: Path, build: Callable[[Path], Path], sentence: str) -> None:
    path = build(tmp_path / "x")
    before = psutil.Process().memory_info().rss
    with pytest.raises(FileRefused) as refusal:
        list(read_file(path, "export"))
    assert sentence in str(refusal.value)
    assert "Traceback" not in str(refusal.value)
    assert psutil.Process().memory_info().rss - before < 50_000_000


def test_an_external_entity_fetches_nothing(tmp_path: Path) -> None:
    with canary() as (address, asked):
        doctype = f'<!DOCTYPE d [<!ENTITY e SYSTEM "{address}"><!ENTITY f SYSTEM "file:///etc/hostname">]>'
        rows = f'<row r="1">{cell("A1", "&e;")}{cell("B1", "&f;")}</row>'
        with pytest.raises(FileRefused, match="damaged Excel workbook"):
            list(read_file(workbook(tmp_path / "x", rows, doctype=doctype), "export"))
    assert asked == []


def test_a_lying_dimension_harms_no_good_sheet(tmp_path: Path) -> None:
    rows = "".join(f'<row r="{n}">{cell(f"A{n}", f"a{n}")}{cell(f"B{n}", "b")}</row>' for n in range(1, 4))
    path = workbook(tmp_path / "x", rows, dimension="A1:XFD1048576")
    (event,) = [event for event in read_file(path, "x") if isinstance(event, Unmapped)]
    assert event.proposal.preview == (("a2", "b"), ("a3", "b"))


def test_markup_and_formulas_are_plain_text(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["aweme_id", "liked_count", "source_keyword", "title", "desc", "create_time", "aweme_type"])
    book.active.append(["7300000000000000001", 1, "", "<script>1</script> **b**", "=1+1", 1760000000, "0"])
    book.active["E2"].data_type = "s"
    book.save(tmp_path / "x")
    events = list(read_file(tmp_path / "x", "x.xlsx"))
    (batch,) = [event for event in events if isinstance(event, WorksBatch)]
    assert batch.works["title"].to_pylist() == ["<script>1</script> **b**"]
    assert batch.works["text"].to_pylist() == ["=1+1"]
