"""What the library's widgets take of functions, made from what the pages have."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, ParamSpec, TypeVar

Args = ParamSpec("Args")
Value = TypeVar("Value")


def named_by(names: Mapping[Any, str]) -> Callable[[Any], str]:
    """Return how a choice calls its options, by the name of each."""
    return lambda option: names.get(option, str(option))


def as_callback(act: Callable[Args, object]) -> Callable[Args, None]:
    """Return `act` for a widget, which takes no answer."""

    @wraps(act)
    def called(*args: Args.args, **kwargs: Args.kwargs) -> None:
        act(*args, **kwargs)

    return called


def known(value: Value | None) -> Value:
    """Return a value that is there wherever it is drawn; raises LookupError where it is not."""
    if value is None:
        raise LookupError("a value is drawn that is not known")
    return value
