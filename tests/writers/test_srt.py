"""SRT, read by a second library: short lines that end where clauses do; the cues of a shot fill its time."""

from __future__ import annotations

import pysubs2
import pytest
from boards import RATES, episode, episodes, hostile_shots, long_shots, six_shots
from hypothesis import assume, given
from hypothesis import strategies as st

from blindspot.domain import Episode, Shot
from blindspot.errors import BlindspotError
from blindspot.writers.names import clean
from blindspot.writers.srt_file import write_srt
from blindspot.writers.timing import spans
from blindspot.writers.writer import Options


def read(board: Episode) -> list[pysubs2.SSAEvent]:
    text = write_srt(board, Options()).decode()
    return list(pysubs2.SSAFile.from_string(text, format_="srt", keep_html_tags=True))


def spoken(board: Episode) -> list[tuple[int, int]]:
    """Return when each shot with narration starts and ends, in milliseconds."""
    times = [(each.start, each.end) for each in spans(board) if clean(each.shot.narration).strip()]
    return [tuple(round(round(frame * 1_000_000 / board.fps) / 1000) for frame in pair) for pair in times]


def by_shot(board: Episode) -> list[list[pysubs2.SSAEvent]]:
    """Return the cues of each shot with narration; they follow each other and fill its time."""
    cues = iter(read(board))
    found = []
    for start, end in spoken(board):
        ours = [next(cues)]
        while ours[-1].end < end:
            ours.append(next(cues))
        assert [cue.start for cue in ours] == [start, *(cue.end for cue in ours[:-1])]
        assert ours[-1].end == end and all(cue.start < cue.end for cue in ours)
        found.append(ours)
    assert next(cues, None) is None
    return found


def said(narration: str, seconds: float = 12) -> list[str]:
    board = episode((Shot("1", "S01", round(seconds * 30), narration=narration),))
    return [cue.plaintext for cue in by_shot(board)[0]]


def test_a_silent_shot_has_no_cue_and_the_others_keep_their_times() -> None:
    cues = read(episode(six_shots()))
    assert [(cue.start, cue.end) for cue in cues] == [
        (0, 5000), (5000, 13000), (23000, 29000), (29000, 37500), (37500, 45000),
    ]  # fmt: skip
    assert cues[1].plaintext == "第 2 句旁白，说得很慢。\nAnd a second line."


def test_a_long_narration_is_broken_at_its_clauses_and_shares_the_time_by_length() -> None:
    text = (
        "素材库里的旧视频越来越少，谁先数清楚自己还剩多少，谁就能多拍一年，这不是吓唬人，而是一道加减法。"
        "答案写在硬盘的标签上。"
    )
    [cues] = by_shot(episode((Shot("1", "S01", 360, narration=text),)))
    lines = [line for cue in cues for line in cue.plaintext.split("\n")]
    assert "".join(lines) == text
    assert all(line[-1] in "，。" and len(line) <= 16 for line in lines)
    assert all(len(cue.plaintext.split("\n")) <= 2 for cue in cues)
    shares = [(cue.end - cue.start) / 12_000 for cue in cues]
    lengths = [len(cue.plaintext.replace("\n", "")) / len(text) for cue in cues]
    assert shares == pytest.approx(lengths, abs=0.01)


@pytest.mark.parametrize(
    "whole", ["2,048.5", "3.5%", "2026年", "12:30", "第3集", "Seedance", "AI-generated", "GPT-4o", "isn't", "沙漏"]
)
def test_numbers_and_words_stay_whole(whole: str) -> None:
    for before in range(1, 18):
        lines = "\n".join(said("一" * before + whole + "一" * 20)).split("\n")
        assert sum(whole in line for line in lines) == 1
        assert max(map(len, lines)) <= 16


def test_a_line_in_english_has_room_for_more() -> None:
    text = "Old footage is running out, and whoever counts what is left of it first can film a year longer than others."
    lines = "\n".join(said(text)).split("\n")
    assert " ".join(lines) == text
    assert 16 < max(map(len, lines)) <= 42


def test_a_shot_that_is_too_short_for_its_words_has_a_cue_a_frame() -> None:
    [cues] = by_shot(episode((Shot("1", "S01", 2, narration="一句话。" * 200), Shot("2", "S02", 30, picture="雪"))))
    assert len(cues) == 2
    assert "".join(cue.plaintext.replace("\n", "") for cue in cues) == "一句话。" * 200


def test_only_the_narration_is_written() -> None:
    text = write_srt(episode(six_shots()), Options()).decode()
    assert not [word for word in ("字幕", "翻书声", "枯竭", "empty shelves", "画面") if word in text]


@pytest.mark.parametrize("rate", RATES, ids=str)
def test_cues_follow_each_other_to_the_millisecond_at_each_rate(rate) -> None:
    board = episode(long_shots(), rate)
    assert len(by_shot(board)) == 200


def test_no_text_makes_a_cue_of_its_own() -> None:
    board = episode(hostile_shots())
    assert [(cues[0].start, cues[-1].end) for cues in by_shot(board)] == spoken(board)


def test_a_storyboard_in_which_nobody_speaks_is_refused_in_a_sentence() -> None:
    with pytest.raises(BlindspotError, match="has no narration; there are no subtitles to write"):
        write_srt(episode((Shot("1", "S01", 30, picture="雪"),)), Options())


def squeezed(text: str) -> str:
    return "".join(text.split())


@given(st.lists(st.text("a1 9\n，。:,.->一", max_size=80), min_size=1, max_size=5))
def test_lines_of_digits_and_signs_are_read_back_as_text(told: list[str]) -> None:
    board = episode(tuple(Shot(str(n), f"S{n:02d}", 30, narration=text) for n, text in enumerate(told)))
    assume(any(text.split() for text in told))
    texts = ["".join(cue.plaintext for cue in cues).replace("：", ":").replace("→", "-->") for cues in by_shot(board)]
    assert list(map(squeezed, texts)) == [squeezed(text) for text in told if text.split()]


@given(st.text(st.sampled_from("一二三，。、《》“” abcAB12.5%\n-'"), max_size=200))
def test_no_line_is_longer_than_may_be(narration: str) -> None:
    assume(clean(narration).strip())
    for cue in said(narration, 60):
        lines = cue.split("\n")
        assert len(lines) <= 2
        for line in lines:
            is_one_word = not any(mark in line.strip() for mark in " ，。、一二三")
            assert len(line) <= (16 if any(letter in line for letter in "一二三") else 42) or is_one_word


@given(episodes())
def test_any_narration_is_read_back_in_its_time(board: Episode) -> None:
    assume(spoken(board))
    assert len(by_shot(board)) == len(spoken(board))
