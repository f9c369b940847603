"""The only way out: one question to the configured OpenAI-compatible address, its answer streamed and bounded."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from blindspot.plan.drafts import faults
from blindspot.settings import Settings

CONNECT_SECONDS = 10
SILENT_SECONDS = 120
"""Without a byte for so long it is given up; a model on one's own machine may be loading that long."""
MOST_SECONDS = 300
MOST_BYTES = 4_000_000
MOST_TOKENS = 8_000
SENT_HEADERS = {"host", "connection", "content-type", "content-length", "accept"}
OPTIONAL: dict[str, Any] = {"response_format": {"type": "json_object"}, "stream_options": {"include_usage": True}}
"""What not every server knows; one that refuses the question for it is asked once more without."""


@dataclass(frozen=True)
class Usage:
    """The tokens of a question and its answer as the server counted them."""

    tokens_in: int
    tokens_out: int


@dataclass(frozen=True)
class Endpoint:
    """Where the model is asked and as what; the limits are seconds and bytes of one answer."""

    url: str
    model: str
    key: str = ""
    silent_seconds: float = SILENT_SECONDS
    most_seconds: float = MOST_SECONDS
    most_bytes: int = MOST_BYTES

    def __repr__(self) -> str:
        return f"Endpoint({self.url!r}, {self.model!r})"

    @property
    def host(self) -> str:
        """Who gets what is sent."""
        return self.url.split("/")[2]


def endpoint_of(settings: Settings) -> Endpoint | None:
    """Return where the settings say that the model is, None where they name none."""
    if not settings.model_url:
        return None
    return Endpoint(settings.model_url, settings.model, settings.model_key.get_secret_value())


def ask_model(
    endpoint: Endpoint, messages: Sequence[dict[str, str]], should_stop: Callable[[], bool] = lambda: False
) -> Iterator[str | Usage]:
    """Yield the answer as it comes, and what it used where the server says so.

    Nothing is asked twice by itself, since each question may cost money; redirects are not followed. Raises
    BlindspotError that says what went wrong without repeating what the server wrote, and Stopped.
    """
    # loaded here, since it takes a second that nobody without a model should wait; `Drafting` loads it ahead
    import httpx2
    import openai

    bounds = _Bounds(endpoint, should_stop)
    timeout = httpx2.Timeout(endpoint.silent_seconds, connect=min(CONNECT_SECONDS, endpoint.silent_seconds))
    hooks = {"request": [lambda request: _send_no_more(request, endpoint)], "response": [bounds.watch]}
    with httpx2.Client(follow_redirects=False, timeout=timeout, event_hooks=hooks) as connection:
        client = openai.OpenAI(
            base_url=endpoint.url, api_key=endpoint.key or "none", max_retries=0, http_client=connection
        )
        asked: dict[str, Any] = {
            "model": endpoint.model, "messages": list(messages), "stream": True, "max_tokens": MOST_TOKENS,
        }  # fmt: skip
        try:
            try:
                stream = client.chat.completions.create(**asked, **OPTIONAL)
            except (openai.BadRequestError, openai.UnprocessableEntityError):
                del asked["max_tokens"]
                stream = client.chat.completions.create(**asked)
            with stream:
                yield from _read(stream)
        except openai.APIStatusError as error:
            raise faults.refused(error.status_code, error.response.headers.get("retry-after"), endpoint) from None
        except openai.APITimeoutError:
            raise faults.silent(endpoint) from None
        except (openai.APIError, httpx2.HTTPError):
            raise (faults.broken_off() if bounds.has_begun else faults.unreachable(endpoint)) from None
        except ValueError:
            raise faults.no_stream(endpoint) from None


def _read(stream: Any) -> Iterator[str | Usage]:
    reason = None
    for event in stream:
        if usage := _usage(getattr(event, "usage", None)):
            yield usage
        for choice in (getattr(event, "choices", None) or [])[:1]:
            text = getattr(getattr(choice, "delta", None), "content", None)
            reason = getattr(choice, "finish_reason", None) or reason
            if isinstance(text, str) and text:
                yield text
    if reason == "length":
        raise faults.too_long()
    if reason == "content_filter":
        raise faults.withheld()
    if reason is None:
        raise faults.broken_off()


def _usage(said: Any) -> Usage | None:
    """Return the counts of a server where they can be such: foreign numbers, which nothing has checked."""
    counts: list[Any] = [getattr(said, name, None) for name in ("prompt_tokens", "completion_tokens")]
    if all(isinstance(count, int) and 0 <= count < 10**9 for count in counts):
        return Usage(*counts)
    return None


def _send_no_more(request: Any, endpoint: Endpoint) -> None:
    """Take out what the client would tell of this machine, or take from the environment for another service."""
    for name in [name for name in request.headers if name.lower() not in SENT_HEADERS]:
        del request.headers[name]
    request.headers["user-agent"] = "blindspot"
    # what is compressed could be without bounds
    request.headers["accept-encoding"] = "identity"
    if endpoint.key:
        request.headers["authorization"] = f"Bearer {endpoint.key}"


class _Bounds:
    """Ends an answer that is stopped, takes too long or grows too large, at the next bytes of it."""

    def __init__(self, endpoint: Endpoint, should_stop: Callable[[], bool]) -> None:
        self._endpoint = endpoint
        self._should_stop = should_stop
        self._end = time.monotonic() + endpoint.most_seconds
        self.has_begun = False

    def watch(self, response: Any) -> None:
        if response.status_code == 200:
            kind = response.headers.get("content-type", "text/event-stream")
            encoding = response.headers.get("content-encoding", "identity")
            if not kind.startswith("text/event-stream") or encoding != "identity":
                raise faults.no_stream(self._endpoint)
            self.has_begun = True
        response.stream = _bounded(response.stream, self)

    def check(self, read: int) -> None:
        if self._should_stop():
            raise faults.Stopped("The draft was stopped; nothing of it was kept.")
        if time.monotonic() > self._end:
            raise faults.too_slow(self._endpoint)
        if read > self._endpoint.most_bytes:
            raise faults.too_long()


def _bounded(stream: Any, bounds: _Bounds) -> Any:
    import httpx2

    class Bounded(httpx2.SyncByteStream):
        def __iter__(self) -> Iterator[bytes]:
            read = 0
            for part in stream:
                read += len(part)
                bounds.check(read)
                yield part

        def close(self) -> None:
            stream.close()

    return Bounded()
