"""A theme that nobody had named becomes an angle of the codebook, and the works are labelled by it at once."""

from __future__ import annotations

from collections.abc import Sequence

from blindspot.errors import CodebookError
from blindspot.labelling.codebook import Angle
from blindspot.library.angle_edits import add_angle
from blindspot.store import Store


def add_candidate_angle(
    store: Store, who: str, topic_id: int, name: str, terms: Sequence[str], *, group: str = "", language: str = "zh"
) -> str:
    """Put a new angle at the end of a topic's codebook and return its key; `language` is that of the name.

    Raises CodebookError without a name or without terms.
    """
    if not terms:
        raise CodebookError("The angle has no terms.", "Tick at least one phrase that makes a work carry it.")
    names = {language: name.strip()} if name.strip() else {}
    return add_angle(store, who, topic_id, Angle(key="", group=group, name=names, terms=tuple(terms)))
