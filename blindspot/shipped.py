"""Where what is shipped beside the code lies: in the checkout's own folders, or inside the installed package.

A user's files never lie there; `settings` says where they do.
"""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
CODE = PACKAGE.parent
"""What Python imports the package from."""

_IN_PACKAGE = PACKAGE / "_shipped"  # the wheel puts it there, since it may own nothing beside the package
IS_INSTALLED = _IN_PACKAGE.is_dir()

ROOT = _IN_PACKAGE if IS_INSTALLED else CODE
APP = ROOT / "app.py"
QUERIES = ROOT / "queries"
DATA = ROOT / "data"

COMMAND = "blindspot" if IS_INSTALLED else "python -m blindspot"
"""How one calls the command line."""
