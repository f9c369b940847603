"""`python reopening_server.py PORT run app.py …`: `streamlit run app.py`, which another process tells what to open.

One server so serves many journeys, each on a database of its own, and the libraries are loaded once. The app itself
knows nothing of it: this only does between two journeys what a new process would begin with.
"""

from __future__ import annotations

import atexit
import os
import sys
import threading
import time
import traceback
from collections.abc import Mapping
from multiprocessing.connection import Connection, Listener
from pathlib import Path

KEY = b"journeys"
QUIET_SECONDS = 60


def main() -> None:
    """Run Streamlit with the arguments after the port on which orders come."""
    listener = Listener(("127.0.0.1", int(sys.argv.pop(1))), authkey=KEY)
    # as `python -m streamlit` finds its modules
    sys.path[0] = str(Path.cwd())
    threading.Thread(target=_take_orders, args=(listener,), daemon=True).start()
    from streamlit.web.cli import main as streamlit

    streamlit(prog_name="streamlit")


def _take_orders(listener: Listener) -> None:
    """Do what is asked for, `(name, argument)`, and answer None or the traceback of what went wrong."""
    with listener.accept() as connection:
        while order := _next(connection):
            name, argument = order
            try:
                {"open": _open, "copy": _copy, "release": _release}[name](argument)
            except BaseException:
                connection.send(traceback.format_exc())
            else:
                connection.send(None)


def _next(connection: Connection) -> tuple[str, object] | None:
    try:
        return connection.recv()
    except (EOFError, ConnectionError):
        return None


def _open(settings: Mapping[str, str]) -> None:
    """Open the database that these settings name, as the first visit would."""
    from blindspot.settings import PREFIX, read_settings
    from blindspot.ui.desk import open_store

    for name in [name for name in os.environ if name.startswith(PREFIX)]:
        del os.environ[name]
    os.environ.update(settings)
    read_settings.cache_clear()
    open_store()


def _copy(to: Path) -> None:
    """Write what the database holds into a file of its own."""
    from blindspot.library.backups import back_up
    from blindspot.ui.desk import open_store

    back_up(open_store(), to)


def _release(_: None) -> None:
    """Close the database once nobody is there any more; the settings stay, for a latecomer must open no other file."""
    import streamlit

    from blindspot.ui.desk import open_store

    end = time.monotonic() + QUIET_SECONDS
    while _is_busy():
        if time.monotonic() > end:
            raise TimeoutError("a page is still open, or its script runs")
        time.sleep(0.02)
    store = open_store()
    store.close()
    atexit.unregister(store.close)
    streamlit.cache_resource.clear()


def _is_busy() -> bool:
    from streamlit.runtime import Runtime, RuntimeState

    from blindspot.ui.library.import_desk import open_document_desk, open_import_desk

    if open_import_desk().is_busy or open_document_desk().is_busy:
        return True
    is_visited = Runtime.instance().state == RuntimeState.ONE_OR_MORE_SESSIONS_CONNECTED
    return is_visited or any(thread.name == "ScriptRunner.scriptThread" for thread in threading.enumerate())


if __name__ == "__main__":
    main()
