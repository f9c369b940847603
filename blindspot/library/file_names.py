"""What a file on disk is called where it is shown or stored."""

from __future__ import annotations

import os
from pathlib import Path


def name_of(path: Path) -> str:
    """Return a path as text; bytes of it that are no UTF-8, which Linux allows and no database takes, become marks."""
    return os.fsencode(path).decode("utf-8", "replace")
