"""Few in every run, many in a campaign: `@pytest.mark.parametrize("mutants", few_or_many(40, 3_000))`."""

from __future__ import annotations

import pytest
from _pytest.mark import ParameterSet


def few_or_many(few: int, many: int) -> list[ParameterSet]:
    """Return how many a test tries: few always, many where campaigns are asked for (`-m campaign`)."""
    return [pytest.param(few, id="few"), pytest.param(many, id="many", marks=pytest.mark.campaign)]
