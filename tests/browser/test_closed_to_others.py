"""The app listens to this machine only and answers no page that pretends to be it."""

from __future__ import annotations

import http.client

import psutil
import pytest
from playwright.sync_api import expect
from running_app import App, Visit

HANDSHAKE = {
    "Upgrade": "websocket",
    "Connection": "Upgrade",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
}


def test_it_listens_on_the_loopback_address_only(fresh_app: App) -> None:
    process = psutil.Process(fresh_app.process.pid)
    listening = {
        connection.laddr.ip
        for one in (process, *process.children(recursive=True))
        for connection in one.net_connections(kind="inet")
        if connection.status == psutil.CONN_LISTEN
    }
    assert listening == {"127.0.0.1"}


@pytest.mark.parametrize(
    ("host", "origin", "status"),
    [
        ("127.0.0.1:{port}", "http://127.0.0.1:{port}", 101),
        ("localhost:{port}", "http://localhost:{port}", 101),
        ("evil.example", "http://evil.example", 403),
        ("127.0.0.1:{port}", "http://evil.example", 403),
        ("127.0.0.1:{port}", "null", 403),
    ],
)
def test_a_strangers_page_gets_no_connection(app: App, host: str, origin: str, status: int) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", app.port, timeout=20)
    headers = {"Host": host.format(port=app.port), "Origin": origin.format(port=app.port)}
    connection.request("GET", "/_stcore/stream", headers=HANDSHAKE | headers)
    assert connection.getresponse().status == status
    connection.close()


def test_an_address_of_nonsense_opens_the_page_all_the_same(app: App, visit: Visit) -> None:
    page = visit(app, "/works?page=99999999999999999999&dates=0000-99-99&by=99999999999999999999999&line=²&gap=²")
    expect(page.get_by_role("main").get_by_text("23 works", exact=True)).to_be_visible()
    page.goto(f"{app.url}/?line=²&gap=²")
    expect(page.get_by_role("heading", name="Data sustainability: 0 of 23 works")).to_be_visible()
    page.goto(f"{app.url}/?topic=²")
    expect(page.get_by_role("heading", name="This topic is not there")).to_be_visible()
