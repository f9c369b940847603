"""OpenTimelineIO: what the file says after it was read again is the storyboard, field by field, frame by frame."""

from __future__ import annotations

import json
import zipfile
from dataclasses import fields, replace
from io import BytesIO
from pathlib import Path

import opentimelineio as otio
from boards import HIGH, episode, episodes, hostile_shots, six_shots
from hypothesis import given

from blindspot.domain import Episode
from blindspot.writers.otio_file import write_otio, write_otioz
from blindspot.writers.writer import Options


def read(data: bytes) -> otio.schema.Timeline:
    return otio.adapters.read_from_string(data.decode(), "otio_json")


def shots_of(timeline: otio.schema.Timeline) -> list[otio.schema.Clip]:
    return list(timeline.video_tracks()[0].find_clips())


def test_the_six_shots_stand_in_order_with_their_frames() -> None:
    board = episode(six_shots())
    timeline = read(write_otio(board, Options()))
    assert timeline.duration() == otio.opentime.RationalTime(1350, 30)
    assert [clip.name for clip in shots_of(timeline)] == ["S01", "S02", "S03", "S04", "S05", "S06"]
    starts = [clip.range_in_parent().start_time.value for clip in shots_of(timeline)]
    assert starts == [0, 150, 390, 690, 870, 1125]
    assert [track.name for track in timeline.tracks] == ["Shots", "Narration", "On-screen text"]
    assert {track.duration().value for track in timeline.tracks} == {1350}


def test_every_field_of_a_shot_is_in_its_metadata() -> None:
    board = episode(six_shots())
    for clip, shot in zip(shots_of(read(write_otio(board, Options()))), board.shots, strict=True):
        told = json.loads(otio.core.serialize_json_to_string(clip.metadata["blindspot"]))
        unlike = {"claims", "image"}
        assert {field.name for field in fields(shot)} <= set(told)
        assert not [name for name in vars(shot) if name not in unlike and told[name] != getattr(shot, name)]
        assert told["duration_seconds"] == shot.frames / 30
        assert [claim["statement"] for claim in told["claims"]] == [claim.statement for claim in shot.claims]
    timeline = read(write_otio(board, Options()))
    second = shots_of(timeline)[1].metadata["blindspot"]
    assert (second["claims"][0]["grade"], second["claims"][0]["sources"][0]["url"]) == ("high", HIGH.sources[0].url)


def test_the_canvas_and_the_proposal_are_in_the_metadata_of_the_timeline() -> None:
    timeline = read(write_otio(episode(six_shots()), Options()))
    told = timeline.metadata["blindspot"]
    assert (told["width"], told["height"], told["fps_num"], told["seconds"]) == (1080, 1920, 30, 45.0)
    assert told["proposal"]["claims"][1]["claim"]["grade"] == "medium"


def test_a_marker_says_the_shot_in_one_line_and_all_of_it_in_its_comment() -> None:
    clip = shots_of(read(write_otio(episode(six_shots()), Options())))[1]
    assert clip.markers[0].name == "S02 CU static | 枯竭的图书馆 | – | 翻书声 | F1 F2"
    assert "旁白: 第 2 句旁白，说得很慢。" in clip.markers[0].comment


def test_silent_shots_are_gaps_among_the_narration() -> None:
    _, spoken, shown = read(write_otio(episode(six_shots()), Options())).tracks
    assert [isinstance(item, otio.schema.Gap) for item in spoken] == [False, False, True, False, False, False]
    assert [clip.media_reference.parameters["text"] for clip in shown.find_clips()] == ["字幕 1", "字幕 3", "字幕 5"]


def test_a_narration_of_blanks_is_no_narration() -> None:
    blanks = (" ", "\n", "\t \n", "\u3000", "\u00a0")
    shots = [
        replace(shot, narration=blank, on_screen_text=blank) for shot, blank in zip(six_shots(), blanks, strict=False)
    ]
    _, spoken, shown = read(write_otio(episode(shots), Options())).tracks
    assert [isinstance(item, otio.schema.Gap) for item in (*spoken, *shown)] == [True] * 10


def test_footage_is_named_only_below_a_media_root() -> None:
    board = episode(six_shots())
    without = shots_of(read(write_otio(board, Options())))
    assert all(clip.media_reference.is_missing_reference for clip in without)
    beside = shots_of(read(write_otio(board, Options(media_root="D:\\footage"))))
    assert beside[4].media_reference.target_url == "file:///D:/footage/raw/S05%20take2.mov"
    assert sum(clip.media_reference.is_missing_reference for clip in beside) == 5


def test_the_bundle_holds_the_pictures_and_opens_again(tmp_path: Path) -> None:
    board = episode(six_shots())
    made = write_otioz(board, Options())
    (tmp_path / "cut.otioz").write_bytes(made)
    timeline = otio.adapters.read_from_file(str(tmp_path / "cut.otioz"), extract_to_directory=str(tmp_path))
    assert [clip.duration().value for clip in shots_of(timeline)] == [shot.frames for shot in board.shots]
    assert shots_of(timeline)[0].media_reference.target_url.endswith("media/001 S01.png")
    assert zipfile.ZipFile(BytesIO(made)).read("media/001 S01.png") == board.shots[0].image.content


def test_hostile_texts_come_through() -> None:
    board = episode(hostile_shots())
    clips = shots_of(read(write_otio(board, Options())))
    for clip, shot in zip(clips, board.shots, strict=True):
        assert clip.metadata["blindspot"]["picture"] == shot.picture.replace("\0", "")
        assert len(clip.name) <= 120
        assert "\u202e" not in clip.name + clip.markers[0].name + clip.markers[0].comment
    write_otioz(board, Options())


@given(episodes())
def test_any_storyboard_is_read_back_as_it_was(board: Episode) -> None:
    timeline = read(write_otio(board, Options()))
    assert timeline.duration().value == board.frames
    assert abs(timeline.duration().rate - float(board.fps)) < 1e-9
    for clip, shot in zip(shots_of(timeline), board.shots, strict=True):
        told = clip.metadata["blindspot"]
        assert clip.duration().value == shot.frames
        assert (told["narration"], told["name"]) == (shot.narration.replace("\0", ""), shot.name.replace("\0", ""))
