"""The storyboard page: an episode to choose, its figures, its format, many shots from a table, a file to hand over."""

from __future__ import annotations

import pytest
from reading import button, labels, words
from streamlit.testing.v1 import AppTest

from blindspot.plan.loading import load_episode
from blindspot.plan.series.editing import add_episode, add_series
from blindspot.plan.storyboards.shots import add_shots, bin_shots
from blindspot.store import Store

TABLE = "时长\t景别\t画面\t旁白\n5\t特写\t钟停了\t它停在 *三点*。\n\t远景\t没写时长\t\n2.5\t中景\t门开了\t有人来了。\n"


@pytest.fixture
def episode_id(empty_store: Store) -> int:
    """The second episode of a series, with three shots of five seconds."""
    series_id = add_series(empty_store, "Ann", "夜里的钟")
    add_episode(empty_store, "Ann", series_id, "谁在看钟")
    episode_id = add_episode(empty_store, "Ann", series_id, "钟 *停* 了")
    add_shots(empty_store, "Ann", episode_id, [{"frames": 150, "narration": said} for said in ("一", "二", "三")])
    return episode_id


@pytest.fixture
def board(open_page, episode_id: int) -> AppTest:
    """The page with that episode."""
    return open_page("plan/storyboard", episode=str(episode_id))


def open_format(board: AppTest, episode_id: int) -> None:
    board.session_state[f"format_{episode_id}"] = True
    board.run()


def test_without_an_episode_the_page_says_where_to_begin(empty_store: Store, open_page) -> None:
    assert "No episode yet" in words(open_page("plan/storyboard"))


def test_an_episode_is_chosen_by_its_series(episode_id: int, open_page) -> None:
    app = open_page("plan/storyboard")
    assert "夜里的钟" in words(app)
    assert "planned · 3 shots · 15 s" in words(app)
    button(app, r"Episode 2 · 钟 \*停\* 了").click().run()
    assert "Undo" in labels(app)
    assert str(episode_id) in app.query_params["episode"]


def test_the_address_leads_to_an_episode_and_the_arrow_back_to_all(board: AppTest) -> None:
    assert r"Episode 2 · 钟 \*停\* 了" in words(board)
    assert r"3 shots · 15 s · 9:16 · 30 fps" in words(board).replace("\\", "")
    board.button(key="all_storyboards").click().run()
    assert "Choose an episode" in words(board)


def test_an_episode_that_is_gone_is_said_to_be(episode_id: int, open_page) -> None:
    assert "not there any more" in words(open_page("plan/storyboard", episode="987654"))


def test_a_status_is_saved_when_it_is_chosen(board: AppTest, episode_id: int, store: Store) -> None:
    board.selectbox(key=f"episode_{episode_id}_status").set_value("shooting").run()
    assert load_episode(store, episode_id).status == "shooting"


def test_another_frame_rate_keeps_the_seconds(board: AppTest, episode_id: int, store: Store) -> None:
    open_format(board, episode_id)
    board.selectbox(key=f"format_fps_{episode_id}").set_value("25").run()
    board.selectbox(key=f"format_ratio_{episode_id}").set_value("16:9").run()
    episode = load_episode(store, episode_id)
    assert [shot.frames for shot in episode.shots] == [125, 125, 125]
    assert (episode.width, episode.height) == (1920, 1080)


def test_the_format_shows_what_is_stored_however_late_it_is_opened(board: AppTest, episode_id: int) -> None:
    board.run()
    assert not [one for one in board.selectbox if one.key == f"format_fps_{episode_id}"]
    open_format(board, episode_id)
    assert board.selectbox(key=f"format_fps_{episode_id}").value == "30"
    # nothing tells where it will come out: no account, no topic, no works
    assert board.selectbox(key=f"format_platform_{episode_id}").value == ""


def test_a_safe_area_says_whether_its_platform_publishes_it(board: AppTest, episode_id: int) -> None:
    open_format(board, episode_id)
    board.selectbox(key=f"format_platform_{episode_id}").set_value("douyin").run()
    assert "An estimate: No published numbers found" in words(board).replace("\\", "")
    board.selectbox(key=f"format_platform_{episode_id}").set_value("youtube").run()
    assert "Published by the platform: Google's safe zone" in words(board).replace("\\", "")
    board.selectbox(key=f"format_ratio_{episode_id}").set_value("1:1").run()
    assert "No safe area is known" in words(board)


def test_a_length_off_its_target_is_said_with_the_figures(board: AppTest, episode_id: int) -> None:
    open_format(board, episode_id)
    board.number_input(key=f"format_target_{episode_id}").set_value(10.0).run()
    assert r"5\.0 s longer than its target of 10\.0 s" in words(board)


def test_a_shot_in_the_bin_is_put_back(board: AppTest, episode_id: int, store: Store) -> None:
    first = load_episode(store, episode_id).shots[0]
    bin_shots(store, "Ann", episode_id, [first.shot_id])
    board.run()
    board.button(key=f"unbin_shot_{first.shot_id}").click().run()
    assert load_episode(store, episode_id).shots[0].name == "S01"


def test_a_pasted_table_is_shown_before_it_comes_in(board: AppTest, episode_id: int, store: Store) -> None:
    button(board, "Paste a table").click().run()
    board.text_area(key="storyboard_pasted").set_value(TABLE).run()
    assert "Row 3: It does not say how long it lasts" in words(board)
    assert len(load_episode(store, episode_id).shots) == 3
    button(board, "Add 2 shots at the end").click().run()
    shots = load_episode(store, episode_id).shots[3:]
    assert [(shot.name, shot.frames, shot.size, shot.narration) for shot in shots] == [
        ("S04", 150, "CU", "它停在 *三点*。"),
        ("S05", 75, "MS", "有人来了。"),
    ]


def test_what_is_no_table_is_refused_in_a_sentence(board: AppTest) -> None:
    button(board, "Paste a table").click().run()
    board.text_area(key="storyboard_pasted").set_value("just a line of words").run()
    assert not board.exception
    assert "The pasted text holds no table" in words(board)


def test_a_file_is_made_when_it_is_asked_for(board: AppTest) -> None:
    button(board, "Hand over").click().run()
    assert not board.get("download_button")
    board.button(key="hand_over_srt").click().run()
    [made] = board.get("download_button")
    assert "srt" in made.proto.label


def test_what_a_format_cannot_hold_is_said_in_a_sentence(empty_store: Store, open_page) -> None:
    series_id = add_series(empty_store, "Ann", "空")
    episode_id = add_episode(empty_store, "Ann", series_id, "还没有镜头")
    app = open_page("plan/storyboard", episode=str(episode_id))
    button(app, "Hand over").click().run()
    app.button(key="hand_over_edl").click().run()
    assert not app.exception
    assert "has no shots yet" in words(app)
    assert not app.get("download_button")
