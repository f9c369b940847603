"""Where a command leaves a file: whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from blindspot.errors import BlindspotError


def write_file(path: Path, content: bytes) -> None:
    """Write a file, in the place of one of that name; a stop half-way leaves the former one as it was."""
    # of a link, the file behind it is written
    path = path.resolve()
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(content)
            return
        with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as partial:
            partial.write(content)
        try:
            _keep_mode(path, Path(partial.name))
            Path(partial.name).replace(path)
        except OSError:
            Path(partial.name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise BlindspotError(
            "{file} could not be written: {detail}.", "Name a file in a folder of yours.", file=path, detail=error
        ) from error


def _keep_mode(path: Path, partial: Path) -> None:
    """Give the new file the rights of the former one, else those of any new file; a temporary one is its owner's."""
    if path.exists():
        partial.chmod(path.stat().st_mode & 0o777)
        return
    mask = os.umask(0)
    os.umask(mask)
    partial.chmod(0o666 & ~mask)
