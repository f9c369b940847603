"""The shot list as XLSX and CSV, read back by other libraries: the same shots, and nothing that runs as a formula."""

from __future__ import annotations

import csv
import io
import re
import shutil
import subprocess
from fractions import Fraction
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from boards import RATES, episode, episodes, hostile_shots
from briefs import OPTIONS, briefed
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils import column_index_from_string
from python_calamine import CalamineWorkbook

from blindspot.domain import Episode, Shot
from blindspot.errors import BlindspotError
from blindspot.writers import Options
from blindspot.writers.csv_file import guarded, unguarded, write_csv
from blindspot.writers.names import clean
from blindspot.writers.shot_rows import COLUMNS, shot_rows
from blindspot.writers.words import word
from blindspot.writers.xlsx_file import MOST_CHARACTERS, PRINTED, SHEET_COLUMNS, write_xlsx

RUNS = (
    "=1+1", "+cmd", "-30斤的秘密", "@小红书", "\t=x", "\r=x", "|x", "%x", "＝1", "＋1", "－1", "＠x", "  =1",
    "'=1", "''@x",
)  # fmt: skip
NUMBERS = ("-5", "+5.25", "-3%", "42")
TEXTS = ("picture", "narration", "on_screen_text", "sound", "lens", "prompt", "visual", "asset")


def read_csv(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def saying(texts: tuple[str, ...]) -> Episode:
    return episode(tuple(Shot(f"s{n}", f"S{n:02d}", 30, **dict.fromkeys(TEXTS, text)) for n, text in enumerate(texts)))


def test_a_csv_begins_with_a_mark_and_has_a_row_a_shot_with_every_field() -> None:
    written = briefed()
    content = write_csv(written, OPTIONS["zh"])
    assert content.startswith(b"\xef\xbb\xbf")
    rows = read_csv(content)
    assert list(rows[0]) == list(COLUMNS)
    for row, shot in zip(rows, written.shots, strict=True):
        assert (row["shot"], int(row["frames"]), row["fps"]) == (shot.name, shot.frames, "30")
        assert {name: row[name] for name in TEXTS} == {name: getattr(shot, name) for name in TEXTS}
        choices = ("size", "camera_angle", "movement", "transition")
        assert [row[name] for name in choices] == [getattr(shot, name) for name in choices]
        assert all(claim.statement in row["claims"] for claim in shot.claims)
        assert row["image"] == (shot.image.name if shot.image else "")
    assert sum(float(row["duration_seconds"]) for row in rows) == 45.0


@pytest.mark.parametrize("fps", RATES, ids=str)
def test_the_frames_can_be_told_from_the_seconds_at_any_rate(fps: Fraction) -> None:
    shots = tuple(Shot(f"s{n}", f"S{n}", n) for n in (1, 2, 59, 1001, 107_892))
    rows = list(shot_rows(episode(shots, fps), "zh"))
    assert [round(row["duration_seconds"] * fps) for row in rows] == [shot.frames for shot in shots]
    assert [round(row["starts_at"] * fps) for row in rows] == [0, 1, 3, 62, 1063]


@pytest.mark.parametrize("text", RUNS)
def test_a_text_that_could_run_is_guarded_and_comes_back_equal(text: str) -> None:
    assert guarded(text) == f"'{text}"
    assert unguarded(guarded(text)) == text


@given(st.one_of(st.text(), st.text("'=+-@|%\t\r ＝1a"), st.sampled_from(RUNS + NUMBERS)))
def test_guarding_loses_nothing(text: str) -> None:
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", [*NUMBERS, "普通", "a=b", "'quoted'", ""])
def test_numbers_and_plain_texts_stay_as_they_are(text: str) -> None:
    assert guarded(text) == text


def test_a_csv_is_raw_only_when_asked() -> None:
    [row] = read_csv(write_csv(saying(("=1+1",)), Options()))
    [raw] = read_csv(write_csv(saying(("=1+1",)), Options(is_raw=True)))
    assert (row["narration"], raw["narration"]) == ("'=1+1", "=1+1")


@given(episodes())
def test_a_csv_of_any_texts_comes_back_equal(written: Episode) -> None:
    rows = read_csv(write_csv(written, OPTIONS["zh"]))
    for row, shot in zip(rows, written.shots, strict=True):
        assert int(row["frames"]) == shot.frames
        assert {name: unguarded(row[name]) for name in TEXTS} == {name: clean(getattr(shot, name)) for name in TEXTS}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_two_libraries_read_the_workbook_alike(language: str) -> None:
    written = briefed()
    content = write_xlsx(written, OPTIONS[language])
    book = openpyxl.load_workbook(io.BytesIO(content))
    other = CalamineWorkbook.from_filelike(io.BytesIO(content))
    names = [word("headings", name, language) for name in ("storyboard", "claims")]
    assert book.sheetnames == other.sheet_names == names
    sheet = book.worksheets[0]
    assert sheet.freeze_panes == "B2"
    head, *rows = [["" if cell.value is None else cell.value for cell in row] for row in sheet.iter_rows()]
    assert head == [word("columns", name, language) for name in SHEET_COLUMNS]
    assert other.get_sheet_by_index(0).to_python() == [head, *rows]
    at = {name: place for place, name in enumerate(SHEET_COLUMNS)}
    for row, shot in zip(rows, written.shots, strict=True):
        assert row[at["frames"]] == shot.frames
        assert row[at["duration_seconds"]] == shot.frames / 30
        assert row[at["size"]] == word("sizes", shot.size, language)
        assert {name: row[at[name]] for name in TEXTS} == {name: getattr(shot, name) for name in TEXTS}
    claims = [["" if cell.value is None else cell.value for cell in row] for row in book.worksheets[1].iter_rows()][1:]
    assert len(claims) == 3
    assert "https://books.example/prices?year=2026&x=(1)" in claims[2][2]


def test_no_cell_of_a_workbook_is_a_formula_or_a_link() -> None:
    hostile = hostile_shots()
    written = episode((*saying((*RUNS, "http://127.0.0.1", "{=1}", "javascript:1")).shots, *hostile))
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(written, OPTIONS["zh"])))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n"}
    assert not any(cell.hyperlink for cell in cells)
    assert [row[SHEET_COLUMNS.index("picture")].value for row in book.worksheets[0].iter_rows(min_row=2)] == [
        clean(shot.picture) or None for shot in written.shots
    ]


def test_a_text_longer_than_a_cell_ends_in_an_ellipsis() -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(saying(("长" * 40_000,)), OPTIONS["zh"])))
    value = book.worksheets[0].cell(2, SHEET_COLUMNS.index("picture") + 1).value
    assert (len(value), value[-1]) == (MOST_CHARACTERS, "…")


@pytest.mark.parametrize("write", [write_csv, write_xlsx])
def test_an_empty_storyboard_is_no_list(write) -> None:
    with pytest.raises(BlindspotError, match="has no shots yet"):
        write(episode(()), Options())


def test_a_workbook_is_printed_one_page_wide_with_its_head_on_each_page() -> None:
    for sheet in openpyxl.load_workbook(io.BytesIO(write_xlsx(briefed(), OPTIONS["zh"]))).worksheets:
        page = sheet.page_setup
        # a width of one page is what is meant where none is said
        assert (page.orientation, int(page.paperSize), int(page.fitToWidth or 1)) == ("landscape", 9, 1)
        assert int(page.fitToHeight) == 0
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_title_rows == "$1:$1"
        last_column, last_row = re.fullmatch(r".*:\$([A-Z]+)\$(\d+)", sheet.print_area).groups()
        assert int(last_row) == sheet.max_row
        assert column_index_from_string(last_column) == (3 if sheet.max_column == 3 else len(PRINTED))
        # shrunk to a page's width its letters stay readable: some 140 characters of 11 points fill one page
        width = sum(
            column.width * (column.max - column.min + 1)
            for column in sheet.column_dimensions.values()
            if column.min <= column_index_from_string(last_column)
        )
        assert width <= 210


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_five_shots_are_printed_on_a_page_or_two(tmp_path: Path) -> None:
    short = briefed(shots=briefed().shots[:5])
    (tmp_path / "a.xlsx").write_bytes(write_xlsx(short, OPTIONS["zh"]))
    convert = ["soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'home').as_uri()}", "--convert-to", "pdf"]
    subprocess.run([*convert, "--outdir", str(tmp_path), str(tmp_path / "a.xlsx")], check=True, capture_output=True)
    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as document:
        assert len(document) <= 2
