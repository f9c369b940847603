"""Folds the words of one batch of works while the one before is stored, as neither keeps Python's lock."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType

import polars as pl
import pyarrow as pa

from blindspot.labelling.folding import FIELDS, fold_frame
from blindspot.readers.events import WorksBatch

Folded = tuple[WorksBatch, pa.Array]
"""A batch with the search text of each of its works."""


class Folding:
    """Gives batches back in their order, each one step late."""

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(1, thread_name_prefix="folding")
        self._waiting: tuple[WorksBatch, Future[pa.Array]] | None = None

    def __enter__(self) -> Folding:
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._threads.shutdown(cancel_futures=True)

    def fold(self, batch: WorksBatch) -> Iterator[Folded]:
        """Begin to fold a batch, and yield the one before."""
        before, self._waiting = self._waiting, (batch, self._threads.submit(fold_works, batch.works))
        if before:
            yield before[0], before[1].result()

    def rest(self) -> Iterator[Folded]:
        """Yield the last batch."""
        if self._waiting:
            yield self._waiting[0], self._waiting[1].result()
            self._waiting = None


def fold_works(works: pa.Table) -> pa.Array:
    """Return the search text of each work (title, text, hashtags, transcript), in order."""
    return fold_frame(pl.DataFrame(works.select(list(FIELDS)))).to_arrow()
