"""What lies beside a database."""

from __future__ import annotations

from pathlib import Path


def backups_folder(path: Path) -> Path:
    """Return the folder beside the database in which automatic backups are kept."""
    return path.parent / "backups"


def uploads_folder(path: Path) -> Path:
    """Return the folder of the files that are being imported; databases that lie side by side have one each."""
    return path.parent / "tmp" / path.name
