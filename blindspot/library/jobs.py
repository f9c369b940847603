"""Imports that run in the background, one at a time a desk, so that a page may be left or reloaded meanwhile."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar

from blindspot.errors import BlindspotError, Message
from blindspot.library.staging import Progress, Stopped, Watch
from blindspot.library.uploads import Upload, Uploads
from blindspot.readers.events import ReadingStopped

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

State = Literal["running", "done", "stopped", "failed"]
ResultT = TypeVar("ResultT", bound="DataclassInstance")
"""What becomes of the files: a dataclass of lists."""
Take = Callable[[Upload, ResultT, Watch], None]
"""Imports one file, adds what became of it to the result, tells how far it is and asks whether to go on."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class JobView(Generic[ResultT]):
    """How a job stands: the `number`-th of `files` files (from 1), `file`, is read; what became of those before it."""

    state: State
    number: int
    files: int
    file: str
    progress: Progress | None
    result: ResultT
    problem: Message | None = None


class Job(Generic[ResultT]):
    """One running import of some files; every method may be called from any thread."""

    def __init__(
        self, uploads: Sequence[Upload], result: ResultT, take: Take[ResultT], when_over: Callable[[ResultT], None]
    ) -> None:
        self._uploads = tuple(uploads)
        self._take = take
        self._when_over = when_over
        self._stop = threading.Event()
        self._view = JobView("running", 1, len(self._uploads), self._uploads[0].name, None, _copy(result))
        self._thread = threading.Thread(target=self._run, args=(result,), name="import", daemon=True)
        self._thread.start()

    def view(self) -> JobView[ResultT]:
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

    def _run(self, result: ResultT) -> None:
        state: State = "done"
        problem = None
        watch = Watch(lambda progress: self._set(progress=progress), self._stop.is_set)
        try:
            for number, upload in enumerate(self._uploads, start=1):
                self._set(number=number, file=upload.name, progress=None, result=_copy(result))
                if self._stop.is_set():
                    raise Stopped("The import of {file} was stopped; nothing of it was stored.", "", file=upload.name)
                self._take(upload, result, watch)
        except (Stopped, ReadingStopped) as stopped:
            state = "stopped"
            problem = Message("The import of {file} was stopped; nothing of it was stored.", **stopped.message.values)
        except BlindspotError as error:
            state, problem = "failed", error.message
        except Exception:
            _log.exception("an import failed")
            state = "failed"
            problem = Message("The import failed through a fault of Blindspot; the log of the app says where.")
        self._when_over(result)
        self._set(state=state, problem=problem, result=_copy(result))

    def _set(self, **changes: Any) -> None:
        # Only the job's own thread writes, and a reader gets the old view or the new one, never a mixture.
        self._view = replace(self._view, **changes)


class JobDesk(Generic[ResultT]):
    """Where files are handed in and imported, one job at a time; their bytes go when it is over."""

    def __init__(self, uploads: Uploads) -> None:
        self._lock = threading.Lock()
        self.uploads = uploads
        self.job: Job[ResultT] | None = None

    @property
    def is_busy(self) -> bool:
        """Whether an import is running."""
        return self.job is not None and self.job.view().state == "running"

    def run(self, uploads: Sequence[Upload], result: ResultT, take: Take[ResultT]) -> Job[ResultT]:
        """Import files in the background, each by `take`; raises BlindspotError while another import runs."""
        with self._lock:
            if self.is_busy:
                raise BlindspotError("An import is still running.", "Wait for its end, or stop it.")
            self.job = Job(uploads, result, take, lambda result: self._settle(uploads, result))
            return self.job

    def clear(self) -> None:
        """Forget the last job, unless it runs."""
        with self._lock:
            if not self.is_busy:
                self.job = None

    def _settle(self, uploads: Sequence[Upload], result: ResultT) -> None:
        self.uploads.remove(uploads)


def _copy(result: ResultT) -> ResultT:
    return type(result)(**{field.name: list(getattr(result, field.name)) for field in fields(result)})
