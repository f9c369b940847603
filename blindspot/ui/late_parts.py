"""A part of a page that speaks up when one has left the page: what was typed into it is kept, the new page stays."""

from __future__ import annotations

from functools import wraps
from weakref import WeakKeyDictionary

from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.runtime.app_session import AppSession

_asked: WeakKeyDictionary[AppSession, tuple[ClientState, str]] = WeakKeyDictionary()
"""The latest request for a whole page of each session, and the page that it was on then."""


def mind_late_parts() -> None:
    """Let what a part of a former page sends join the request for the page that one has gone to; once a process.

    A browser sends what was typed when a field is left, and that may come after the click on another page for which one
    left it. Streamlit (1.67) then goes back to the former page to run a fragment that is no longer there: a blank page.
    """
    if getattr(AppSession.request_rerun, "__wrapped__", None):
        return
    request = AppSession.request_rerun

    @wraps(request)
    def request_rerun(session: AppSession, client_state: ClientState | None) -> None:
        joined = client_state and join_page(session, client_state)
        if joined is not None or client_state is None:
            request(session, joined)

    AppSession.request_rerun = request_rerun  # type: ignore[method-assign, assignment]


def join_page(session: AppSession, request: ClientState) -> ClientState | None:
    """Return what to ask of a session instead of `request`: the page that one went to, where a former one's part asks.

    None where such a part brings nothing: it asks by the clock, or it is forgotten already.
    """
    if not request.fragment_id:
        _asked[session] = (_copy(request), _page_of(session))
        return request
    page = _page_wanted(session)
    if request.page_script_hash == page or page not in session._pages_manager.get_pages():
        return request
    if request.is_auto_rerun or not session.has_fragment(request.fragment_id):
        return None
    return _whole(request, session, page)


def _whole(late: ClientState, session: AppSession, page: str) -> ClientState:
    """Return the request for the page once more, with what the widgets hold now."""
    asked, _ = _asked[session]
    whole = _copy(late)
    whole.fragment_id = ""
    whole.page_script_hash = page
    whole.page_name = asked.page_name
    whole.query_string = asked.query_string if asked.page_script_hash == page else ""
    return whole


def _page_wanted(session: AppSession) -> str:
    """Return the page that was asked for, or that a script has gone to since."""
    if session not in _asked:
        return ""
    asked, then = _asked[session]
    now = _page_of(session)
    return now if now != then else asked.page_script_hash


def _page_of(session: AppSession) -> str:
    return session._client_state.page_script_hash


def _copy(state: ClientState) -> ClientState:
    copy = ClientState()
    copy.CopyFrom(state)
    return copy
