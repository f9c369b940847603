"""What the worker forbids itself where the system can: memory, processor time, large files and core dumps."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_FILE_BYTES = 2_100_000_000
"""A little above the largest archive member; nothing else that the worker does writes a file."""


def limit_process(memory_mb: int, seconds: int) -> None:
    """Limit this process (Linux only; elsewhere the app's watchdog does it alone).

    `memory_mb` counts from what is mapped now: polars alone reserves 400 to 800 MB of addresses that it never fills.
    """
    if sys.platform != "linux":
        return
    import resource

    mapped = int(Path("/proc/self/statm").read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    _lower(resource.RLIMIT_AS, mapped + memory_mb * 1_000_000)
    _lower(resource.RLIMIT_CPU, seconds)
    _lower(resource.RLIMIT_FSIZE, _FILE_BYTES)
    _lower(resource.RLIMIT_CORE, 0)


def _lower(kind: int, value: int) -> None:
    import resource

    _, hard = resource.getrlimit(kind)
    limit = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(kind, (limit, limit))
