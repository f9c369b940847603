"""Hostile documents through the pages: their words stay words, what cannot be read is a sentence, the app goes on."""

from __future__ import annotations

import re
from pathlib import Path

import hostile_documents as hostile
from moves import go_to, settle
from playwright.sync_api import Page, expect
from running_app import App, Visit
from test_hostile_texts import nothing_ran

from blindspot.store import uploads_folder

BAIT = "https://bait.example"
"""Nobody is there; a page that asks for anything of it fails the journey."""
HARMLESS = "# Lakes\n\nAccording to Lake Watch, 40% of the reservoirs may run dry by 2031.\n"


def bring_in(page: Page, opener: str, files: list[Path]) -> None:
    page.get_by_role("main").get_by_text(opener).click()
    with page.expect_file_chooser() as chosen:
        page.get_by_role("button", name="Upload", exact=True).click()
    chosen.value.set_files(files)


def write(folder: Path, documents: dict[str, bytes]) -> list[Path]:
    for name, content in documents.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in documents]


def test_hostile_documents_stay_words_on_every_page(app: App, visit: Visit, tmp_path: Path) -> None:
    page = visit(app, "/sources")
    settle(page)
    good = {document.name: document.make(BAIT) for document in hostile.READABLE}
    bad = {
        "entities.docx": hostile.word_file_with_entities(BAIT),
        "endless.pdf": hostile.endless_pdf(BAIT),
        f"x <img src=x onerror={hostile.RUN}> [y](javascript:1).md": b"---\na: [\n---\n",
        f"{'n' * 240}.md": b"",
    }
    bring_in(page, "Bring in documents", write(tmp_path, good | bad))
    expect(page.get_by_role("alert").filter(has_text="endless.pdf")).to_be_visible(timeout=150_000)
    expect(page.get_by_role("alert").filter(has_text="onerror=")).to_be_visible()
    nothing_ran(page)
    settle(page)
    bring_in(page, "Bring in documents", write(tmp_path, {"lakes.md": HARMLESS.encode()}))
    expect(page.get_by_text("Article “Lakes”")).to_be_visible()
    for view in ("Candidates", "Sources", "Claims"):
        page.get_by_role("radio", name=re.compile(f"^{view}")).first.click()
        settle(page)
        nothing_ran(page)
    go_to(page, "Topics")
    bring_in(page, "Bring in a hot list", write(tmp_path, {"hot.md": hostile.hot_list(BAIT)}))
    expect(page.get_by_text("9 new candidate").first).to_be_visible()
    go_to(page, "Questions")
    bring_in(page, "Import comments", write(tmp_path, {"comments.csv": hostile.comments(BAIT)}))
    expect(page.get_by_text("comments.csv: 9 new").first).to_be_visible()
    for name in ("Topics", "Questions", "Reports", "Discovery", "Signals", "Gaps"):
        go_to(page, name)
        settle(page)
        nothing_ran(page)
    assert list(uploads_folder(app.database).iterdir()) == []
