"""Imports that run in the background, one at a time a database, so that a page may be left or reloaded meanwhile."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from blindspot.errors import BlindspotError, Message
from blindspot.library.import_files import import_source
from blindspot.library.import_result import Refused, Result
from blindspot.library.staging import Progress, Source, Stopped, Watch
from blindspot.library.uploads import Upload, Uploads
from blindspot.store import Store

State = Literal["running", "done", "stopped", "failed"]
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class JobView:
    """How a job stands: the `number`-th of `files` files is being read (from 1), and what became of those before it."""

    state: State
    number: int
    files: int
    progress: Progress | None
    result: Result
    problem: Message | None = None


@dataclass(frozen=True)
class Waiting:
    """A table that no reader knows, and the upload that holds it, until the user says how it is to be read."""

    upload: Upload
    refused: Refused


class ImportJob:
    """One running import of some files; every method may be called from any thread."""

    def __init__(
        self,
        store: Store,
        uploads: Sequence[Upload],
        confirmed: dict | None,
        after_file: Callable[[], None],
        when_over: Callable,
    ) -> None:
        self._store = store
        self._uploads = tuple(uploads)
        self._confirmed = confirmed
        self._after_file = after_file
        self._when_over = when_over
        self._stop = threading.Event()
        self._view = JobView("running", 1, len(self._uploads), None, Result())
        self._thread = threading.Thread(target=self._run, name="import", daemon=True)
        self._thread.start()

    def view(self) -> JobView:
        """Return how the job stands now."""
        return self._view

    def stop(self) -> None:
        """Ask the job to stop; what has come in before stays, of the file being read nothing does."""
        self._stop.set()

    @property
    def is_stopping(self) -> bool:
        """Whether the job was asked to stop."""
        return self._stop.is_set()

    def wait(self, seconds: float | None = None) -> bool:
        """Wait for the end; return whether it has come."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _run(self) -> None:
        state: State = "done"
        problem = None
        result = Result()
        waiting: list[Waiting] = []
        try:
            for number, upload in enumerate(self._uploads, start=1):
                self._set(number=number, progress=None, result=_copy(result))
                known = len(result.refused)
                self._import(upload, result)
                waiting += [Waiting(upload, refused) for refused in result.refused[known:] if refused.proposal]
        except Stopped as stopped:
            state = "stopped"
            problem = Message("The import of {file} was stopped; nothing of it was stored.", **stopped.message.values)
        except BlindspotError as error:
            state, problem = "failed", error.message
        except Exception:
            _log.exception("an import failed")
            state = "failed"
            problem = Message("The import failed through a fault of Blindspot; the log of the app says where.")
        self._when_over(self._uploads, waiting)
        self._set(state=state, problem=problem, result=_copy(result))

    def _import(self, upload: Upload, result: Result) -> None:
        if self._stop.is_set():
            raise Stopped("The import of {file} was stopped; nothing of it was stored.", "", file=upload.name)
        watch = Watch(lambda progress: self._set(progress=progress), self._stop.is_set)
        source = Source(upload.path, upload.name, upload.received_at)
        import_source(self._store, source, result, confirmed=self._confirmed, watch=watch)
        self._after_file()

    def _set(self, **changes: object) -> None:
        # Only the job's own thread writes, and a reader gets the old view or the new one, never a mixture.
        self._view = replace(self._view, **changes)


class ImportDesk:
    """Where files are handed in and imported, one job at a time; it also keeps the tables that wait for a mapping.

    `after_file` is called in the wake of each file.
    """

    def __init__(self, store: Store, after_file: Callable[[], None] = lambda: None) -> None:
        self._store = store
        self._after_file = after_file
        self._lock = threading.Lock()
        self._waiting: list[Waiting] = []
        self.uploads = Uploads(store)
        self.job: ImportJob | None = None

    @property
    def is_busy(self) -> bool:
        """Whether an import is running."""
        return self.job is not None and self.job.view().state == "running"

    @property
    def waiting(self) -> tuple[Waiting, ...]:
        """The tables that wait for the user to say how they are to be read."""
        with self._lock:
            return tuple(self._waiting)

    def start(self, uploads: Sequence[Upload], *, confirmed: dict | None = None) -> ImportJob:
        """Import files in the background; `confirmed` maps the tables with its header that no reader knows.

        Raises BlindspotError while another import runs.
        """
        with self._lock:
            if self.is_busy:
                raise BlindspotError("An import is still running.", "Wait for its end, or stop it.")
            self.job = ImportJob(self._store, uploads, confirmed, self._after_file, self._settle)
            return self.job

    def give_up(self, waiting: Waiting) -> None:
        """Import a table that waits not at all."""
        with self._lock:
            self._waiting = [one for one in self._waiting if one != waiting]
            self._release([waiting.upload])

    def clear(self) -> None:
        """Forget the last job, unless it runs; what waits for a mapping stays."""
        with self._lock:
            if not self.is_busy:
                self.job = None

    def _settle(self, uploads: Sequence[Upload], waiting: Sequence[Waiting]) -> None:
        paths = {upload.path for upload in uploads}
        with self._lock:
            self._waiting = [one for one in self._waiting if one.upload.path not in paths] + list(waiting)
            self._release(uploads)

    def _release(self, uploads: Sequence[Upload]) -> None:
        kept = {one.upload.path for one in self._waiting}
        self.uploads.remove(upload for upload in uploads if upload.path not in kept)


def _copy(result: Result) -> Result:
    return Result(list(result.imports), list(result.refused))
