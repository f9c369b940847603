"""EDL: another library reads the same cuts at the same frames, and no text breaks a line."""

from __future__ import annotations

import re

import opentimelineio as otio
import pytest
from boards import RATES, episode, episodes, hostile_shots, long_shots, six_shots
from hypothesis import given

from blindspot.domain import Episode
from blindspot.errors import BlindspotError
from blindspot.writers.edl import write_edl
from blindspot.writers.writer import Options


def read(board: Episode) -> list[otio.schema.Clip]:
    text = write_edl(board, Options()).decode()
    timeline = otio.adapters.read_from_string(text, "cmx_3600", rate=float(board.fps))
    return list(timeline.video_tracks()[0].find_clips())


def frames(clips: list[otio.schema.Clip]) -> list[int]:
    return [round(clip.duration().value) for clip in clips]


def test_six_cuts_are_read_back_with_reels_names_and_markers() -> None:
    board = episode(six_shots())
    clips = read(board)
    assert frames(clips) == [150, 240, 300, 180, 255, 225]
    assert [clip.name for clip in clips] == [shot.name for shot in board.shots]
    assert [clip.metadata["cmx_3600"]["reel"] for clip in clips] == [shot.name for shot in board.shots]
    assert [len(clip.markers) for clip in clips] == [1] * 6
    assert clips[1].markers[0].name.startswith("S02 CU static | ")


def test_the_record_starts_at_the_first_hour_in_lines_that_end_in_crlf() -> None:
    lines = write_edl(episode(six_shots()), Options()).decode().split("\r\n")
    assert lines[:2] == ["TITLE: 数据的饥荒", "FCM: NON-DROP FRAME"]
    assert lines[3] == "001  S01      V     C        00:00:00:00 00:00:05:00 01:00:00:00 01:00:05:00"
    assert all("\n" not in line for line in lines)


@pytest.mark.parametrize("rate", RATES, ids=str)
def test_each_rate_counts_every_frame(rate) -> None:
    board = episode(long_shots(200), rate)
    assert frames(read(board)) == [shot.frames for shot in board.shots]


def test_no_hostile_text_makes_an_event_or_a_marker() -> None:
    board = episode(hostile_shots(), title="A\r\n001  X V C 00:00:00:00 00:00:01:00 00:00:00:00 00:00:01:00")
    text = write_edl(board, Options()).decode()
    events = [line for line in text.splitlines() if line[:3].isdigit()]
    assert len(events) == len(board.shots)
    assert all(re.fullmatch(r"\d{3}  [A-Z0-9_ ]{8} V     C       ( \d\d:\d\d:\d\d:\d\d){4}", line) for line in events)
    assert text.splitlines() == text.removesuffix("\r\n").split("\r\n")
    assert all(line.startswith(("*", "TITLE: ", "FCM: ")) or line in ("", *events) for line in text.splitlines())
    assert frames(read(board)) == [1] * len(board.shots)


def test_shots_of_one_name_have_reels_of_their_own() -> None:
    board = episode(tuple(shot for shot in (*six_shots(), *six_shots())))
    reels = [clip.metadata["cmx_3600"]["reel"] for clip in read(board)]
    assert len(set(reels)) == 12


def test_more_shots_than_an_edl_numbers_are_refused() -> None:
    with pytest.raises(BlindspotError, match="999 shots; this storyboard has 1000"):
        write_edl(episode(long_shots(1000)), Options())


@given(episodes())
def test_any_storyboard_is_read_back_cut_by_cut(board: Episode) -> None:
    assert frames(read(board)) == [shot.frames for shot in board.shots]
