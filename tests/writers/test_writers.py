"""What holds for every timeline format, and for the names and clocks that they share."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

import pytest
from boards import RATES, episode, hostile_shots, long_shots, six_shots
from hypothesis import given
from hypothesis import strategies as st

from blindspot.domain import Shot
from blindspot.errors import BlindspotError
from blindspot.writers import WRITERS, Options, Writer
from blindspot.writers.markers import markers
from blindspot.writers.media import media_url
from blindspot.writers.names import clean, file_stem, one_line
from blindspot.writers.timing import rational_seconds, timecode

HOSTILE_NAMES = ("../x", "CON", "con.txt", "长" * 300, "\u202egpj", "-rf", "...", "")
TIMELINES = [
    each for each in WRITERS if each.format in {"srt", "fountain", "otio", "otioz", "fcpxml", "fcp7", "edl", "jianying"}
]


@pytest.mark.parametrize("writer", TIMELINES, ids=lambda writer: writer.format)
def test_an_empty_storyboard_is_refused_in_a_sentence(writer: Writer) -> None:
    with pytest.raises(BlindspotError, match="has no shots yet"):
        writer.write(episode(()), Options())


@pytest.mark.parametrize("writer", TIMELINES, ids=lambda writer: writer.format)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_format_is_written_in_both_languages(writer: Writer, language: str) -> None:
    for shots in (six_shots(), hostile_shots(), (Shot("1", "S01", 1, narration="嗯"),)):
        assert writer.write(episode(shots), Options(language=language))


def test_formats_and_their_number() -> None:
    assert len(TIMELINES) == 8
    assert len({each.format for each in WRITERS}) == len(WRITERS)


@given(st.text())
def test_a_cleaned_text_is_fit_for_xml_and_has_one_kind_of_line_end(text: str) -> None:
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\ud800-\udfff\ufffe\uffff]", clean(text))
    assert clean(clean(text)) == clean(text)


@given(st.text(max_size=400))
def test_a_name_is_one_line_of_120_characters_at_most(text: str) -> None:
    assert len(one_line(text)) <= 120
    assert one_line(text).splitlines() in ([], [one_line(text)])


@given(st.one_of(st.text(max_size=300), st.sampled_from(HOSTILE_NAMES)))
def test_a_file_name_is_safe_everywhere(text: str) -> None:
    stem = file_stem(text)
    assert re.fullmatch(r"[\w .-]{1,80}", stem)
    assert stem == stem.strip(" .-")
    assert stem.split(".")[0].lower() not in {"con", "prn", "aux", "nul", "com1", "lpt1"}
    assert len(stem.encode()) <= 200


@pytest.mark.parametrize("rate", RATES, ids=str)
@given(frame=st.integers(0, 5_000_000))
def test_a_timecode_names_its_frame_and_no_other(rate: Fraction, frame: int) -> None:
    hour, minute, second, left = map(int, timecode(frame, rate).split(":"))
    days, rest = divmod(frame, 24 * 3600 * round(rate))
    assert ((hour * 60 + minute) * 60 + second) * round(rate) + left == rest
    assert days >= 0


def test_rational_seconds_are_whole_frames() -> None:
    assert rational_seconds(150, Fraction(30)) == "150/30s"
    assert rational_seconds(150, Fraction(30000, 1001)) == "150150/30000s"


def test_a_marker_has_five_parts_whatever_the_texts_hold() -> None:
    for shot in (*six_shots(), *hostile_shots(), *long_shots(3)):
        spoilt = replace(shot, visual=f"a | b {shot.visual}")
        marker = next(markers(episode((spoilt,)), "zh"))
        assert len(marker.line.split(" | ")) == 5
        assert len(marker.line) <= 120


@pytest.mark.parametrize(
    "asset", ["/etc/a.mov", "../a.mov", "a/../../b.mov", "C:\\a.mov", "http://x/a.mov", "note", "a.exe", ""]
)
def test_footage_outside_the_media_root_is_never_linked(asset: str) -> None:
    assert media_url(Shot("1", "S01", 1, asset=asset), Options(media_root="/media")) is None


def test_footage_below_a_relative_root_is_linked_relative_to_the_file() -> None:
    shot = Shot("1", "S01", 1, asset="day 1\\a#1.MOV")
    assert media_url(shot, Options(media_root="raw")) == "raw/day%201/a%231.MOV"
