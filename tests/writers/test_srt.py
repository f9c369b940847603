"""SRT: a second library reads one cue for each shot in which somebody speaks, for the shot's whole length."""

from __future__ import annotations

import pysubs2
import pytest
from boards import RATES, episode, episodes, hostile_shots, long_shots, six_shots
from hypothesis import assume, given, settings
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


def test_a_silent_shot_has_no_cue_and_the_others_keep_their_times() -> None:
    cues = read(episode(six_shots()))
    assert [(cue.start, cue.end) for cue in cues] == [
        (0, 5000), (5000, 13000), (23000, 29000), (29000, 37500), (37500, 45000),
    ]  # fmt: skip
    assert cues[1].plaintext == "第 2 句旁白，说得很慢。\nAnd a second line."


def test_only_the_narration_is_written() -> None:
    text = write_srt(episode(six_shots()), Options()).decode()
    assert not [word for word in ("字幕", "翻书声", "枯竭", "empty shelves", "画面") if word in text]


@pytest.mark.parametrize("rate", RATES, ids=str)
def test_cues_follow_each_other_to_the_millisecond_at_each_rate(rate) -> None:
    board = episode(long_shots(), rate)
    assert [(cue.start, cue.end) for cue in read(board)] == spoken(board)


def test_no_text_makes_a_cue_of_its_own() -> None:
    board = episode(hostile_shots())
    assert [(cue.start, cue.end) for cue in read(board)] == spoken(board)


def test_a_storyboard_in_which_nobody_speaks_is_refused_in_a_sentence() -> None:
    with pytest.raises(BlindspotError, match="has no narration; there are no subtitles to write"):
        write_srt(episode((Shot("1", "S01", 30, picture="雪"),)), Options())


@settings(max_examples=80, deadline=None)
@given(st.lists(st.text("a1 9\n，。:,.->", max_size=40), min_size=1, max_size=5))
def test_lines_of_digits_and_signs_are_read_back_as_text(told: list[str]) -> None:
    board = episode(tuple(Shot(str(n), f"S{n:02d}", 30, narration=text) for n, text in enumerate(told)))
    assume(any(text.split() for text in told))
    kept = [cue.plaintext.replace("：", ":").replace("→", "-->").split() for cue in read(board)]
    assert kept == [text.split() for text in told if text.split()]


@settings(max_examples=80, deadline=None)
@given(episodes())
def test_any_narration_is_read_back_in_its_time(board: Episode) -> None:
    times = spoken(board)
    assume(times)
    assert [(cue.start, cue.end) for cue in read(board)] == times
