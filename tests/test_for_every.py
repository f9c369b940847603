"""A test of many things fails for each that has a fault, and only for those."""

from __future__ import annotations

import pytest
from every import for_every


def test_each_fault_is_named_and_the_rest_is_tried() -> None:
    tried = []

    @for_every(["sound", "wrong", "broken", "last"])
    def check(thing: str, word: str) -> None:
        tried.append((thing, word))
        assert thing != "wrong"
        if thing == "broken":
            raise KeyError(thing)

    with pytest.raises(pytest.fail.Exception) as told:
        check(word="x")
    assert [line.split(":")[0] for line in str(told.value).splitlines() if ":" in line] == ["wrong", "broken"]
    assert [thing for thing, _ in tried] == ["sound", "wrong", "broken", "last"]
