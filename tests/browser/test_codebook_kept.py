"""What is typed into the codebook outlives a reload in mid-word, and another person's edit of another angle."""

from __future__ import annotations

import re

from moves import field, settle
from playwright.sync_api import expect
from running_app import App, Visit


def test_terms_outlive_a_reload_in_mid_word_and_a_save_elsewhere(app: App, visit: Visit) -> None:
    mine, other = visit(app, "/codebook"), visit(app, "/codebook")
    for page, angle in ((mine, "Tutorial"), (other, "Copyright")):
        page.get_by_role("button", name=re.compile(f"^{angle} · ")).click()
        expect(page.get_by_role("heading", name=angle, exact=True)).to_be_visible()
        settle(page)
    field(other, "Terms, one a line").click()
    other.keyboard.press("ControlOrMeta+End")
    other.keyboard.type("\n盗版片")
    field(other, "Definition in English").click()
    expect(other.get_by_text("Saved at")).to_be_visible()
    field(mine, "Terms, one a line").click()
    mine.keyboard.press("ControlOrMeta+End")
    mine.keyboard.type("\n入门课")
    mine.reload()
    settle(mine)
    mine.get_by_role("button", name=re.compile("^Tutorial · ")).click()
    expect(field(mine, "Terms, one a line")).to_have_value(re.compile("入门课$"))
    expect(mine.locator("[class*=st-key-conflict]")).to_have_count(0)
    mine.get_by_role("button", name=re.compile("^Copyright · ")).click()
    expect(field(mine, "Terms, one a line")).to_have_value(re.compile("盗版片$"))
