"""Texts that try to run as code, in every field of the plan: on pages, in components and dialogs, they stay words."""

from __future__ import annotations

import io
import shutil
from datetime import date, timedelta
from itertools import cycle
from pathlib import Path

import pytest
from moves import settle
from PIL import Image
from playwright.sync_api import Page, expect
from running_app import DATABASE, App, Serve, Visit
from test_hostile_texts import PAYLOADS, RUN, nothing_ran
from test_narrow import PHONE, sideways

from blindspot.editing import Change, change
from blindspot.editing.rows import read_rows
from blindspot.plan.proposals.listing import add_proposal
from blindspot.plan.proposals.team import add_comment, cast_vote
from blindspot.plan.series import add_episode, add_series
from blindspot.plan.storyboards.pictures import add_picture
from blindspot.plan.storyboards.shots import add_shots, bin_shots
from blindspot.store import Store

TEXTS = ("picture", "narration", "on_screen_text", "sound", "asset", "prompt", "visual", "lens")
WHO = f"<img src=x onerror={RUN}> [Ann](javascript:{RUN})"
MORE = (
    f"<a xlink:href=javascript:{RUN}>x</a>",
    f"<svg><a xlink:href='javascript:{RUN}'><text y=9>x</text></a></svg>",
    f"<template shadowrootmode=open><img src=x onerror={RUN}></template>",
    f"<object data='javascript:{RUN}'>",
    f"<embed src='javascript:{RUN}'>",
    f"<form action=javascript:{RUN}><button>x</button></form>",
    f"<base href=javascript:{RUN}//>",
    f"<meta http-equiv=refresh content='0;javascript:{RUN}'>",
    f"<button popovertarget=x onclick={RUN}>x</button>",
    f"<marquee onstart={RUN}>x</marquee>",
    f"javascript:{RUN}",
    f"{{name}} {{n}} {{0.__class__}} %s %(x)s <b onmouseover={RUN}>x</b>",
    f"data:text/html,<script>{RUN}</script>",
)
ALL = PAYLOADS + MORE


@pytest.fixture
def hostile_app(sample_file: Path, tmp_path: Path, serve: Serve) -> tuple[App, str, int, int]:
    """An app whose plan is hostile throughout, with a proposal, a series and an episode of it."""
    shutil.copy(sample_file, tmp_path / DATABASE)
    store = Store(tmp_path / DATABASE)
    found = (_add_proposals(store), *_add_series(store))
    store.close()
    return serve(tmp_path), *found


def _add_proposals(store: Store) -> str:
    for payload in ALL:
        proposal_id = add_proposal(store, WHO, payload, payload)
        cast_vote(store, payload.replace("\0", ""), proposal_id, 1)
        add_comment(store, WHO, proposal_id, payload)
    point = [{"title": "  ".join(part), "body": "\n\n".join(part)} for part in (ALL[:14], ALL[14:27], ALL[27:])]
    fields = {
        **dict.fromkeys(("difference", "visual_note", "fit"), "\n\n".join(ALL)),
        "tags": list(ALL),
        "values": point,
        "visuals": point,
        "risks": [one | {"mitigation": one["body"]} for one in point],
        "counterpoints": [{"title": one["title"], "claim": one["body"], "answer": one["body"]} for one in point],
        "claims": [one | {"grade_words": one["title"]} for one in point],
    }
    rev = read_rows(store, "proposal", [proposal_id])[proposal_id]["rev"]
    change(store, WHO, f"proposal:{proposal_id}", [Change("proposal", proposal_id, rev, fields)])
    return proposal_id


def _add_series(store: Store) -> tuple[int, int]:
    series_id = add_series(store, WHO, ALL[1])
    for number, payload in enumerate(ALL[:12]):
        episode_id = add_episode(store, WHO, series_id, payload, perspective=payload)
        planned_on = (date(2026, 3, 1) + timedelta(days=number)).isoformat()
        fields = {"hook": payload, "owner": payload, "note": payload, "planned_on": planned_on}
        change(store, WHO, f"series:{series_id}", [Change("episode", str(episode_id), 1, fields)])
    file = io.BytesIO()
    Image.new("RGB", (90, 160), "teal").save(file, "PNG")
    picture_id = add_picture(store, file.getvalue(), f"<img src=x onerror={RUN}>.png")
    payloads = cycle(ALL)
    shots = [
        {**{name: next(payloads) for name in TEXTS}, "frames": 60, "picture_id": picture_id if n == 1 else None}
        for n in range(len(ALL))
    ]
    ids = add_shots(store, WHO, episode_id, shots)
    bin_shots(store, WHO, episode_id, ids[-2:])
    return series_id, episode_id


def look(page: Page, address: str | None = None) -> None:
    """See that nothing runs on a page, at another address where one is given."""
    if address:
        page.goto(address)
    expect(page.get_by_role("main").get_by_role("heading").first).to_be_visible(timeout=60_000)
    settle(page)
    nothing_ran(page)


def close(page: Page) -> None:
    nothing_ran(page)
    page.get_by_role("dialog").get_by_role("button", name="Close", exact=True).click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    settle(page)


def test_a_hostile_plan_stays_words_on_every_page(hostile_app: tuple[App, str, int, int], visit: Visit) -> None:
    app, proposal_id, series_id, episode_id = hostile_app
    page = visit(app)
    look(page)
    look(page, f"{app.url}/shortlist")
    expect(page.locator(".card h4", has_text="onerror=").first).to_be_visible()
    look(page, f"{app.url}/shortlist?look=table")
    look(page, f"{app.url}/proposal")
    look(page, f"{app.url}/proposal?proposal={proposal_id}")
    expect(page.get_by_text("onerror=").first).to_be_visible()
    page.get_by_text("History").first.click()
    settle(page)
    nothing_ran(page)
    for view in ("order", "perspectives", "calendar", "timeline"):
        look(page, f"{app.url}/series?series={series_id}&as={view}")
    look(page, f"{app.url}/storyboard")
    look(page, f"{app.url}/storyboard?episode={episode_id}")
    expect(page.locator(".cards .field", has_text="onerror=").first).to_be_visible()
    page.locator(".cards [data-item]").nth(1).locator(".more").click()
    page.locator(".menu").get_by_role("button", name="Edit every field").click()
    expect(page.get_by_role("dialog").get_by_label("Lens")).to_be_visible()
    close(page)
    for name in ("Preview", "Hand over", "Paste a table"):
        page.get_by_role("button", name=name).click()
        expect(page.get_by_role("dialog")).to_be_visible()
        settle(page)
        nothing_ran(page)
        if name == "Paste a table":
            table = "时长\t画面\t旁白\n" + "".join(f"2\t{payload!r}\t{payload!r}\n" for payload in ALL)
            page.get_by_role("dialog").get_by_role("textbox").fill(table)
            page.get_by_role("dialog").get_by_role("textbox").blur()
            settle(page)
        close(page)
    query = f"?series={RUN}<script>&episode=<img>&look=<b>&proposal=<img src=x onerror={RUN}>"
    for stem in ("series", "storyboard", "proposal", "shortlist"):
        look(page, f"{app.url}/{stem}{query}")


def test_a_hostile_plan_fits_a_phone(hostile_app: tuple[App, str, int, int], visit: Visit) -> None:
    app, proposal_id, series_id, episode_id = hostile_app
    page = visit(app, viewport=PHONE)
    look(page)
    for path in (
        f"proposal?proposal={proposal_id}",
        f"series?series={series_id}",
        f"storyboard?episode={episode_id}",
        "shortlist",
    ):
        look(page, f"{app.url}/{path}")
        assert sideways(page) == [], path
