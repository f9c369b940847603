"""Prompts for video models: one neutral description, the model's limits said, a split to the frame offered."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blindspot.domain import CAMERA_ANGLES, MOVEMENTS, SIZES, Episode, Point, Proposal, Shot
from blindspot.errors import BlindspotError, NotFound
from blindspot.writers.prompts import Prompt, shot_prompt, write_prompts
from blindspot.writers.video_models import prompt_word, video_model, video_models

SEEDANCE, VEO, KLING = video_model("seedance_2_0"), video_model("veo_3_1"), video_model("kling_3_0")
SHOT = Shot(
    "a",
    "S01",
    150,
    size="MCU",
    camera_angle="eye",
    movement="push_in",
    picture="一只沙漏立在旧木桌上，沙快要漏完",
    narration="沙子总会漏完。",
    on_screen_text="还剩多久？",
    sound="细沙声",
    visual="沙漏",
)


def prompt(shot: Shot = SHOT, model=SEEDANCE, language: str = "zh", **episode: object) -> Prompt:
    return shot_prompt(shot, Episode(1, "e", 1, "两条路", **episode), model, language)


def changed(**fields: object) -> Shot:
    return Shot(**{**{name: getattr(SHOT, name) for name in SHOT.__dataclass_fields__}, **fields})


def test_a_prompt_in_chinese_has_its_parts_in_the_order_that_models_take() -> None:
    assert prompt().text == (
        "一只沙漏立在旧木桌上，沙快要漏完。中近景，平视。镜头缓慢推近。风格：沙漏。声音：细沙声。"
        "没有对白和配音。画面中不出现文字、字幕和水印。时长 5 秒，画幅 9:16。"
    )
    assert prompt().warnings == ()


def test_a_prompt_in_english() -> None:
    shot = changed(picture="An hourglass on an old table", sound="sand", visual="", lens="35mm")
    assert prompt(shot, language="en").text == (
        "An hourglass on an old table. Medium close-up at eye level. Slow dolly in. Lens: 35mm. Sound: sand. "
        "No dialogue or voice-over. No text, captions or watermarks in the picture. 5 seconds, aspect ratio 9:16."
    )


def test_what_is_said_and_written_is_left_to_the_editing() -> None:
    assert "还剩多久" not in prompt().text
    assert "总会漏完" not in prompt().text


def test_the_shots_own_prompt_takes_the_place_of_the_picture() -> None:
    text = prompt(changed(prompt="sand falls, macro, warm light")).text
    assert text.startswith("sand falls, macro, warm light。")
    assert "旧木桌" not in text


def test_the_style_is_what_the_proposal_says_of_the_visual() -> None:
    proposal = Proposal("p", "两条路", visuals=(Point("沙漏", "暖色侧光，老照片质感"),))
    assert "风格：暖色侧光，老照片质感。" in prompt(proposal=proposal).text


def test_a_shot_longer_than_the_model_makes_is_split_to_the_frame() -> None:
    long = prompt(changed(frames=250), VEO)
    assert not long.fits
    assert long.split == (125, 125)
    assert str(long.warnings[0]) == "The shot lasts 8.33 s; Veo 3.1 makes at most 8 s at once. Split it into 2."
    assert "时长 6 秒" in long.text


def test_a_shot_shorter_than_the_model_makes_is_cut_later() -> None:
    short = prompt(changed(frames=90))
    assert short.fits
    assert str(short.warnings[0]) == "The shot lasts 3 s; Seedance 2.0 makes 4 s. Cut it when editing."
    assert "时长 4 秒" in short.text


@pytest.mark.parametrize(
    ("shot", "model", "episode", "said"),
    [
        (SHOT, VEO, {"width": 1080, "height": 1080}, "Veo 3.1 does not list the ratio 1:1."),
        (changed(picture="字" * 2600), KLING, {}, "takes 2500"),
        (changed(picture=" "), KLING, {}, "It is not said what one sees."),
    ],
)
def test_what_a_model_does_not_take_is_said(shot: Shot, model, episode: dict, said: str) -> None:
    assert any(said in str(warning) for warning in prompt(shot, model, **episode).warnings)


@given(
    st.integers(1, 100_000),
    st.sampled_from([Fraction(24), Fraction(30), Fraction(30000, 1001), Fraction(60)]),
    st.sampled_from(video_models()),
)
def test_parts_add_up_and_each_can_be_made(frames: int, fps: Fraction, model) -> None:
    parts = model.split(frames, fps)
    assert sum(parts) == frames
    assert max(parts) - min(parts) <= 1
    assert all(model.length_for(part / fps) for part in parts)
    assert len(parts) == 1 or model.length_for(frames / fps) is None


def test_every_size_angle_and_move_has_words_in_both_languages() -> None:
    for group, keys in {"size": SIZES, "camera_angle": CAMERA_ANGLES, "movement": MOVEMENTS}.items():
        for language in ("zh", "en"):
            words = [prompt_word(group, key, language) for key in keys]
            assert len(set(words)) == len(keys)


def test_models_are_dated_and_what_is_gone_is_not_offered() -> None:
    assert all(isinstance(model.read_on, date) and model.most_seconds >= 8 for model in video_models())
    assert not any("sora" in model.key for model in video_models())
    with pytest.raises(NotFound, match="sora_2"):
        video_model("sora_2")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_all_prompts_stand_in_one_file_with_their_warnings(language: str) -> None:
    nasty = changed(name="S02", frames=700, picture="```\n# not a heading\n``` and \x00 more")
    episode = Episode(1, "e", 1, "两条\n路", shots=(SHOT, nasty))
    text = write_prompts(episode, VEO, language).decode()
    assert re.findall(r"^#+ .*$", text.replace("# not a heading", ""), re.MULTILINE)[0].startswith("# 两条 路")
    assert "2026-11-01" in text
    assert text.count("````text") == 1
    assert "\x00" not in text
    assert prompt(model=VEO, language=language).text in text
    assert ("拆成 3 段" if language == "zh" else "Split it into 3.") in text


def test_the_words_of_warnings_in_files_are_those_of_the_page() -> None:
    shots = [changed(frames=9000, picture=""), changed(frames=30, picture="x" * 2600)]
    episode = Episode(1, "e", 1, "t", width=1080, height=1350, shots=tuple(shots))
    text = write_prompts(episode, KLING, "en").decode()
    said = [str(message) for shot in shots for message in shot_prompt(shot, episode, KLING, "en").warnings]
    assert len(said) == 6
    assert all(f"> {words}" in text for words in said)


def test_an_empty_storyboard_has_no_prompts() -> None:
    with pytest.raises(BlindspotError):
        write_prompts(Episode(1, "e", 1, "t"), VEO, "en")
