"""The shot list as XLSX and CSV, read back by other libraries: the same shots, and nothing that runs as a formula."""

from __future__ import annotations

import csv
import io
from fractions import Fraction

import openpyxl
import pytest
from boards import RATES, episode, episodes, hostile_shots
from briefs import OPTIONS, briefed
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from blindspot.domain import Episode, Shot
from blindspot.errors import BlindspotError
from blindspot.writers import Options
from blindspot.writers.csv_file import guarded, unguarded, write_csv
from blindspot.writers.names import clean
from blindspot.writers.shot_rows import COLUMNS, shot_rows
from blindspot.writers.words import word
from blindspot.writers.xlsx_file import MOST_CHARACTERS, write_xlsx

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
@settings(deadline=None)
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
    assert head == [word("columns", name, language) for name in COLUMNS]
    assert other.get_sheet_by_index(0).to_python() == [head, *rows]
    at = {name: place for place, name in enumerate(COLUMNS)}
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
    assert [row[COLUMNS.index("picture")].value for row in book.worksheets[0].iter_rows(min_row=2)] == [
        clean(shot.picture) or None for shot in written.shots
    ]


def test_a_text_longer_than_a_cell_ends_in_an_ellipsis() -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(saying(("长" * 40_000,)), OPTIONS["zh"])))
    value = book.worksheets[0].cell(2, COLUMNS.index("picture") + 1).value
    assert (len(value), value[-1]) == (MOST_CHARACTERS, "…")


@pytest.mark.parametrize("write", [write_csv, write_xlsx])
def test_an_empty_storyboard_is_no_list(write) -> None:
    with pytest.raises(BlindspotError, match="has no shots yet"):
        write(episode(()), Options())
