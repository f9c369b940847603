"""What reads files is tried as the app does it: through a worker."""

from __future__ import annotations

import pytest


@pytest.fixture
def read_here() -> None:
    """Leave the reading to a worker."""
