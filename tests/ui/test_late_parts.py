"""What a fragment of a former page sends joins the page that one went to; whatever else is asked stays as it is."""

from __future__ import annotations

import pytest
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.runtime.app_session import AppSession

from blindspot.ui.late_parts import join_page, mind_late_parts

PAGES = ("proposal", "signals", "series")


class Session:
    """As much of Streamlit's session as knows where it is."""

    def __init__(self) -> None:
        self._client_state = ClientState(page_script_hash="proposal")
        self._pages_manager = self
        self.fragments = {"sheet"}

    def get_pages(self) -> dict[str, dict]:
        return {page: {} for page in PAGES}

    def has_fragment(self, fragment_id: str) -> bool:
        return fragment_id in self.fragments


@pytest.fixture
def session() -> Session:
    session = Session()
    join_page(session, ClientState(page_script_hash="signals", query_string="topic=1"))
    return session


def late(**more: object) -> ClientState:
    request = ClientState(page_script_hash="proposal", query_string="proposal=1", fragment_id="sheet", **more)
    request.widget_states.widgets.add(id="thesis", string_value="typed")
    return request


def test_what_comes_late_is_taken_to_the_page_that_was_asked_for(session: Session) -> None:
    joined = join_page(session, late())
    assert (joined.page_script_hash, joined.fragment_id, joined.query_string) == ("signals", "", "topic=1")
    assert [widget.string_value for widget in joined.widget_states.widgets] == ["typed"]


def test_it_is_taken_to_the_page_that_a_script_went_to_since(session: Session) -> None:
    session._client_state = ClientState(page_script_hash="series")
    joined = join_page(session, late())
    assert (joined.page_script_hash, joined.fragment_id, joined.query_string) == ("series", "", "")


def test_a_part_of_the_page_in_view_stays_a_part(session: Session) -> None:
    session._client_state = ClientState(page_script_hash="signals")
    request = ClientState(page_script_hash="signals", fragment_id="list")
    assert join_page(session, request) is request


def test_before_a_page_was_asked_for_by_name_nothing_is_late() -> None:
    session = Session()
    session._client_state = ClientState(page_script_hash="the main script's")
    join_page(session, ClientState(page_name="proposal"))
    request = late()
    assert join_page(session, request) is request


def test_what_asks_by_the_clock_or_is_forgotten_brings_nothing(session: Session) -> None:
    assert join_page(session, late(is_auto_rerun=True)) is None
    session.fragments.clear()
    assert join_page(session, late()) is None


def test_streamlit_is_told_once() -> None:
    mind_late_parts()
    told = AppSession.request_rerun
    mind_late_parts()
    assert AppSession.request_rerun is told
