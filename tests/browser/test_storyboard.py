"""A storyboard by hand: typed, dragged, split and taken back in the browser; nothing that is typed is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from moves import go_to, settle
from moves_on_storyboard import SAID, cards, do, expect_names, expect_saved
from playwright.sync_api import Page, expect
from running_app import Visit, run_app


def test_what_is_typed_is_saved_while_one_types_and_outlives_a_reload(open_board: Callable[..., Page]) -> None:
    page = open_board()
    said = cards(page).first.get_by_role("textbox", name="Narration")
    said.click()
    page.keyboard.press("End")
    words = " It stopped at three, and nobody in the house had heard it stop."
    page.keyboard.type(words, delay=45)
    expect(said).to_have_text(SAID[0] + words)
    expect_saved(page)
    expect(said).to_have_text(SAID[0] + words)
    page.reload()
    expect(said).to_have_text(SAID[0] + words)


def test_what_was_typed_last_is_kept_when_one_leaves_at_once(open_board: Callable[..., Page]) -> None:
    page = open_board()
    cards(page).first.get_by_role("textbox", name="What one sees").click()
    page.keyboard.type("Eine Uhr")
    go_to(page, "Signals")
    page.goto(page.url.replace("/signals", "/storyboard?episode=3"))
    expect(cards(page).first.get_by_role("textbox", name="What one sees")).to_have_text("Eine Uhr")


def test_a_length_moves_the_strip_and_nonsense_is_refused_in_a_sentence(open_board: Callable[..., Page]) -> None:
    page = open_board()
    length = cards(page).nth(1).get_by_role("textbox", name="Length")
    length.fill("00:00:07:15")
    length.press("Enter")
    expect(page.locator(".bar").nth(1)).to_have_attribute("title", "S02 · 7.5 s")
    expect(page.get_by_text("3 shots · 17.5 s")).to_be_visible()
    length.fill("long")
    length.press("Enter")
    expect(page.get_by_text("“long” is no length.")).to_be_visible()
    expect(length).to_have_text("7.5 s")


def test_shots_come_in_between_without_a_new_number_for_others(open_board: Callable[..., Page]) -> None:
    page = open_board()
    page.get_by_role("button", name="Insert a shot before S02").click()
    expect_names(page, "S01", "S01A", "S02", "S03")
    do(page, 2, "Duplicate")
    expect_names(page, "S01", "S01A", "S02", "S02A", "S03")
    do(page, 4, "Split in two")
    expect_names(page, "S01", "S01A", "S02", "S02A", "S03", "S04")
    do(page, 0, "Move to the bin")
    expect_names(page, "S01A", "S02", "S02A", "S03", "S04")
    expect_saved(page)
    page.get_by_role("button", name="Undo").click()
    expect_names(page, "S01", "S01A", "S02", "S02A", "S03", "S04")
    settle(page)
    page.get_by_role("button", name="Redo").click()
    expect_names(page, "S01A", "S02", "S02A", "S03", "S04")
    settle(page)
    page.get_by_text("In the bin (1)").click()
    page.get_by_role("button", name="Put back").click()
    expect_names(page, "S01", "S01A", "S02", "S02A", "S03", "S04")


def test_a_card_is_dragged_to_its_place_or_moved_by_keys(open_board: Callable[..., Page]) -> None:
    page = open_board()
    grip, goal = (cards(page).nth(place).locator(".frame").bounding_box() for place in (0, 2))
    assert grip is not None
    assert goal is not None
    page.mouse.move(grip["x"] + 10, grip["y"] + 10)
    page.mouse.down()
    page.mouse.move(goal["x"] + goal["width"], goal["y"] + 20, steps=20)
    page.mouse.up()
    expect_names(page, "S02", "S03", "S01")
    expect_saved(page)
    cards(page).nth(2).focus()
    page.keyboard.press("Alt+ArrowLeft")
    expect_names(page, "S02", "S01", "S03")
    expect_saved(page)
    page.reload()
    expect_names(page, "S02", "S01", "S03")


def test_two_who_write_the_same_text_see_both(open_board: Callable[..., Page]) -> None:
    one, other = open_board(), open_board()
    mine, theirs = (cards(page).first.get_by_role("textbox", name="Narration") for page in (one, other))
    theirs.click()
    other.keyboard.press("Control+A")
    other.keyboard.type("Um drei blieb sie stehen.")
    mine.fill("Die Uhr blieb stehen.")
    mine.blur()
    expect_saved(one)
    theirs.blur()
    expect(other.get_by_text("Nothing is overwritten")).to_be_visible()
    expect(other.get_by_text("Um drei").first).to_be_visible()
    expect(other.get_by_text("Die Uhr").first).to_be_visible()
    other.get_by_role("button", name="Keep mine").click()
    expect(theirs).to_have_text("Um drei blieb sie stehen.")


def test_what_is_typed_after_adding_goes_into_the_new_card(open_board: Callable[..., Page]) -> None:
    page = open_board()
    page.get_by_role("button", name="Insert a shot before S02").click()
    page.keyboard.type("a clock with no hands")
    expect_names(page, "S01", "S01A", "S02", "S03")
    page.keyboard.type(" on a wall", delay=60)
    page.get_by_role("button", name="Add a shot").click()
    page.keyboard.type("one last look", delay=20)
    expect_names(page, "S01", "S01A", "S02", "S03", "S04")
    expect_saved(page)
    page.reload()
    for place, words in ((1, "a clock with no hands on a wall"), (4, "one last look")):
        expect(cards(page).nth(place).get_by_role("textbox", name="What one sees")).to_have_text(words)
    expect(cards(page)).to_have_count(5)


def test_a_conflict_is_seen_from_below_and_outlives_a_reload(open_board: Callable[..., Page]) -> None:
    one, other = open_board(), open_board(viewport={"width": 390, "height": 844})
    mine, theirs = (cards(page).nth(2).get_by_role("textbox", name="Narration") for page in (one, other))
    theirs.fill("Um drei kam einer.")
    mine.fill("Dann kam einer.")
    mine.blur()
    expect_saved(one)
    theirs.blur()
    told = "Your text is not saved yet"
    expect(cards(other).nth(2).get_by_text(told)).to_be_in_viewport()
    expect(other.get_by_test_id("stToast")).to_contain_text("the top of the page says why")
    expect(other.locator(".state")).to_contain_text("Not saved yet")
    for _ in range(2):
        settle(other)
        other.reload()
        expect(other.get_by_text("Nothing is overwritten")).to_be_visible()
    other.get_by_role("button", name="Keep mine").click()
    expect(theirs).to_have_text("Um drei kam einer.")
    expect(other.get_by_text(told)).to_have_count(0)
    expect_saved(other)
    other.reload()
    expect(theirs).to_have_text("Um drei kam einer.")
    expect(other.get_by_text("Nothing is overwritten")).to_have_count(0)


def test_two_who_write_different_texts_keep_both(open_board: Callable[..., Page]) -> None:
    one, other = open_board(), open_board()
    for page, name in ((one, "Narration"), (other, "What one sees")):
        cards(page).first.get_by_role("textbox", name=name).fill(f"{name}!")
        cards(page).first.get_by_role("textbox", name=name).blur()
        expect_saved(page)
    expect(cards(other).first.get_by_role("textbox", name="Narration")).to_have_text("Narration!")
    expect(other.get_by_text("Nothing is overwritten")).to_have_count(0)


def test_at_a_phone_s_width_cards_are_edited_too(open_board: Callable[..., Page]) -> None:
    page = open_board(viewport={"width": 390, "height": 844}, has_touch=True)
    assert page.evaluate("document.body.scrollWidth - innerWidth") <= 0
    said = cards(page).nth(2).get_by_role("textbox", name="Narration")
    said.tap()
    page.keyboard.type("Und ")
    said.blur()
    expect_saved(page)
    cards(page).nth(2).locator(".more").tap()
    expect(page.locator(".menu").get_by_role("button", name="Duplicate")).to_be_in_viewport()


def test_keys_undo_redo_and_move_to_the_bin(open_board: Callable[..., Page]) -> None:
    page = open_board()
    cards(page).nth(1).focus()
    page.keyboard.press("Delete")
    expect_names(page, "S01", "S03")
    expect(cards(page).nth(1)).to_be_focused()
    expect_saved(page)
    page.keyboard.press("Control+z")
    expect_names(page, "S01", "S02", "S03")
    expect_saved(page)
    page.keyboard.press("Control+Shift+Z")
    expect_names(page, "S01", "S03")
    expect_saved(page)
    said = cards(page).first.get_by_role("textbox", name="Narration")
    said.click()
    page.keyboard.press("Delete")
    page.keyboard.press("Control+z")
    expect(said).to_have_text(SAID[0])
    expect_names(page, "S01", "S03")


def test_what_an_input_method_composes_is_saved_when_it_is_chosen(open_board: Callable[..., Page]) -> None:
    page = open_board()
    seen = cards(page).first.get_by_role("textbox", name="What one sees")
    seen.click()
    keys = page.context.new_cdp_session(page)
    for pinyin in ("z", "zh", "zho", "zhong"):
        place = len(pinyin)
        keys.send("Input.imeSetComposition", {"text": pinyin, "selectionStart": place, "selectionEnd": place})
    page.wait_for_timeout(800)
    expect(page.locator(".state")).to_have_text("Saved")
    keys.send("Input.insertText", {"text": "钟"})
    expect_saved(page)
    page.reload()
    expect(seen).to_have_text("钟")


def test_a_finger_moves_a_card_after_a_long_press(open_board: Callable[..., Page]) -> None:
    page = open_board(viewport={"width": 390, "height": 844}, has_touch=True)
    first = cards(page).first.locator(".frame")
    first.scroll_into_view_if_needed()
    grip, goal = (cards(page).nth(place).locator(".frame").bounding_box() for place in (0, 1))
    assert grip is not None
    assert goal is not None
    touch = page.context.new_cdp_session(page)

    def send(kind: str, *points: dict[str, float]) -> None:
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": list(points)})

    send("touchStart", {"x": grip["x"] + 10, "y": grip["y"] + 10})
    expect(page.locator(".ghost")).to_be_visible()
    for part in range(1, 11):
        across = grip["x"] + 10 + (goal["x"] + goal["width"] - grip["x"]) * part / 10
        send("touchMove", {"x": across, "y": grip["y"] + 20})
    send("touchEnd")
    expect_names(page, "S02", "S01", "S03")
    expect_saved(page)


def test_what_is_typed_while_the_server_is_away_is_saved_when_it_is_back(board_file: Path, visit: Visit) -> None:
    with run_app(board_file.parent) as app:
        page = visit(app)
        expect(page.get_by_role("main").get_by_role("heading").first).to_be_visible(timeout=60_000)
        page.goto(f"{app.url}/storyboard?episode=3")
        said = cards(page).first.get_by_role("textbox", name="Narration")
        expect(said).to_be_visible()
        settle(page)
        app.process.kill()
        app.process.wait(30)
    said.fill("Die Uhr steht.")
    said.blur()
    expect(page.locator(".state")).to_have_text("Not saved yet; trying again …")
    with run_app(board_file.parent, port=app.port):
        expect(page.locator(".state")).to_have_text("Saved", timeout=60_000)
        expect(said).to_have_text("Die Uhr steht.")
        page.reload()
        expect(said).to_have_text("Die Uhr steht.", timeout=60_000)
