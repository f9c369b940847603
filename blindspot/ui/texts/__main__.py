"""`python -m blindspot.ui.texts`: bring the Chinese catalogue in step with the code, and list what it lacks."""

from __future__ import annotations

import sys

from blindspot.ui.texts.catalogue import CATALOGUE, read_catalogue, untranslated, update_catalogue, write_catalogue
from blindspot.ui.texts.extraction import NotLiteralError, extract_texts


def main() -> int:
    """Update the file; return 1 where a text still lacks a translation or cannot have one."""
    catalogue = read_catalogue()
    try:
        update_catalogue(catalogue, extract_texts())
    except NotLiteralError as error:
        print(error, file=sys.stderr)
        return 1
    write_catalogue(catalogue)
    missing = untranslated(catalogue)
    print(f"{CATALOGUE.name}: {len(catalogue)} texts, {len(missing)} without a translation")
    print(*missing, sep="\n", end="\n" if missing else "")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
