"""The installed product: `blindspot app` opens the sample from whatever folder it is started in."""

from __future__ import annotations

import subprocess
from pathlib import Path

import wheel
from playwright.sync_api import Browser, expect
from running_app import DATABASE, App, Visit, free_port, wait_for


def test_the_app_opens_from_a_folder_that_would_lead_it_astray(tmp_path: Path, browser: Browser, visit: Visit) -> None:
    place, home, folder = wheel.install(tmp_path), tmp_path / "home", tmp_path / "anywhere"
    (folder / ".streamlit").mkdir(parents=True)
    (folder / ".streamlit" / "config.toml").write_text('server.address = "0.0.0.0"\n', encoding="utf-8")
    (folder / ".streamlit" / "secrets.toml").write_text("[auth]\nclient_id = 'other'\n", encoding="utf-8")
    for name in ("random", "streamlit", "blindspot"):
        (folder / f"{name}.py").write_text("raise SystemExit('a file of the folder was run')\n", encoding="utf-8")
    port, log = free_port(), tmp_path / "app.log"
    command = wheel.command("app", "--server.headless=true", "--server.port", str(port))
    with log.open("w", encoding="utf-8") as output:
        environment = wheel.environment_of(place, home)
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=output, stderr=subprocess.STDOUT)
        app = App(f"http://127.0.0.1:{port}", port, home / DATABASE, process, log)
        try:
            wait_for(app)
            expect(visit(app).get_by_text("0 of 23 works by 8 creators").first).to_be_visible(timeout=60_000)
        finally:
            app.stop()
    said = log.read_text(encoding="utf-8")
    assert f"http://127.0.0.1:{port}" in said
    assert "Traceback" not in said
    (database,) = home.rglob(DATABASE)
    assert "blindspot" in database.parent.parts
