"""Where things lie, and the shape of a fixture that tests name in their signatures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from blindspot.store import Store

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"

OpenStore = Callable[[Path], Store]
