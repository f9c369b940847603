"""Texts that try to run as code: through every page, as title, creator, hashtag and file name, they stay words."""

from __future__ import annotations

import re
from pathlib import Path

from douyin_exports import row, write_csv
from handing_in import drop, make_topic
from moves import go_to, settle
from playwright.sync_api import Page, expect
from running_app import App, Visit

RUN = "window.__ran=(window.__ran||0)+1"
PAYLOADS = (
    f"<script>{RUN}</script>",
    f"<img src=x onerror={RUN}>",
    f"<svg onload={RUN}>",
    f"<svg><animate onbegin={RUN} attributeName=x dur=1s>",
    f"<iframe srcdoc='<script>parent.{RUN}</script>'>",
    f"<iframe src=javascript:parent.{RUN}>",
    f"<details open ontoggle={RUN}>x",
    f"<body onload={RUN}>",
    f"<input autofocus onfocus={RUN}>",
    f"<video><source onerror={RUN}>",
    f"<math><mtext></mtext><mglyph><style><img src=x onerror={RUN}>",
    f"<a href=javascript:{RUN}>x</a>",
    f"[x](javascript:{RUN})",
    f"[x]: javascript:{RUN}\n[x]",
    "![x](https://evil.example/a.png)",
    "<https://evil.example/b>",
    "<link rel=stylesheet href=https://evil.example/c.css>",
    "<img src=https://evil.example/d.png>",
    "<style>@import 'https://evil.example/e.css';</style>",
    f"'\"><script>{RUN}</script>",
    f"</script><script>{RUN}</script>",
    f"</textarea></title><script>{RUN}</script>",
    f"${{{RUN}}} {{{{{RUN}}}}} $$\\href{{javascript:{RUN}}}{{x}}$$",
    ":red[x] :material/home: :streamlit: :blue-badge[x] `x` **x** # x",
    "| a | b |\n|---|---|\n| <img src=x onerror=" + RUN + "> | b |",
    f"\u202e<img src=x onerror={RUN}>\u0000\u0007",
    f"=cmd|'/c calc'!A1 <img src=x onerror={RUN}>",
)
PAGES = ("Creators", "Codebook", "Coverage", "Works", "Gaps", "Import")


def nothing_ran(page: Page) -> None:
    """Expect that no payload ran and that none became an element of the page."""
    assert page.evaluate("window.__ran") is None
    assert page.locator("a[href^='javascript:' i], img[src*=evil], img[src=x], iframe[srcdoc], [onerror]").count() == 0
    assert page.get_by_text("This page met a fault").count() == 0


def test_hostile_texts_stay_words_on_every_page(app: App, visit: Visit, tmp_path: Path) -> None:
    rows = [
        row(number, f"样例 {payload} #{payload.replace(' ', '')}", creator=f"c{number % 9}", name=payload)
        for number, payload in enumerate(PAYLOADS)
    ]
    content = write_csv(tmp_path / "hostile.csv", rows).read_bytes()
    page = visit(app, "/imports")
    drop(page, f"a <img src=x onerror={RUN}> [x](javascript:{RUN}).csv", content)
    expect(page.get_by_text(f"{len(PAYLOADS)} new works").first).to_be_visible()
    nothing_ran(page)
    drop(page, f"<svg onload={RUN}>.xlsx", b"PK\x03\x04 no workbook")
    expect(page.get_by_role("alert").filter(has_text="svg onload")).to_be_visible()
    nothing_ran(page)
    make_topic(page, f"<img src=x onerror={RUN}>", "样例")
    expect(page.get_by_text(re.compile(f"of {len(PAYLOADS)} works")).first).to_be_visible()
    for name in PAGES:
        go_to(page, name)
        settle(page)
        nothing_ran(page)
    go_to(page, "Works")
    expect(page.get_by_text("onerror=").first).to_be_visible()
    page.get_by_role("button", name="More of this creator").first.click()
    nothing_ran(page)
    page.keyboard.press("Escape")
    go_to(page, "Gaps")
    expect(page.locator(".js-plotly-plot").first).to_be_visible()
    page.get_by_role("button", name=re.compile("^Look at the nearest")).first.click()
    expect(page.get_by_role("button", name="Covers it").first).to_be_visible()
    nothing_ran(page)
    page.get_by_role("main").get_by_role("button", name="Add to the shortlist").first.click()
    page.get_by_role("textbox", name="Working title").fill(PAYLOADS[1])
    page.get_by_role("button", name="Put on the shortlist").click()
    expect(page.get_by_text("is on the shortlist.").first).to_be_visible()
    go_to(page, "Shortlist")
    expect(page.get_by_role("heading", name="onerror=")).to_be_visible()
    nothing_ran(page)


def test_a_hostile_link_is_only_a_link(app: App, visit: Visit) -> None:
    word = f"<img src=x onerror={RUN}>"
    page = visit(app, "/topics")
    for query in (
        f"q={word}",
        f"angle={word}",
        f"topic={word}&lang={word}&gap={word}&dates={word}&by={word}&week={word}",
    ):
        page.goto(f"{app.url}/works?{query}")
        expect(page.get_by_role("combobox", name="Topic")).to_be_visible()
        nothing_ran(page)
