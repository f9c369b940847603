"""A part of a page that is drawn by itself has nobody above it to say what went wrong."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest


def page() -> None:
    from types import SimpleNamespace

    import streamlit as st

    from blindspot.errors import NotFound
    from blindspot.ui.editing.edits import session_edits
    from blindspot.ui.fragment import fragment
    from blindspot.ui.texts import translator

    @fragment
    def draw(desk: object, what: str) -> None:
        st.write("drawn")
        if what == "refusal":
            raise NotFound("There is no series 7", "Choose another one")
        if what == "fault":
            raise ZeroDivisionError("secret")

    draw(SimpleNamespace(t=translator("en"), edits=session_edits()), st.query_params["what"])


def drawn(what: str) -> AppTest:
    app = AppTest.from_function(page, default_timeout=60)
    app.query_params["what"] = what
    return app.run()


def test_a_refusal_in_it_becomes_its_sentences() -> None:
    app = drawn("refusal")
    assert [one.value for one in app.error] == ["There is no series 7"]
    assert "Choose another one" in app.markdown[-1].value
    assert not app.exception


def test_a_fault_in_it_is_said_without_its_words_and_logged(caplog: pytest.LogCaptureFixture) -> None:
    app = drawn("fault")
    assert [one.value for one in app.error] == ["This page met a fault of Blindspot. What you entered before is saved."]
    assert not app.exception
    assert "ZeroDivisionError" in caplog.text


def test_where_nothing_goes_wrong_nothing_is_said() -> None:
    app = drawn("nothing")
    assert [one.value for one in app.markdown] == ["drawn"]
    assert not app.error
