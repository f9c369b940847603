"""Reading and writing a report loses nothing: every line is kept in order, and what is written reads the same."""

from __future__ import annotations

import random
import re

import pytest
from generated_reports import ODD_BLOCKS, plain, reports, texts
from hypothesis import given
from report_texts import CHINESE, ENGLISH

from blindspot.documents.report import Report, parse_report, render_report


def lines(text: str) -> list[str]:
    return [line.rstrip() for line in re.split(r"\r\n?|\n", text.removeprefix("\ufeff")) if line.strip()]


@given(report=reports())
def test_a_report_made_of_parts_reads_back_equal(report: Report) -> None:
    again = parse_report(render_report(report))
    assert again and [section.key for section in again.sections if section.verbatim is not None] == []
    assert plain(again) == plain(report)
    assert parse_report(render_report(again)) == again


@given(text=texts())
def test_any_mixture_of_sections_and_odd_blocks_keeps_every_line(text: str) -> None:
    report = parse_report(text)
    if report:
        written = render_report(report)
        assert lines(written) == lines(text)
        assert parse_report(written) == report


@pytest.mark.parametrize("block", ODD_BLOCKS)
@pytest.mark.parametrize("text", [CHINESE, ENGLISH], ids=["zh", "en"])
def test_an_odd_block_anywhere_in_a_report_is_kept(text: str, block: str) -> None:
    chance = random.Random(block)
    written = text.split("\n")
    for _ in range(3):
        at = chance.randrange(len(written))
        odd = "\n".join([*written[:at], block, *written[at:]])
        report = parse_report(odd)
        if report:
            assert lines(render_report(report)) == lines(odd)
            assert parse_report(render_report(report)) == report


def test_line_ends_of_other_systems_read_the_same() -> None:
    assert parse_report(CHINESE.replace("\n", "\r\n")) == parse_report(CHINESE)
    assert parse_report("\ufeff" + CHINESE.replace("\n", "\r")) == parse_report(CHINESE)
