"""The desk of works imports; it also keeps the tables that wait for a mapping."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from blindspot.library.import_files import import_source
from blindspot.library.import_result import Refused, Result
from blindspot.library.jobs import Job, JobDesk
from blindspot.library.staging import Source, Watch
from blindspot.library.uploads import Upload, Uploads
from blindspot.store import Store

ImportJob = Job[Result]


@dataclass(frozen=True)
class Waiting:
    """A table that no reader knows, and the upload that holds it, until the user says how it is to be read."""

    upload: Upload
    refused: Refused


class ImportDesk(JobDesk[Result]):
    """Where exports are handed in; `after_file` is called in the wake of each file."""

    def __init__(self, store: Store, after_file: Callable[[], None] = lambda: None) -> None:
        super().__init__(Uploads(store))
        self._store = store
        self._after_file = after_file
        self._waiting: list[Waiting] = []
        self._found: list[Waiting] = []

    @property
    def waiting(self) -> tuple[Waiting, ...]:
        """The tables that wait for the user to say how they are to be read."""
        with self._lock:
            return tuple(self._waiting)

    def start(self, uploads: Sequence[Upload], *, confirmed: dict[str, Any] | None = None, who: str = "") -> ImportJob:
        """Import files in the background; `confirmed`, by `who`, maps the tables with its header that no reader knows.

        Raises BlindspotError while another import runs.
        """

        def take(upload: Upload, result: Result, watch: Watch) -> None:
            known = len(result.refused)
            source = Source(upload.path, upload.name, upload.received_at)
            import_source(self._store, source, result, confirmed=confirmed, who=who, watch=watch)
            self._after_file()
            self._found += [Waiting(upload, refused) for refused in result.refused[known:] if refused.proposal]

        return self.run(uploads, Result(), take)

    def give_up(self, waiting: Waiting) -> None:
        """Import a table that waits not at all."""
        with self._lock:
            self._waiting = [one for one in self._waiting if one != waiting]
            self._release([waiting.upload])

    def _settle(self, uploads: Sequence[Upload], result: Result) -> None:
        paths = {upload.path for upload in uploads}
        with self._lock:
            self._waiting = [one for one in self._waiting if one.upload.path not in paths] + self._found
            self._found = []
            self._release(uploads)

    def _release(self, uploads: Sequence[Upload]) -> None:
        kept = {one.upload.path for one in self._waiting}
        self.uploads.remove(upload for upload in uploads if upload.path not in kept)
