"""`python tests/browser/screenshots.py`: take the README's pictures anew from the sample, as a first start shows it."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import expect, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
FIRST_SCREEN = ("/", ".js-plotly-plot .textpoint")
STORYBOARD = ("/storyboard?episode=2", ".cards [data-item]")
PICTURES = {
    "first_screen.png": ("en-GB", "light", FIRST_SCREEN),
    "first_screen_zh.png": ("zh-CN", "dark", FIRST_SCREEN),
    "storyboard.png": ("zh-CN", "light", STORYBOARD),
}


def main() -> None:
    """Write each of PICTURES into docs/."""
    sys.path.insert(0, str(ROOT))
    from browser_on_system import find_chromium
    from moves import settle
    from running_app import run_app

    with tempfile.TemporaryDirectory() as folder, run_app(Path(folder)) as app, sync_playwright() as playwright:
        is_root = sys.platform == "linux" and Path.home() == Path("/root")
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"] if is_root else [])
        for name, (locale, scheme, (place, drawn)) in PICTURES.items():
            page = browser.new_context(
                locale=locale, color_scheme=scheme, viewport={"width": 1440, "height": 900}
            ).new_page()
            page.goto(app.url)
            expect(page.locator(".js-plotly-plot .textpoint").first).to_be_visible(timeout=60_000)
            page.goto(app.url + place)
            expect(page.locator(drawn).first).to_be_visible(timeout=60_000)
            settle(page)
            page.screenshot(path=ROOT / "docs" / name)


if __name__ == "__main__":
    main()
