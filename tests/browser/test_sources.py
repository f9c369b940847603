"""From a document to claims: dropped, read, decided on; a dot of the picture and a row of the table open a claim."""

from __future__ import annotations

import re
from pathlib import Path

from moves import settle
from playwright.sync_api import Page, expect
from running_app import App, Visit

ARTICLE = """---
title: What the lakes tell
url: https://paper.example/lakes
---

# What the lakes tell

According to Lake Watch, 40% of the reservoirs for film lights may run dry by 2031.

The agency said repairs will cost $1.5 billion.
"""


def open_sources(page: Page) -> Page:
    expect(page.get_by_role("heading", name="Sources", exact=True)).to_be_visible()
    settle(page)
    return page


def bring_in(page: Page, *files: Path) -> None:
    page.get_by_role("button", name="Bring in documents").click()
    with page.expect_file_chooser() as chosen:
        page.get_by_role("button", name="Upload", exact=True).click()
    chosen.value.set_files(files)


def test_a_dot_and_a_row_open_their_claim(app: App, visit: Visit) -> None:
    page = open_sources(visit(app, "/sources"))
    dot = page.locator(".js-plotly-plot .point").first
    box = dot.bounding_box()
    assert box is not None
    # the picture takes clicks on a layer over its dots, so it is the place that is clicked
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.get_by_text(re.compile("^Rests on"))).to_be_visible()
    expect(page).to_have_url(re.compile(r"claim=\d+"))
    settle(page)
    page.get_by_role("button", name="Close").click()
    expect(page.get_by_text(re.compile("^Rests on"))).to_have_count(0)


def test_an_article_becomes_candidates_and_a_broken_file_a_sentence(app: App, visit: Visit, tmp_path: Path) -> None:
    (tmp_path / "lakes.md").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing")
    page = open_sources(visit(app, "/sources"))
    bring_in(page, tmp_path / "lakes.md", tmp_path / "broken.pdf")
    expect(page.get_by_text("Article “What the lakes tell”: 2 candidate claims")).to_be_visible()
    expect(page.get_by_role("alert").filter(has_text="broken.pdf")).to_be_visible()
    page.get_by_role("button", name="Go through the candidates").click()
    expect(page.get_by_text("1 of 2")).to_be_visible()
    page.get_by_role("button", name="Accept").click()
    expect(page.get_by_text("2 of 2")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("1 of 2")).to_be_visible()
