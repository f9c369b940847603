"""A shot in its dialog, and what opens from the storyboard: claims, prompts, pictures, the preview, the hand-over."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from moves import settle
from moves_on_storyboard import SAID, cards, do, expect_names, open_shot
from PIL import Image
from playwright.sync_api import Page, expect
from running_app import ServedApp

from blindspot.plan.loading import load_episode
from blindspot.store import Store


def test_every_field_of_a_shot_is_in_its_dialog(open_board: Callable[..., Page], board: ServedApp) -> None:
    page = open_board()
    do(page, 0, "Edit every field")
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("textbox", name="Sound").fill("Ticken")
    dialog.get_by_role("textbox", name="Lens").fill("35 mm")
    expect(dialog.get_by_text("Saved at")).to_be_visible()
    dialog.get_by_role("combobox", name="Movement").click()
    page.get_by_role("option", name="push in").click()
    settle(page)
    dialog.get_by_role("button", name="Close").click()
    expect(cards(page).first.get_by_text("push in")).to_be_visible()
    expect(cards(page).first.get_by_role("textbox", name="Sound")).to_have_text("Ticken")
    store = Store(board.copy())
    shot = load_episode(store, 3).shots[0]
    store.close()
    assert (shot.sound, shot.lens, shot.movement) == ("Ticken", "35 mm", "push_in")


def test_the_preview_plays_the_shots_in_time(open_board: Callable[..., Page]) -> None:
    page = open_board()
    page.get_by_role("button", name="Preview").click()
    counter = page.locator(".animatic .counter")
    expect(counter).to_have_text("S01 · 1 / 3")
    expect(page.locator(".animatic .subtitle")).to_have_text(SAID[0])
    page.keyboard.press("Space")
    expect(counter).to_have_text("S02 · 2 / 3")
    expect(page.locator(".animatic .subtitle")).to_have_text(SAID[1])
    page.keyboard.press("Space")
    expect(page.locator(".animatic .play")).to_have_accessible_name("Play")


def test_everything_is_handed_over_in_one_zip(open_board: Callable[..., Page], tmp_path: Path) -> None:
    page = open_board()
    page.get_by_role("button", name="Hand over").click()
    page.get_by_role("button", name="Make the zip").click()
    with page.expect_download() as waiting:
        page.get_by_test_id("stDownloadButton").get_by_role("button").click(timeout=60_000)
    file = tmp_path / "all.zip"
    waiting.value.save_as(file)
    names = zipfile.ZipFile(file).namelist()
    assert "manifest.json" in names
    assert {Path(name).suffix for name in names} >= {
        ".otio",
        ".fcpxml",
        ".srt",
        ".docx",
        ".pdf",
        ".xlsx",
        ".csv",
        ".md",
    }


def test_a_claim_of_the_library_is_found_by_its_words_and_opens_from_its_chip(open_board: Callable[..., Page]) -> None:
    page = open_board()
    dialog = open_shot(page, 0)
    dialog.get_by_role("combobox", name="Claims that it shows").fill("2027")
    page.get_by_role("option").first.click()
    settle(page)
    page.keyboard.press("Escape")
    dialog.get_by_role("button", name="Close").click()
    expect(dialog).to_have_count(0)
    settle(page)
    chip = cards(page).first.locator(".chip")
    expect(chip).to_be_visible()
    chip.click()
    expect(page.get_by_role("dialog").get_by_text("source").first).to_be_visible()


def test_a_sentence_surer_than_its_claim_is_reworded_by_one_click(open_board: Callable[..., Page]) -> None:
    page = open_board(2)
    surer = page.locator(".note", has_text="sounds surer")
    expect(surer).to_have_count(1)
    place = page.locator(".cards [data-item]:has(.note.warning)").first
    place.locator(".more").click()
    page.locator(".menu").get_by_role("button", name="Edit every field").click()
    dialog = page.get_by_role("dialog")
    dialog.locator("[class*=st-key-hedge_]").get_by_role("button").first.click()
    settle(page)
    dialog.get_by_role("button", name="Close").click()
    expect(surer).to_have_count(0)


def test_a_shot_too_long_for_a_video_model_is_split_as_offered(open_board: Callable[..., Page]) -> None:
    page = open_board()
    dialog = open_shot(page, 0)
    dialog.get_by_role("textbox", name="Length").fill("20")
    dialog.get_by_role("textbox", name="Length").press("Enter")
    dialog.get_by_text("Prompt for a video model").click()
    split = dialog.get_by_role("button", name="Split it into 2")
    expect(split).to_be_visible()
    settle(page)
    split.click()
    expect(split).to_have_count(0)
    dialog.get_by_role("button", name="Close").click()
    expect_names(page, "S01", "S01A", "S02", "S03")
    expect(cards(page).nth(1).get_by_role("textbox", name="Length")).to_have_text("10 s")


def test_a_picture_is_uploaded_and_what_is_none_is_refused_in_a_sentence(open_board: Callable[..., Page]) -> None:
    page = open_board()
    dialog = open_shot(page, 0)
    chooser = dialog.locator("input[type=file]")
    chooser.set_input_files({"name": "a.png", "mimeType": "image/png", "buffer": b"<svg onload='alert(1)'/>"})
    expect(dialog.get_by_role("alert")).to_contain_text("a.png")
    file = BytesIO()
    Image.new("RGB", (90, 160), "teal").save(file, "PNG")
    chooser.set_input_files({"name": "b.png", "mimeType": "image/png", "buffer": file.getvalue()})
    expect(dialog.get_by_role("button", name="Take it out")).to_be_visible()
    settle(page)
    dialog.get_by_role("button", name="Close").click()
    expect(cards(page).first.locator("img")).to_be_visible()
