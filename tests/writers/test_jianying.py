"""剪映 draft: a folder in a zip that its own library loads again with the same tracks and times."""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from boards import RATES, episode, episodes, hostile_shots, long_shots, six_shots
from hypothesis import given, settings
from pyJianYingDraft import DraftFolder

from blindspot.domain import Episode
from blindspot.writers.jianying import write_jianying
from blindspot.writers.jianying_draft import IN_DRAFT
from blindspot.writers.timing import microseconds, spans
from blindspot.writers.writer import Options


def content(board: Episode) -> dict:
    archive = zipfile.ZipFile(BytesIO(write_jianying(board, Options())))
    name = next(name for name in archive.namelist() if name.endswith("/draft_content.json"))
    return json.loads(archive.read(name))


def track(draft: dict, name: str) -> list[tuple[int, int]]:
    """Return where the segments of a track start and end, in microseconds."""
    found = next(each for each in draft["tracks"] if each["name"] == name)
    ranges = [segment["target_timerange"] for segment in found["segments"]]
    return [(each["start"], each["start"] + each["duration"]) for each in ranges]


def times(board: Episode) -> list[tuple[int, int]]:
    return [(microseconds(each.start, board.fps), microseconds(each.end, board.fps)) for each in spans(board)]


def test_six_shots_are_loaded_again_by_the_library(tmp_path: Path) -> None:
    board = episode(six_shots())
    zipfile.ZipFile(BytesIO(write_jianying(board, Options()))).extractall(tmp_path)
    draft = DraftFolder(str(tmp_path)).load_template("数据的饥荒")
    assert (draft.width, draft.height, draft.fps, draft.duration) == (1080, 1920, 30, 45_000_000)
    assert [each.name for each in draft.imported_tracks] == ["画面", "分镜", "旁白", "屏幕字"]
    assert [len(each.segments) for each in draft.imported_tracks] == [1, 6, 5, 3]


def test_texts_stand_where_their_shots_stand() -> None:
    board = episode(six_shots())
    draft = content(board)
    assert track(draft, "分镜") == times(board)
    spoken = [time for time, shot in zip(times(board), board.shots, strict=True) if shot.narration]
    assert track(draft, "旁白") == spoken
    texts = [json.loads(each["content"])["text"] for each in draft["materials"]["texts"]]
    assert texts[0].startswith("S01 MS push_in")
    assert texts[-3:] == ["字幕 1", "字幕 3", "字幕 5"]


def test_pictures_lie_in_the_folder_and_no_path_of_this_computer_is_told(tmp_path: Path) -> None:
    board = episode(six_shots())
    archive = zipfile.ZipFile(BytesIO(write_jianying(board, Options())))
    picture = next(name for name in archive.namelist() if name.endswith(".png"))
    assert archive.read(picture) == board.shots[0].image.content
    path = f"{IN_DRAFT}/{picture.removeprefix('数据的饥荒/')}"
    materials = content(board)["materials"]["videos"]
    told = [(each["type"], each["path"], each["width"], each["height"]) for each in materials]
    assert told == [("photo", path, 90, 160)]
    assert not [name for name in archive.namelist() if b"/tmp" in archive.read(name)]


def meta(board: Episode, options: Options) -> dict:
    archive = zipfile.ZipFile(BytesIO(write_jianying(board, options)))
    name = next(name for name in archive.namelist() if name.endswith("/draft_meta_info.json"))
    return json.loads(archive.read(name))


def test_a_draft_is_listed_by_its_name_and_length_under_an_id_of_its_own() -> None:
    now = datetime(2027, 3, 1, 8, 30, tzinfo=UTC)
    boards = [episode(six_shots(), title="一/二: 三"), replace(episode(six_shots()[:2]), uid="other")]
    one, two = (meta(board, Options(now=now)) for board in boards)
    assert (one["draft_name"], one["tm_duration"]) == ("一/二: 三", 45_000_000)
    assert (two["draft_name"], two["tm_duration"]) == ("数据的饥荒", 13_000_000)
    later = meta(boards[0], Options(now=now + timedelta(seconds=1)))
    assert len({one["draft_id"], two["draft_id"], later["draft_id"]}) == 3
    assert one["draft_id"] == meta(boards[0], Options(now=now))["draft_id"]
    assert one["tm_draft_create"] == now.timestamp() * 1_000_000


def test_every_field_lies_beside_the_draft() -> None:
    archive = zipfile.ZipFile(BytesIO(write_jianying(episode(six_shots()), Options())))
    told = json.loads(archive.read("数据的饥荒/blindspot.json"))
    assert told["shots"][1]["claims"][0]["grade"] == "high"
    assert told["shots"][4]["asset"] == "raw/S05 take2.mov"


@pytest.mark.parametrize("rate", RATES, ids=str)
def test_segments_follow_each_other_without_gap_or_overlap(rate) -> None:
    board = episode(long_shots(), rate)
    assert track(content(board), "分镜") == times(board)


def test_a_hostile_title_names_a_plain_folder() -> None:
    for title in ("../../etc/passwd", "CON", "长" * 300, "\u202egpj.exe", "", "a/b\\c:d*e?"):
        names = zipfile.ZipFile(BytesIO(write_jianying(episode(six_shots(), title=title), Options()))).namelist()
        folders = {name.split("/")[0] for name in names}
        assert len(folders) == 1
        assert not folders & {"", ".", "..", "CON"}
        assert all(".." not in name.split("/") and not name.startswith("/") for name in names)


def test_hostile_texts_are_held() -> None:
    board = episode(hostile_shots())
    assert track(content(board), "分镜") == times(board)


@settings(max_examples=15, deadline=None)
@given(episodes())
def test_any_storyboard_keeps_its_times(board: Episode) -> None:
    assert track(content(board), "分镜") == times(board)
