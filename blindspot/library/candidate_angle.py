"""A theme that nobody had named becomes an angle of the codebook, and the works are labelled by it at once."""

from __future__ import annotations

from collections.abc import Sequence

from blindspot.errors import CodebookError
from blindspot.labelling.codebook import Angle
from blindspot.library.angle_edits import new_key, put_angle
from blindspot.library.codebooks import save_codebook, show_codebook
from blindspot.store import Store


def add_candidate_angle(
    store: Store, topic_id: int, name: str, terms: Sequence[str], *, group: str = "", language: str = "zh"
) -> str:
    """Put a new angle at the end of a topic's codebook and return its key; `language` is that of the name.

    Raises CodebookError without a name or without terms.
    """
    if not terms:
        raise CodebookError("The angle has no terms.", "Tick at least one phrase that makes a work carry it.")
    codebook = show_codebook(store, topic_id)
    key = new_key(codebook, name)
    names = {language: name.strip()} if name.strip() else {}
    save_codebook(store, topic_id, put_angle(codebook, Angle(key=key, group=group, name=names, terms=tuple(terms))))
    return key
