"""Documents handed in on a page: how far they are, the stop, what became of each, also on the next visit."""

from __future__ import annotations

import io
import threading

import pytest
from reading import button, labels, words
from streamlit.testing.v1 import AppTest

from blindspot.library.jobs import Job
from blindspot.library.staging import Watch
from blindspot.library.uploads import Upload
from blindspot.plan.reports.intake import Intake
from blindspot.store import Store
from blindspot.ui.library.import_desk import open_document_desk, open_import_desk

pytestmark = pytest.mark.worker

LAKES = b"# Lakes\n\nAccording to Lake Watch, 40% of the reservoirs may run dry by 2031.\n"
PAGES = ["library/sources", "library/reports", "library/imports"]


def hand_in(app: AppTest, *files: tuple[str, bytes]) -> AppTest:
    app.file_uploader[0].set_value([(name, content, "") for name, content in files]).run()
    job = open_document_desk().job
    assert job is not None and job.wait(60)
    return app.run()


def endless(name: str) -> Job[Intake]:
    """Start to read a document that ends only when it is told to."""

    def take(upload: Upload, intake: Intake, watch: Watch) -> None:
        while not watch.should_stop():
            threading.Event().wait(0.01)

    desk = open_document_desk()
    kept = [desk.uploads.keep(io.BytesIO(b"x"), name), desk.uploads.keep(io.BytesIO(b"y"), "z.md")]
    return desk.run(kept, Intake(), take)


@pytest.mark.parametrize("page", PAGES)
def test_what_became_of_each_document_stands_there_after_a_reload(empty_store: Store, open_page, page: str) -> None:
    app = hand_in(open_page(page), ("lakes.md", LAKES), ("broken.pdf", b"%PDF-1.7\nnothing"))
    assert not app.exception
    for view in (app, open_page(page)):
        assert "Article “Lakes”: 1 candidate claim" in words(view)
        assert any("broken" in error.value for error in view.error)
    button(app, "Put this away").click().run()
    assert "Article “Lakes”" not in words(app)


@pytest.mark.parametrize("page", PAGES)
def test_a_document_that_is_read_is_named_and_can_be_stopped(empty_store: Store, open_page, page: str) -> None:
    job = endless("a*long*one.md")
    app = open_page(page)
    assert r"Reading a\*long\*one\.md… (1 of 2)" in app.get("progress")[0].proto.text
    assert not [one for one in app.file_uploader if not one.disabled]
    button(app, "Stop").click().run()
    assert job.wait(60)
    app.run()
    assert r"The import of z\.md was stopped" in app.warning[0].value
    assert "Stop" not in labels(app)
    assert not open_import_desk().is_busy
