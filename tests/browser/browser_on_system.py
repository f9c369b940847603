"""Where Chromium, Chrome or Edge usually stand on Linux, macOS and Windows."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "msedge",
)
MAC = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
WINDOWS = ("Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe")


def find_chromium() -> Path | None:
    """Return a browser that Playwright can drive, None where there is none."""
    on_path = [found for name in NAMES if (found := shutil.which(name))]
    roots = [os.environ[name] for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA") if name in os.environ]
    usual = [Path(place) for place in MAC] + [Path(root) / place for root in roots for place in WINDOWS]
    return next((place for place in [*map(Path, on_path), *usual] if place.is_file()), None)
