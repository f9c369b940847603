"""A server on this machine that speaks the OpenAI protocol, well or badly as a test tells it; no model is behind it."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

USAGE = {"prompt_tokens": 1200, "completion_tokens": 80, "total_tokens": 1280}
KEY = "sk-invented-0123456789"


class Asked:
    """One question as it came over the wire."""

    def __init__(self, path: str, headers: dict[str, str], body: dict[str, Any]) -> None:
        self.path = path
        self.headers = headers
        self.body = body

    @property
    def document(self) -> dict[str, Any]:
        """The material, which is all of the user's message."""
        return json.loads(self.body["messages"][1]["content"])


class Handler(BaseHTTPRequestHandler):
    """One answer; the behaviours below write it."""

    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        asked = Asked(self.path, {name.lower(): value for name, value in self.headers.items()}, body)
        self.server.asked.append(asked)
        try:
            self.server.behave(self, asked)
        except (BrokenPipeError, ConnectionResetError):
            self.server.left.set()
        self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def begin(self, status: int = 200, **headers: str) -> None:
        """Send the head of an answer; underscores in names are hyphens."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("connection", "close")
        self.end_headers()

    def event(self, data: object) -> None:
        """Send one event of a stream."""
        text = data if isinstance(data, str) else json.dumps(data, ensure_ascii=False)
        self.wfile.write(f"data: {text}\n\n".encode())
        self.wfile.flush()

    def chunk(self, text: str, finish: str | None = None) -> None:
        """Send a part of an answer."""
        choice = {"index": 0, "delta": {"content": text}, "finish_reason": finish}
        self.event({"id": "x", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [choice]})


class Server(ThreadingHTTPServer):
    """The server with what it was asked; `behave` may be changed between questions."""

    daemon_threads = True

    def __init__(self, behave: Callable[[Handler, Asked], None], port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.behave = behave
        self.asked: list[Asked] = []
        self.left, self.go = threading.Event(), threading.Event()

    @property
    def url(self) -> str:
        """The address for BLINDSPOT_MODEL_URL."""
        return f"http://127.0.0.1:{self.server_address[1]}/v1"


@contextmanager
def model_server(behave: Callable[[Handler, Asked], None], port: int = 0) -> Iterator[Server]:
    """Run the server until the block ends."""
    with Server(behave, port) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join(10)


def says(
    answer: object, *, usage: object = USAGE, pause: float = 0.0, size: int = 7, is_held: bool = False
) -> Callable[[Handler, Asked], None]:
    """Answer as a model does, a few characters at a time; where it is held, half of it waits until `go` is set."""

    def behave(handler: Handler, asked: Asked) -> None:
        text = answer(asked) if callable(answer) else answer
        text = text if isinstance(text, str) else json.dumps(text, ensure_ascii=False)
        handler.begin(content_type="text/event-stream; charset=utf-8")
        for place in range(0, len(text), size):
            if is_held and place >= len(text) / 2:
                handler.server.go.wait(60)
            handler.chunk(text[place : place + size])
            time.sleep(pause)
        handler.chunk("", "stop")
        if usage is not None:
            handler.event({"id": "x", "object": "chat.completion.chunk", "choices": [], "usage": usage})
        handler.event("[DONE]")

    return behave


def refuses(status: int, **headers: str) -> Callable[[Handler, Asked], None]:
    """Refuse with a status and a body that repeats the key, as some servers do."""

    def behave(handler: Handler, asked: Asked) -> None:
        body = json.dumps({"error": {"message": f"Incorrect key {asked.headers.get('authorization')}"}}).encode()
        handler.begin(status, content_type="application/json", content_length=str(len(body)), **headers)
        handler.wfile.write(body)

    return behave


def breaks_off(*parts: str, is_rude: bool = True) -> Callable[[Handler, Asked], None]:
    """Begin an answer and end in the middle, with a reset or politely."""

    def behave(handler: Handler, _: Asked) -> None:
        handler.begin(content_type="text/event-stream")
        for part in parts:
            handler.chunk(part)
        if is_rude:
            linger = b"\x01\x00\x00\x00\x00\x00\x00\x00"
            handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
            handler.connection.close()

    return behave


def writes(body: str, kind: str = "text/event-stream", status: int = 200) -> Callable[[Handler, Asked], None]:
    """Answer with these very bytes."""

    def behave(handler: Handler, _: Asked) -> None:
        handler.begin(status, content_type=kind)
        handler.wfile.write(body.encode())

    return behave


def drips(pause: float, line: str = ": still thinking\n\n") -> Callable[[Handler, Asked], None]:
    """Send something that says nothing, for ever."""

    def behave(handler: Handler, _: Asked) -> None:
        handler.begin(content_type="text/event-stream")
        while not handler.server.left.is_set():
            handler.wfile.write(line.encode())
            handler.wfile.flush()
            time.sleep(pause)

    return behave


def sentences(*lines: tuple[str, list[int]], name: str = "sentences") -> dict[str, Any]:
    """Return an answer in the form of a text or of titles."""
    return {name: [{"text": text, "claims": claims} for text, claims in lines]}
