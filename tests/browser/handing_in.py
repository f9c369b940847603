"""What a user does on the import page: pick files, drag one in, name the first topic."""

from __future__ import annotations

from pathlib import Path

from moves import go_to
from playwright.sync_api import Page, expect


def open_import(page: Page) -> Page:
    """Go to the import page."""
    go_to(page, "Import")
    expect(page.get_by_role("heading", name="Import works")).to_be_visible()
    return page


def drop(page: Page, name: str, content: bytes) -> None:
    """Drag a file from outside onto the page's uploader."""
    data = page.evaluate_handle(
        """([name, bytes]) => {
            const data = new DataTransfer();
            data.items.add(new File([new Uint8Array(bytes)], name, { type: "text/csv" }));
            return data;
        }""",
        [name, list(content)],
    )
    zone = page.get_by_role("region", name="Drop exports here")
    for event in ("dragenter", "dragover", "drop"):
        zone.dispatch_event(event, {"dataTransfer": data})


def pick(page: Page, *files: Path) -> None:
    """Choose files with the uploader's button."""
    with page.expect_file_chooser() as chosen:
        page.get_by_role("button", name="Upload", exact=True).click()
    chosen.value.set_files(files)


def make_topic(page: Page, name: str, terms: str = "AI视频") -> None:
    """Answer the question for the first topic with the starter for AI video."""
    page.get_by_role("textbox", name="Name of the topic").fill(name)
    page.get_by_role("textbox", name="Terms that select its works, one a line").fill(terms)
    page.get_by_role("button", name="Create the topic").click()
