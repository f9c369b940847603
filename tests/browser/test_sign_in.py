"""Where signing in is set up, no page opens before it, and the history says who did what."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from moves import go_to, settle
from playwright.sync_api import Browser, expect
from running_app import DATABASE, App, Visit, free_port, run_app
from sign_in_provider import CLIENT, NAME, run_provider

SECRETS = """
[auth]
redirect_uri = "http://127.0.0.1:{port}/oauth2callback"
cookie_secret = "an invented secret of more than thirty-two letters"
client_id = "{client}"
client_secret = "invented"
server_metadata_url = "{metadata}"
"""


@pytest.fixture
def closed_app(sample_file: Path, tmp_path: Path, browser: Browser) -> Iterator[App]:
    """The app with a provider to sign in at."""
    shutil.copy(sample_file, tmp_path / DATABASE)
    port, secrets = free_port(), tmp_path / "secrets.toml"
    with run_provider() as metadata:
        secrets.write_text(SECRETS.format(port=port, client=CLIENT, metadata=metadata), encoding="utf-8")
        with run_app(tmp_path, f"--secrets.files={secrets}", port=port) as app:
            yield app


def test_who_signs_in_is_named_by_what_they_do(closed_app: App, visit: Visit) -> None:
    page = visit(closed_app)
    expect(page.get_by_role("heading", name="Sign in to work on the plan")).to_be_visible()
    expect(page.get_by_role("navigation")).to_have_count(0)
    assert "Seedance" not in page.get_by_role("main").inner_text()
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_text(f"Signed in as {NAME}")).to_be_visible()
    go_to(page, "Shortlist")
    page.get_by_role("button", name="New proposal").click()
    page.get_by_role("textbox", name="Title").fill("An idea of Ann's")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_role("heading", name="An idea of Ann's")).to_be_visible()
    settle(page)
    page.get_by_text("History", exact=True).first.click()
    expect(page.get_by_text(NAME).nth(1)).to_be_visible()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", name="Sign in to work on the plan")).to_be_visible()
