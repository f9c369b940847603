"""FCP7 XML: read back by OpenTimelineIO and, element by element, by an XML parser."""

from __future__ import annotations

import opentimelineio as otio
import pytest
from boards import RATES, episode, episodes, hostile_shots, long_shots, six_shots
from hypothesis import given
from lxml import etree

from blindspot.domain import Episode
from blindspot.writers.fcp7 import write_fcp7
from blindspot.writers.timing import spans
from blindspot.writers.writer import Options


def read(board: Episode, options: Options | None = None) -> otio.schema.Timeline:
    return otio.adapters.read_from_string(write_fcp7(board, options or Options()).decode(), "fcp_xml")


def frames(timeline: otio.schema.Timeline) -> list[int]:
    return [round(item.duration().value) for item in timeline.video_tracks()[0]]


def test_six_shots_with_their_texts_and_markers_are_read_back() -> None:
    board = episode(six_shots())
    timeline = read(board)
    assert frames(timeline) == [150, 240, 300, 180, 255, 225]
    clips = list(timeline.video_tracks()[0].find_clips())
    assert [clip.name for clip in clips] == [shot.name for shot in board.shots]
    assert clips[1].markers[0].name == "S02 CU static | 枯竭的图书馆 | – | 翻书声 | F1 F2"
    assert "第 2 句旁白" in clips[1].markers[0].metadata["fcp_xml"]["comment"]
    assert [clip.name for clip in timeline.video_tracks()[1].find_clips()] == ["字幕 1", "字幕 3", "字幕 5"]


def test_the_sequence_is_upright_and_its_texts_start_with_their_shots() -> None:
    root = etree.fromstring(write_fcp7(episode(six_shots()), Options()))
    canvas = root.find(".//sequence/media/video/format/samplecharacteristics")
    assert (canvas.findtext("width"), canvas.findtext("height")) == ("1080", "1920")
    assert [text.findtext("start") for text in root.iter("generatoritem")] == ["0", "390", "870"]
    assert [value.text for value in root.iterfind(".//parameter/value")] == ["字幕 1", "字幕 3", "字幕 5"]


def test_footage_is_linked_below_a_media_root_only() -> None:
    board = episode(six_shots())
    assert b"pathurl" not in write_fcp7(board, Options())
    root = etree.fromstring(write_fcp7(board, Options(media_root="/media")))
    assert [path.text for path in root.iter("pathurl")] == ["file:///media/raw/S05%20take2.mov"]


@pytest.mark.parametrize("rate", RATES, ids=str)
def test_each_rate_keeps_every_frame(rate) -> None:
    board = episode(long_shots(), rate)
    timeline = read(board)
    assert frames(timeline) == [shot.frames for shot in board.shots]
    assert abs(timeline.duration().rate - float(rate)) < 0.01


def test_an_xml_parser_finds_each_shot_at_its_frames() -> None:
    board = episode(long_shots())
    items = etree.fromstring(write_fcp7(board, Options())).iter("clipitem")
    found = [tuple(int(item.findtext(name)) for name in ("start", "end", "in", "out")) for item in items]
    assert found == [(each.start, each.end, 0, each.shot.frames) for each in spans(board)]


def test_hostile_texts_stay_well_formed() -> None:
    board = episode(hostile_shots(), title="]]>\x00<clipitem>")
    assert frames(read(board)) == [1] * len(board.shots)


@given(episodes())
def test_any_storyboard_is_read_back_shot_by_shot(board: Episode) -> None:
    assert frames(read(board)) == [shot.frames for shot in board.shots]
