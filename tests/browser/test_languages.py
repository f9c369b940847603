"""Every page in Chinese and in English, switched by hand: no text of the one language stands on a page of the other."""

from __future__ import annotations

import re
from functools import cache

import pytest
from moves import go_to, settle
from playwright.sync_api import Page, expect
from running_app import App, Visit

from blindspot.documents.report.words import fold, section_keys
from blindspot.ui.texts import translator
from blindspot.ui.texts.extraction import extract_texts

MENU = (
    *("Import", "Sources", "Reports", "Codebook", "Creators", "Topics"),
    *("Gaps", "Coverage", "Works", "Questions", "Discovery"),
    *("Shortlist", "Series", "Storyboard", "Signals"),
)
SHORT = 12
"""Shorter texts ("works", "Title") may stand inside other words, so they count only as a line of their own."""


texts = cache(extract_texts)


def english_left(seen: str) -> list[str]:
    """Return the catalogue's English texts that stand in a Chinese page."""
    lines = {line.strip() for line in seen.splitlines()}
    left = []
    for text in texts():
        for template in filter(None, (text.one, text.many)):
            fixed = max(re.split(r"\{\w+\}", template), key=len).strip()
            is_word = re.search("[a-z]{3}", fixed) is not None
            if is_word and (template in lines or (len(fixed) >= SHORT and fixed in seen)):
                left.append(template)
    return left


def chinese_left(seen: str) -> list[str]:
    """Return the catalogue's Chinese texts that stand in an English page."""
    t = translator("zh")
    plain = {t.catalogue.gettext(text.one) for text in texts() if text.many is None}
    chinese = {text for text in plain if "{" not in text and re.search("[一-鿿]", text)}
    lines = {line.strip() for line in seen.splitlines()}
    return sorted(text for text in chinese if text in lines or (len(text) >= SHORT and text in seen))


def seen_on(page: Page) -> str:
    """Return every text a reader meets: on the page, in empty fields, in the help of a widget."""
    hints = page.locator("[placeholder], [title]").evaluate_all(
        "all => all.map(one => [one.getAttribute('placeholder'), one.getAttribute('title')].join('\\n'))"
    )
    sides = page.get_by_role("main").or_(page.get_by_role("region", name="Sidebar")).all_inner_texts()
    return "\n".join([*sides, *hints])


def is_heading(name: str, text: str) -> bool:
    """Return whether a text is how a report calls its sections: that stays in the language of the report."""
    return name == "Reports" and fold(text) in section_keys(())


def test_a_page_in_the_other_language_would_be_noticed(app: App, visit: Visit) -> None:
    english, chinese = visit(app), visit(app, locale="zh-CN")
    for page in (english, chinese):
        expect(page.get_by_role("main").get_by_role("heading").first).to_be_visible()
        settle(page)
    assert {"Gaps", "The other angles, the most promising first"} <= set(english_left(seen_on(english)))
    assert {"空白", "其他角度，最值得做的在前"} <= set(chinese_left(seen_on(chinese)))


def test_every_page_is_whole_in_both_languages(app: App, visit: Visit) -> None:
    page = visit(app)
    left = {}
    for name in MENU:
        go_to(page, name)
        page.get_by_role("radio", name="中文").click()
        expect(
            page.get_by_role("navigation").get_by_role("link", name=translator("zh")(name), exact=True)
        ).to_be_visible()
        settle(page)
        left[f"{name} in Chinese"] = english_left(seen_on(page))
        page.get_by_role("radio", name="English").click()
        expect(page.get_by_role("navigation").get_by_role("link", name=name, exact=True)).to_be_visible()
        settle(page)
        left[f"{name} in English"] = [text for text in chinese_left(seen_on(page)) if not is_heading(name, text)]
    assert {place: texts for place, texts in left.items() if texts} == {}


def test_the_parts_that_open_are_whole_in_chinese(app: App, visit: Visit) -> None:
    t = translator("zh")
    page = visit(app, locale="zh-CN")
    page.get_by_role("button", name=t("Look at the nearest {n}", n=10)).first.click()
    expect(page.get_by_role("button", name=t("Covers it")).first).to_be_visible()
    page.get_by_role("button", name=t("More filters")).click()
    expect(page.get_by_text(t("Minimum response"))).to_be_visible()
    assert english_left(seen_on(page)) == []
    page.keyboard.press("Escape")
    go_to(page, t("Codebook"))
    for part in ("Label by hand", "Topic", "Files and versions"):
        page.get_by_role("radio", name=t(part)).click()
        expect(page.get_by_role("radio", name=t(part))).to_be_checked()
        settle(page)
        assert english_left(seen_on(page)) == []


@pytest.mark.parametrize(
    ("path", "component"),
    [
        ("/storyboard?episode=2", ".sheet"),
        ("/shortlist", ".board"),
        ("/series", ".board"),
        ("/proposal", "[data-testid=stMain]"),
    ],
)
def test_the_plan_s_pages_are_whole_in_chinese(app: App, visit: Visit, path: str, component: str) -> None:
    page = visit(app, path, locale="zh-CN")
    shown = page.locator(component)
    expect(shown).to_be_visible()
    settle(page)
    labels = shown.locator("[aria-label], [title]").evaluate_all(
        "all => all.map(one => [one.ariaLabel, one.title, one.dataset.empty].join('\\n'))"
    )
    assert english_left("\n".join([seen_on(page), shown.inner_text(), *labels])) == []


def test_the_choice_is_kept_in_the_link_and_on_the_next_page(app: App, visit: Visit) -> None:
    page = visit(app)
    page.get_by_role("radio", name="中文").click()
    expect(page).to_have_url(re.compile(r"[?&]lang=zh"))
    go_to(page, "作品")
    expect(page.get_by_text("23 条作品", exact=True)).to_be_visible()
    other = visit(app, page.url.removeprefix(app.url))
    expect(other.get_by_text("23 条作品", exact=True)).to_be_visible()
    expect(other.get_by_text("2026年2月11日").first).to_be_visible()
    expect(other.get_by_text(re.compile("点赞 5.8万")).first).to_be_visible()
