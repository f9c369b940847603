"""A person's word on a work and an angle: it wins over every other label and survives every later change."""

from __future__ import annotations

import pyarrow as pa

from blindspot.errors import NotFound
from blindspot.store import Store, Transaction


def set_label(store: Store, topic_id: int, angle_key: str, work_key: int, covers: bool | None) -> None:
    """Say that a work covers an angle (True), does not (False), or leave it to the rule again (None)."""
    with store.importing() as tx:
        angle_id = _angle_id(tx, topic_id, angle_key)
        if covers is None:
            tx.run("library/clear_person_label", angle_id=angle_id, work_key=work_key)
        else:
            tx.run("library/set_person_label", angle_id=angle_id, work_key=work_key, covers=covers)
        _decide_again(tx, topic_id, angle_id, work_key)


def _angle_id(tx: Transaction, topic_id: int, angle_key: str) -> int:
    found = tx.rows("library/angle_id", topic_id=topic_id, key=angle_key)
    if not found:
        raise NotFound("There is no angle “{name}” in this topic.", "Choose one of its codebook.", name=angle_key)
    return int(found[0]["angle_id"])


def _decide_again(tx: Transaction, topic_id: int, angle_id: int, work_key: int) -> None:
    with tx.given(touched=pa.table({"work_key": pa.array([work_key], pa.int64())})):
        tx.run("library/forget_labels", angle_ids=[angle_id])
        tx.run("library/decide_labels", angle_ids=[angle_id])
    tx.run("library/forget_work_facts", topic_id=topic_id, work_key=work_key)
    tx.run("library/build_work_facts", topic_id=topic_id, work_key=work_key)
    tx.run("library/set_work_labelled", topic_id=topic_id, work_key=work_key)
