"""FCPXML 1.10: valid against Apple's content models, and read back shot by shot by another library."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import opentimelineio as otio
import pytest
from boards import RATES, episode, episodes, hostile_shots, long_shots, six_shots
from hypothesis import given
from lxml import etree

from blindspot.domain import Episode
from blindspot.errors import BlindspotError
from blindspot.writers.fcpxml import write_fcpxml
from blindspot.writers.writer import Options

DTD = etree.DTD(str(Path(__file__).with_name("fcpxml_1_10.dtd")))


def read(board: Episode, options: Options | None = None) -> etree._Element:
    root = etree.fromstring(write_fcpxml(board, options or Options()))
    assert DTD.validate(root), DTD.error_log
    return root


def seconds(text: str) -> Fraction:
    return Fraction(text.removesuffix("s"))


def check_against(root: etree._Element, board: Episode) -> None:
    """Compare the spine with the storyboard, frame by frame."""
    start = 0
    for item, shot in zip(root.find(".//spine"), board.shots, strict=True):
        assert seconds(item.get("offset")) * board.fps == start
        assert seconds(item.get("duration")) * board.fps == shot.frames
        start += shot.frames
    assert seconds(root.find(".//sequence").get("duration")) * board.fps == start


def test_six_shots_are_gaps_with_titles_captions_markers_and_notes() -> None:
    board = episode(six_shots())
    root = read(board)
    check_against(root, board)
    assert [item.get("name") for item in root.iter("gap")] == [shot.name for shot in board.shots]
    assert [title.findtext("text/text-style") for title in root.iter("title")] == ["字幕 1", "字幕 3", "字幕 5"]
    captions = [caption.findtext("text/text-style") for caption in root.iter("caption")]
    assert captions == [shot.narration for shot in board.shots if shot.narration]
    assert root.find(".//marker").get("value") == "S01 MS push_in | 枯竭的图书馆 | 字幕 1 | 翻书声 | –"
    assert "empty shelves" in root.findtext(".//note")


def test_the_canvas_is_upright() -> None:
    canvas = read(episode(six_shots())).find(".//format")
    assert (canvas.get("width"), canvas.get("height"), canvas.get("frameDuration")) == ("1080", "1920", "1/30s")


@pytest.mark.parametrize("rate", RATES, ids=str)
def test_each_rate_keeps_every_frame(rate: Fraction) -> None:
    board = episode(long_shots(), rate)
    check_against(read(board), board)


def test_footage_below_a_media_root_is_read_back_as_clips_by_another_library() -> None:
    shots = tuple(replace(shot, asset=f"{shot.name}.mov") for shot in six_shots())
    board = episode(shots)
    text = write_fcpxml(board, Options(media_root="/media/数据")).decode()
    assert DTD.validate(etree.fromstring(text.encode())), DTD.error_log
    timeline = otio.adapters.read_from_string(text, "fcpx_xml")
    clips = list(timeline.find_clips())
    assert [clip.name for clip in clips] == [shot.name for shot in shots]
    assert [clip.duration().value for clip in clips] == [shot.frames for shot in shots]
    assert [clip.markers[0].name[:3] for clip in clips] == [shot.name for shot in shots]
    sources = [media.get("src") for media in etree.fromstring(text.encode()).iter("media-rep")]
    assert sources[0] == "file:///media/%E6%95%B0%E6%8D%AE/S01.mov"
    assert len(sources) == len(shots)


def test_hostile_texts_stay_valid() -> None:
    board = episode(hostile_shots(), title="]]><gap/>\x00")
    root = read(board)
    check_against(root, board)
    assert all(len(element.get("name", "")) <= 120 for element in root.iter())


def test_a_rate_that_no_timeline_has_is_refused_in_a_sentence() -> None:
    with pytest.raises(BlindspotError, match=r"No editor's timeline runs at 12\.5 frames a second"):
        write_fcpxml(episode(six_shots(), Fraction(25, 2)), Options())


@given(episodes())
def test_any_storyboard_is_valid_and_keeps_its_frames(board: Episode) -> None:
    check_against(read(board), board)
