"""Fountain: screenplain reads the scenes, what is seen and what is said as they were written."""

from __future__ import annotations

from io import StringIO

from boards import episode, episodes, hostile_shots, six_shots
from hypothesis import given
from hypothesis import strategies as st
from screenplain.parsers import fountain
from screenplain.types import Action, Dialog, Screenplay, Slug, Transition

from blindspot.domain import Episode, Shot
from blindspot.writers.fountain import write_fountain
from blindspot.writers.names import clean
from blindspot.writers.writer import Options


def read(board: Episode, language: str = "zh") -> Screenplay:
    return fountain.parse(StringIO(write_fountain(board, Options(language=language)).decode()))


def of(play: Screenplay, kind: type) -> list:
    return [part for part in play if isinstance(part, kind)]


def said(text: str) -> list[str]:
    """The lines of a text that a reader of Fountain should see."""
    return [line.strip() for line in clean(text).expandtabs(4).split("\n") if line.strip()]


def heard(part: Dialog) -> list[str]:
    return [str(line) for _, line in part.blocks]


def test_six_shots_are_six_scenes_with_their_numbers() -> None:
    play = read(episode(six_shots()))
    assert [str(slug.line) for slug in of(play, Slug)][:2] == ["S01 中景 推近", "S02 特写 固定"]
    assert [str(slug.scene_number) for slug in of(play, Slug)] == ["S01", "S02", "S03", "S04", "S05", "S06"]
    assert play.title_page["Title"] == ["数据的饥荒"]


def test_what_is_seen_is_action_and_what_is_said_is_dialogue() -> None:
    board = episode(six_shots())
    play = read(board)
    spoken = [said(shot.narration) for shot in board.shots if shot.narration]
    assert [heard(part) for part in of(play, Dialog)] == spoken
    assert [str(line) for line in of(play, Action)[0].lines] == ["第 1 个画面", "书架慢慢变空"]
    assert str(of(play, Dialog)[0].character) == "旁白"
    assert [str(part.line) for part in of(play, Transition)] == ["叠化"]


def test_in_english_the_marks_are_english() -> None:
    assert str(of(read(episode(six_shots()), "en"), Dialog)[0].character) == "Narration"


def test_hostile_texts_neither_vanish_nor_become_scenes() -> None:
    board = episode(hostile_shots(), title="]] /* \r\n\r\n.INT. x")
    play = read(board)
    assert len(of(play, Slug)) == len(board.shots)
    assert len(of(play, Dialog)) == sum(bool(said(shot.narration)) for shot in board.shots)


@given(st.text("a*\\[]/#.@!>~中 \n^(:=", max_size=20))
def test_the_signs_of_fountain_mean_themselves(text: str) -> None:
    """Spaces apart, which divide brackets; screenplain knows no escaped underscore, so none is tried."""
    play = read(episode((Shot("1", "S01", 30, narration=text, picture=text),)))
    lines = [[line.replace(" ", "") for line in said(text)]] if said(text) else []
    assert [[line.replace(" ", "") for line in heard(part)] for part in of(play, Dialog)] == lines
    assert [[str(line).replace(" ", "") for line in part.lines] for part in of(play, Action)] == lines


@given(episodes())
def test_any_storyboard_keeps_its_scenes_and_its_speech(board: Episode) -> None:
    play = read(board)
    assert len(of(play, Slug)) == len(board.shots)
    spoken = [said(shot.narration) for shot in board.shots if said(shot.narration)]
    assert [len(heard(part)) for part in of(play, Dialog)] == [len(lines) for lines in spoken]
