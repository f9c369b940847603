"""Takes works that no import holds any more out of everything that holds works, and creators without one."""

from __future__ import annotations

import pyarrow as pa

from blindspot.store import Transaction

HOLDING_WORKS = ("topic_works", "label_words", "labels", "former_texts", "responses", "works")


def remove_orphans(tx: Transaction) -> None:
    """Forget the works without a capture, and the creators that have no work and no role."""
    orphans: pa.Table = tx.arrow("library/orphans")
    with tx.given(orphans=orphans):
        for table in HOLDING_WORKS:
            tx.run(f"library/remove_orphans_from_{table}")
    tx.run("library/remove_idle_creators")
    tx.run("library/remove_idle_aliases")
