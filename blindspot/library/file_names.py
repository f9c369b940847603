"""What a file on disk is called where it is shown or stored."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path, PurePath


def name_of(path: Path) -> str:
    """Return a path as text; bytes of it that are no UTF-8, which Linux allows and no database takes, become marks."""
    return os.fsencode(path).decode("utf-8", "replace")


def names_apart(files: Sequence[tuple[str, int]]) -> list[str]:
    """Return what files are called, by (name, bytes): those of one name with their size, and a number beside.

    A browser hands over names without folders, so that two exports may well be called the same.
    """
    of_name = Counter(name for name, _ in files)
    sized = [f"{name} {_size(size)}" for name, size in files]
    of_size, seen = Counter(sized), Counter[str]()
    names = []
    for (name, size), both in zip(files, sized, strict=True):
        seen[both] += 1
        number = f", {seen[both]}" if of_size[both] > 1 else ""
        path = PurePath(name)
        names.append(f"{path.stem} ({_size(size)}{number}){path.suffix}" if of_name[name] > 1 else name)
    return names


def _size(size: int) -> str:
    if size < 1_000:
        return f"{size} B"
    return f"{size / 1_000:.1f} KB" if size < 1_000_000 else f"{size / 1_000_000:.1f} MB"
