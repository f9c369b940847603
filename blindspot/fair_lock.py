"""A lock that threads get in the order in which they asked, so that nobody waits while others pass by twice."""

from __future__ import annotations

import threading
from collections import deque
from types import TracebackType


class FairLock:
    """Like threading.RLock, first come first served: Python's own lets a busy thread overtake all that wait."""

    def __init__(self) -> None:
        self._state = threading.Lock()
        self._waiting: deque[tuple[int, threading.Lock]] = deque()
        self._owner: int | None = None
        self._depth = 0

    def __enter__(self) -> None:
        me = threading.get_ident()
        with self._state:
            if self._owner in (None, me):
                self._owner = me
                self._depth += 1
                return
            turn = threading.Lock()
            turn.acquire()
            self._waiting.append((me, turn))
        # whoever leaves makes this thread the owner before its turn comes
        turn.acquire()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._state:
            self._depth -= 1
            if self._depth:
                return
            if not self._waiting:
                self._owner = None
                return
            self._owner, turn = self._waiting.popleft()
            self._depth = 1
        turn.release()
