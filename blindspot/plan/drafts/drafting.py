"""Drafts in the making: one a thing, in the background, so that a page may be left, reloaded or stop it."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass, replace
from importlib import import_module
from typing import Any, Literal

from blindspot.errors import BlindspotError
from blindspot.plan.drafts.answers import read_answer
from blindspot.plan.drafts.asking import messages, price_of
from blindspot.plan.drafts.endpoint import Endpoint, Usage, ask_model
from blindspot.plan.drafts.faults import Stopped
from blindspot.plan.drafts.keeping import keep_draft
from blindspot.plan.drafts.material import Material
from blindspot.settings import Settings
from blindspot.store import Store

MOST_AT_ONCE = 4
State = Literal["running", "done", "stopped", "failed"]
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class DraftView:
    """How a draft stands: the answer as far as it has come, what it used, why it failed."""

    state: State = "running"
    text: str = ""
    usage: Usage | None = None
    problem: BlindspotError | None = None
    draft_id: int | None = None


class Drafting:
    """The running drafts of this process and the last one of each thing; every method may be called by any thread."""

    def __init__(self, store: Store, endpoint: Endpoint, settings: Settings) -> None:
        self.endpoint = endpoint
        self._store = store
        self._settings = settings
        # the client takes a second to load, on a busy machine many: it comes while one still reads the page
        threading.Thread(target=import_module, args=("openai",), name="draft client", daemon=True).start()
        self._lock = threading.Lock()
        self._jobs: dict[tuple[str, str], DraftJob] = {}

    def start(self, who: str, material: Material) -> DraftJob:
        """Ask for a draft; raises BlindspotError while one for the same thing, or too many others, are running."""
        key = material.item, material.item_id
        with self._lock:
            running = {key for key, job in self._jobs.items() if job.view().state == "running"}
            if key in running:
                raise BlindspotError("A draft for this is still being written.", "Wait for its end, or stop it.")
            if len(running) >= MOST_AT_ONCE:
                raise BlindspotError("Several drafts are being written.", "Wait for one of them to end.")
            self._jobs = {key: job for key, job in self._jobs.items() if key in running}
            self._jobs[key] = DraftJob(self._store, self.endpoint, self._settings, who, material)
            return self._jobs[key]

    def job(self, item: str, item_id: str) -> DraftJob | None:
        """Return the last draft that was asked for something, until its end has been seen."""
        return self._jobs.get((item, item_id))

    def forget(self, item: str, item_id: str) -> None:
        """Forget a draft that is over; what it made stays."""
        with self._lock:
            self._jobs.pop((item, item_id), None)


class DraftJob:
    """One question to the model and what becomes of it."""

    def __init__(self, store: Store, endpoint: Endpoint, settings: Settings, who: str, material: Material) -> None:
        self.material = material
        self._store, self._endpoint, self._settings, self._who = store, endpoint, settings, who
        self._stop = threading.Event()
        self._lock = threading.RLock()
        self._view = DraftView()
        self._thread = threading.Thread(target=self._run, name="draft", daemon=True)
        self._thread.start()

    def view(self) -> DraftView:
        """Return how it stands now."""
        return self._view

    def stop(self) -> None:
        """Stop it at once; the connection is closed at the next bytes, and nothing is kept."""
        with self._lock:
            self._stop.set()
            self._set(state="stopped")

    def wait(self, seconds: float | None = None) -> bool:
        """Wait for the end of its thread; return whether it has come."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _run(self) -> None:
        try:
            self._keep("".join(self._listen()))
        except Stopped:
            self._set(state="stopped")
        except BlindspotError as error:
            self._set(state="failed", problem=error)
        except Exception:
            _log.exception("a draft failed")
            problem = BlindspotError("The draft failed through a fault of Blindspot; the log of the app says where.")
            self._set(state="failed", problem=problem)

    def _listen(self) -> list[str]:
        parts: list[str] = []
        for part in ask_model(self._endpoint, messages(self.material), self._stop.is_set):
            if isinstance(part, Usage):
                self._set(usage=part)
            else:
                parts.append(part)
                self._set(text=self._view.text + part)
        return parts

    def _keep(self, text: str) -> None:
        answer = read_answer(self.material.kind, text, self.material.claims)
        usage = self._view.usage
        with self._lock:
            if self._stop.is_set():
                return
            draft_id = keep_draft(
                self._store,
                self._who,
                self.material,
                answer,
                model=self._endpoint.model,
                usage=usage,
                cost=price_of(usage, self._settings) if usage else None,
                currency=self._settings.model_currency,
            )
            self._set(state="done", draft_id=draft_id)

    def _set(self, **changes: Any) -> None:
        with self._lock:
            # whoever ends it first decides how it ended
            if self._view.state == "running":
                self._view = replace(self._view, **changes)
