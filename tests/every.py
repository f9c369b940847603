"""One test of many things: it goes on after a fault and names each thing that has one."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

import pytest


def for_every(things: Iterable[Any], called: Callable[[Any], str] = str) -> Callable:
    """Let a check of one thing, its first argument, be a test of all of them; fixtures may follow.

    As tests of their own thousands of them would take longer to be counted than to be made.
    """

    def test_of_all(check: Callable) -> Callable:
        @wraps(check)
        def test(**fixtures: object) -> None:
            faults = []
            for thing in things:
                try:
                    check(thing, **fixtures)
                except Exception as fault:
                    faults.append(f"{called(thing)}: {type(fault).__name__}: {fault}")
            if faults:
                pytest.fail("\n".join(faults), pytrace=False)

        signature = inspect.signature(check)
        test.__signature__ = signature.replace(parameters=list(signature.parameters.values())[1:])
        return test

    return test_of_all
