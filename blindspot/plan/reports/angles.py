"""Which angle of its topic a proposal is about, by the codebook's own terms."""

from __future__ import annotations

from blindspot.labelling.folding import mark_spans
from blindspot.store import Store, Transaction


def find_angle(store: Store | Transaction, topic_id: int | None, words: str) -> int | None:
    """Return the angle whose terms and names stand in these words most often; None where none or two do so."""
    if topic_id is None:
        return None
    hits = sorted(
        (
            (len(mark_spans(words, [*row["terms"], *filter(None, (row["name_zh"], row["name_en"]))])), row["angle_id"])
            for row in store.rows("library/topic_angles", topic_id=topic_id)
        ),
        reverse=True,
    )
    (most, angle_id), (next_most, _) = [*hits, (0, None), (0, None)][:2]
    return angle_id if most > next_most else None
