"""A browser that sends what no page of ours sends: it is refused in a sentence, and what is typed next is saved."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from moves import settle
from playwright.sync_api import Page, WebSocketRoute, expect
from running_app import DATABASE, Serve, ServedApp, Visit

from blindspot.plan.loading import load_episode
from blindspot.plan.series.editing import add_episode, add_series
from blindspot.plan.storyboards.shots import add_shots
from blindspot.store import Store

TAMPERED = {
    b'"field":"narration"': b'"field":"frames___"',
    b'"kind":"edit"': b'"kind":"eval"',
    b'"kind":"edit",': b'"kind":[{  }],',
    b'"value":"zwei': b'"valuf":"zwei',
}
"""What the browser says, and what is sent instead: as many bytes, for a message says how many it has."""


@pytest.fixture
def shot_ids(tmp_path: Path, sample_file: Path) -> list[str]:
    """The shots of two episodes with one shot each; the first is episode 3."""
    shutil.copy(sample_file, tmp_path / DATABASE)
    store = Store(tmp_path / DATABASE)
    series_id = add_series(store, "Ann", "夜里的钟")
    episodes = [add_episode(store, "Ann", series_id, title) for title in ("钟停了", "门开了")]
    ids = [add_shots(store, "Ann", one, [{"frames": 150, "narration": "一"}])[0] for one in episodes]
    store.close()
    assert episodes[0] == 3
    return ids


@pytest.fixture
def board(shot_ids: list[str], tmp_path: Path, serve: Serve) -> ServedApp:
    return serve(tmp_path)


def open_tampering(board: ServedApp, visit: Visit, tampered: dict[bytes, bytes]) -> Page:
    """Open the storyboard in a browser that puts other bytes, of the same number, into what it sends."""
    page = visit(board, "/topics")

    def stand_between(route: WebSocketRoute) -> None:
        server = route.connect_to_server()

        def send(message: str | bytes) -> None:
            for ours, other in tampered.items():
                message = message.replace(ours, other) if isinstance(message, bytes) else message
            server.send(message)

        route.on_message(send)

    page.route_web_socket("**/_stcore/stream", stand_between)
    page.goto(f"{board.url}/storyboard?episode=3")
    settle(page)
    return page


def type_into(page: Page, words: str) -> None:
    said = page.locator(".cards [data-item]").first.get_by_role("textbox", name="Narration")
    said.fill(words)
    said.blur()


def test_what_no_page_sends_is_refused_in_a_sentence(board: ServedApp, visit: Visit) -> None:
    tampered: dict[bytes, bytes] = {}
    page = open_tampering(board, visit, tampered)
    for number, (ours, other) in enumerate(TAMPERED.items()):
        tampered[ours] = other
        type_into(page, f"zwei{number}")
        expect(page.get_by_text("The browser sent what this page does not understand")).to_be_visible()
        tampered.clear()
        type_into(page, f"drei{number}")
        expect(page.get_by_text("The browser sent what this page does not understand")).to_have_count(0)
        expect(page.locator(".state")).to_have_text("Saved")
    store = Store(board.copy())
    assert load_episode(store, 3).shots[0].narration == f"drei{len(TAMPERED) - 1}"
    assert load_episode(store, 3).shots[0].rev == 1 + len(TAMPERED)
    store.close()


def test_a_shot_of_another_storyboard_is_not_there(board: ServedApp, visit: Visit, shot_ids: list[str]) -> None:
    mine, other = (shot_id.encode() for shot_id in shot_ids)
    page = open_tampering(board, visit, {b'"shot":"' + mine: b'"shot":"' + other})
    type_into(page, "stolen")
    expect(page.get_by_text("There is no such shot in this storyboard any more.")).to_be_visible()
    store = Store(board.copy())
    assert [load_episode(store, number).shots[0].narration for number in (3, 4)] == ["一", "一"]
    store.close()
