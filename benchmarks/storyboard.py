"""A storyboard of 200 shots with 60 pictures in a real browser: from an edit until it stands there, and its round trip.

Run: python -m benchmarks.storyboard [ROUNDS]
Needs Chromium on the path. "On screen" is the first painted frame that shows what was done; "stored" the one that
says that it is saved, with the server's answer drawn.
"""

from __future__ import annotations

import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.browser_speed import app_on, wait_until_up
from benchmarks.exports import PICTURES, SHOTS, picture
from benchmarks.measuring import machine, say
from blindspot.plan.series import add_episode, add_series
from blindspot.plan.storyboards.pictures import add_picture
from blindspot.plan.storyboards.shots import add_shots
from blindspot.store import Store

ROUNDS = 15
PATIENCE = 60_000
TOLD = "镜头里的人把书一本一本放回书架，直到没有书可以放。"
IS_TRUE_WHEN_PAINTED = """condition => new Promise(resolve => {
    const sheet = document.querySelector("[data-testid=stBidiComponentRegular] .sheet") ?? window.theSheet;
})"""


def add_long_storyboard(path: Path) -> int:
    """Write a database with a storyboard of real length and return its episode."""
    store = Store(path)
    episode_id = add_episode(store, "Ann", add_series(store, "Ann", "系列"), "两百个镜头")
    pictures = [add_picture(store, picture(number).content, f"{number}.jpg") for number in range(1, PICTURES + 1)]
    shots = [
        {
            "frames": 60 + number % 91,
            "size": "MS",
            "movement": "push_in",
            "picture": TOLD,
            "narration": TOLD * 2,
            "on_screen_text": TOLD[:12],
            "sound": "翻书声",
            "picture_id": pictures[number] if number < PICTURES else None,
        }
        for number in range(SHOTS)
    ]
    add_shots(store, "Ann", episode_id, shots)
    store.close()
    return episode_id
