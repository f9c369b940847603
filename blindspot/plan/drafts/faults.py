"""What goes wrong with a language model, as sentences; what its server wrote is never repeated, it may hold the key."""

from __future__ import annotations

from typing import Any

from blindspot.errors import BlindspotError

WITHOUT = "Nothing was changed; write it by hand or try again."


class Stopped(BlindspotError):
    """A person stopped the draft."""


def refused(status: int, retry_after: str | None, endpoint: Any) -> BlindspotError:
    """Return what a status other than 200 means."""
    values = {"status": status, "host": endpoint.host, "model": endpoint.model}
    if 300 <= status < 400:
        return BlindspotError(
            "{host} sends the question elsewhere, which is not followed.",
            "Set BLINDSPOT_MODEL_URL to the address that is meant.",
            **values,
        )
    if status in (401, 403):
        return BlindspotError(
            "{host} does not accept the key (status {status}).", "Check BLINDSPOT_MODEL_KEY, then try again.", **values
        )
    if status == 402:
        return BlindspotError("{host} asks for payment first.", "Top up the account there, then try again.", **values)
    if status == 404:
        return BlindspotError(
            "{host} knows no model {model} at this address.",
            "Check BLINDSPOT_MODEL and BLINDSPOT_MODEL_URL; the address often ends in /v1.",
            **values,
        )
    if status == 429:
        if retry_after and retry_after.isdecimal() and len(retry_after) <= 5:
            return BlindspotError(
                "{host} takes no more questions for now.",
                "Try again in {seconds} seconds.",
                seconds=int(retry_after),
                **values,
            )
        return BlindspotError(
            "{host} takes no more questions for now.", "Try again later, or check what the account may use.", **values
        )
    if status >= 500:
        return BlindspotError("{host} has a fault of its own (status {status}).", WITHOUT, **values)
    return BlindspotError(
        "{host} does not understand the question (status {status}).",
        "Check that BLINDSPOT_MODEL is a chat model, and that the address speaks the OpenAI protocol.",
        **values,
    )


def unreachable(endpoint: Any) -> BlindspotError:
    """Return that nobody answers there."""
    return BlindspotError(
        "{host} cannot be reached.",
        "Start the server there or check the connection and BLINDSPOT_MODEL_URL.",
        host=endpoint.host,
    )


def silent(endpoint: Any) -> BlindspotError:
    """Return that no byte came for too long."""
    return BlindspotError("{host} did not answer in time.", WITHOUT, host=endpoint.host)


def too_slow(endpoint: Any) -> BlindspotError:
    """Return that the whole answer took too long."""
    return BlindspotError("{host} answers too slowly; the draft was given up.", WITHOUT, host=endpoint.host)


def too_long() -> BlindspotError:
    """Return that the answer passed its bounds."""
    return BlindspotError("The answer is longer than a draft may be and was not kept.", WITHOUT)


def broken_off() -> BlindspotError:
    """Return that the answer ended in the middle."""
    return BlindspotError("The answer broke off in the middle and was not kept.", WITHOUT)


def withheld() -> BlindspotError:
    """Return that the model's makers filter the answer out."""
    return BlindspotError("The model's provider held the answer back.", "Write it by hand, or ask another model.")


def no_stream(endpoint: Any) -> BlindspotError:
    """Return that what came is no answer of a model: a web page, say."""
    return BlindspotError(
        "{host} answered with something else than a model's stream.",
        "Check BLINDSPOT_MODEL_URL; the address often ends in /v1.",
        host=endpoint.host,
    )


def empty() -> BlindspotError:
    """Return that the answer holds nothing."""
    return BlindspotError("The model answered with nothing.", WITHOUT)


def not_as_asked() -> BlindspotError:
    """Return that the answer does not have the form that was asked for."""
    return BlindspotError(
        "The model did not answer in the form that was asked for; nothing of it was kept.",
        "Try again, or choose a model that writes JSON well.",
    )


def cites_unknown(unknown: list[int]) -> BlindspotError:
    """Return that the answer rests on claims that were not given."""
    return BlindspotError(
        "The draft cites claims that were not given to it ({claims}) and was rejected.",
        "Try again, or write it by hand.",
        claims=", ".join(str(number) for number in unknown[:5]),
    )
