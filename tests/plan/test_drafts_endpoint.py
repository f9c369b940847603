"""A question to a model over real sockets: what is sent, how the answer streams, and a sentence for every failure."""

from __future__ import annotations

import gzip
import logging
import threading
import time
from collections.abc import Callable
from dataclasses import replace

import pytest
from model_server import KEY, Asked, Handler, breaks_off, drips, model_server, refuses, says, writes

from blindspot.errors import BlindspotError
from blindspot.plan.drafts.endpoint import Endpoint, Usage, ask_model
from blindspot.plan.drafts.faults import Stopped

QUESTION = [{"role": "system", "content": "rules"}, {"role": "user", "content": "{}"}]


def ask(url: str, **limits: float) -> list[str | Usage]:
    return list(ask_model(replace(Endpoint(url, "invented-model", KEY), **limits), QUESTION))


def refusal(behave: Callable[[Handler, Asked], None], **limits: float) -> str:
    with model_server(behave) as server, pytest.raises(BlindspotError) as raised:
        ask(server.url, **limits)
    assert KEY not in str(raised.value)
    return str(raised.value)


def test_the_answer_streams_and_its_usage_is_the_servers() -> None:
    with model_server(says("十二个字的回答，分几次来。", size=3)) as server:
        parts = ask(server.url)
    assert "".join(part for part in parts if isinstance(part, str)) == "十二个字的回答，分几次来。"
    assert len(parts) > 4
    assert parts[-1] == Usage(1200, 80)


def test_what_is_sent_is_the_question_and_nothing_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_ORG_ID", "org-of-another-service")
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-another-service")
    monkeypatch.setenv("OPENAI_BASE_URL", "https://elsewhere.example")
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "x-mine: secret")
    with model_server(says("a")) as server:
        ask(server.url)
    [asked] = server.asked
    assert asked.path == "/v1/chat/completions"
    assert asked.body["messages"] == QUESTION
    assert asked.headers["authorization"] == f"Bearer {KEY}"
    assert set(asked.headers) == {
        "host", "connection", "content-type", "content-length", "accept", "accept-encoding", "user-agent",
        "authorization",
    }  # fmt: skip
    assert asked.headers["user-agent"] == "blindspot"


def test_without_a_key_none_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-another-service")
    with model_server(says("a")) as server:
        list(ask_model(Endpoint(server.url, "m"), QUESTION))
    assert "authorization" not in server.asked[0].headers


@pytest.mark.parametrize(
    ("status", "headers", "words"),
    [
        (400, {}, "does not understand"),
        (401, {}, "BLINDSPOT_MODEL_KEY"),
        (402, {}, "payment"),
        (403, {}, "BLINDSPOT_MODEL_KEY"),
        (404, {}, "no model invented-model"),
        (429, {"retry_after": "17"}, "in 17 seconds"),
        (429, {"retry_after": "<b>soon</b>"}, "later"),
        (500, {}, "fault of its own (status 500)"),
        (503, {}, "fault of its own (status 503)"),
    ],
)
def test_a_status_is_said_in_a_sentence(status: int, headers: dict[str, str], words: str) -> None:
    with model_server(refuses(status, **headers)) as server, pytest.raises(BlindspotError) as raised:
        ask(server.url)
    assert words in str(raised.value)
    assert KEY not in str(raised.value)
    # only what may be about an optional part of the question is asked once more
    assert len(server.asked) == (2 if status == 400 else 1)


def test_a_server_that_knows_no_json_mode_is_asked_without_it() -> None:
    def behave(handler: Handler, asked: Asked) -> None:
        (refuses(400) if "response_format" in asked.body else says("fine"))(handler, asked)

    with model_server(behave) as server:
        assert "".join(part for part in ask(server.url) if isinstance(part, str)) == "fine"
    assert [set(asked.body) & {"response_format", "stream_options", "max_tokens"} for asked in server.asked] == [
        {"response_format", "stream_options", "max_tokens"},
        set(),
    ]


def test_a_redirect_is_not_followed_nor_the_key_carried_there() -> None:
    with model_server(says("caught")) as elsewhere:
        said = refusal(refuses(307, location=f"{elsewhere.url}/chat/completions"))
    assert "not followed" in said
    assert elsewhere.asked == []


def test_nobody_there() -> None:
    with model_server(says("")) as server:
        url = server.url
    with pytest.raises(BlindspotError, match="cannot be reached"):
        ask(url)


@pytest.mark.parametrize(
    ("behave", "words"),
    [
        (breaks_off("half an ans"), "broke off"),
        (breaks_off("half an ans", is_rude=False), "broke off"),
        (writes("<html><script>alert(1)</script></html>", "text/html"), "something else"),
        (writes('{"choices": []}', "application/json"), "something else"),
        (writes("data: {not json\n\n"), "something else"),
        (writes('data: {"error": {"message": "overloaded"}}\n\n'), "broke off"),
        (writes('data: {"choices": [{"index": 0, "delta": {}, "finish_reason": "length"}]}\n\n'), "longer"),
        (writes('data: {"choices": [{"index": 0, "delta": {}, "finish_reason": "content_filter"}]}\n\n'), "held"),
        (writes("data: null\n\ndata: [DONE]\n\n"), "broke off"),
        (writes('data: {"choices": "x", "usage": {"prompt_tokens": "many"}}\n\n'), "broke off"),
    ],
)
def test_what_is_no_answer_is_said_in_a_sentence(behave: Callable[[Handler, Asked], None], words: str) -> None:
    assert words in refusal(behave)


def test_a_silent_server_is_given_up() -> None:
    assert "in time" in refusal(lambda handler, asked: time.sleep(2), silent_seconds=0.3)


def test_a_slow_drip_ends_although_something_always_comes() -> None:
    began = time.monotonic()
    assert "too slowly" in refusal(drips(0.02), most_seconds=0.4)
    assert time.monotonic() - began < 5


def test_an_answer_without_end_is_bounded() -> None:
    assert "longer" in refusal(drips(0, ": " + "x" * 10_000), most_bytes=100_000)


def test_a_compressed_answer_is_not_unpacked() -> None:
    def behave(handler: Handler, _: Asked) -> None:
        handler.begin(content_type="text/event-stream", content_encoding="gzip")
        handler.wfile.write(gzip.compress(b"data: " + b"x" * 10_000_000))

    assert "something else" in refusal(behave)


def test_a_stop_ends_the_connection() -> None:
    stop = threading.Event()
    with model_server(says("a" * 5000, pause=0.01)) as server:
        answer = ask_model(Endpoint(server.url, "m", KEY), QUESTION, stop.is_set)
        next(answer)
        stop.set()
        with pytest.raises(Stopped):
            list(answer)
        assert server.left.wait(60)


def test_the_key_stands_in_no_log_and_no_representation(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    refusal(refuses(401))
    with model_server(says("a")) as server:
        ask(server.url)
    assert KEY not in caplog.text
    assert KEY not in repr(Endpoint("http://127.0.0.1/v1", "m", KEY))
