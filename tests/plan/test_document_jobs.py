"""Documents that come in in the background: the stop that leaves nothing of one, and the others stay."""

from __future__ import annotations

import io
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from blindspot.errors import BlindspotError
from blindspot.explore.sources import list_sources
from blindspot.library.jobs import Job, JobDesk
from blindspot.library.uploads import Upload, Uploads
from blindspot.plan.reports.intake import Intake, bring_in_one
from blindspot.store import Store, uploads_folder

pytestmark = pytest.mark.worker

LAKES = b"# Lakes\n\nAccording to Lake Watch, 40% of the reservoirs may run dry by 2031.\n"
LONG_ENOUGH = 60


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(tmp_path / "blindspot.duckdb")
    yield store
    store.close()


@pytest.fixture
def desk(store: Store) -> JobDesk[Intake]:
    return JobDesk(Uploads(store))


def hand_in(store: Store, desk: JobDesk[Intake], *files: tuple[str, bytes]) -> Job[Intake]:
    uploads = [desk.uploads.keep(io.BytesIO(content), name) for name, content in files]

    def take(upload: Upload, intake: Intake, watch) -> None:
        bring_in_one(store, upload, intake, watch.should_stop)

    return desk.run(uploads, Intake(), take)


def large_pdf() -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    file = io.BytesIO()
    canvas = Canvas(file)
    for page in range(400):
        for line in range(50):
            canvas.drawString(60, 780 - 14 * line, f"Reservoir {page}-{line} held 4{line}% of the footage in 2026.")
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def kept_files(store: Store) -> list[Path]:
    return list(uploads_folder(store.path).iterdir())


def wait_until(holds) -> None:
    until = time.monotonic() + LONG_ENOUGH
    while not holds():
        assert time.monotonic() < until, "it did not come to that"
        time.sleep(0.01)


def test_stopping_leaves_nothing_of_the_document_and_keeps_those_before(store: Store, desk: JobDesk[Intake]) -> None:
    job = hand_in(store, desk, ("lakes.md", LAKES), ("long.pdf", large_pdf()), ("after.md", LAKES + b"More.\n"))
    wait_until(lambda: job.view().number == 2)
    assert (job.view().file, job.view().files) == ("long.pdf", 3)
    assert [source.file for source in job.view().result.sources] == ["lakes.md"]
    time.sleep(0.5)
    began = time.monotonic()
    job.stop()
    assert job.wait(LONG_ENOUGH)
    assert time.monotonic() - began < 3
    view = job.view()
    assert view.state == "stopped"
    assert "long.pdf" in str(view.problem)
    assert [source.file for source in view.result.sources] == ["lakes.md"]
    assert kept_files(store) == []
    alone = Store(None)
    bring_in_one(alone, desk.uploads.keep(io.BytesIO(LAKES), "lakes.md"), Intake(), lambda: False)
    assert {source.name for source in list_sources(store)} == {source.name for source in list_sources(alone)}


def test_one_hand_in_at_a_time_and_the_store_is_free_meanwhile(store: Store, desk: JobDesk[Intake]) -> None:
    job = hand_in(store, desk, ("long.pdf", large_pdf()))
    with pytest.raises(BlindspotError, match="still running"):
        hand_in(store, desk, ("lakes.md", LAKES))
    bring_in_one(store, desk.uploads.keep(io.BytesIO(LAKES), "other.md"), Intake(), lambda: False)
    assert job.view().state == "running"
    job.stop()
    wait_until(partial(job.wait, 0.1))
    assert not desk.is_busy


def test_a_refused_document_does_not_stop_the_others(store: Store, desk: JobDesk[Intake]) -> None:
    job = hand_in(store, desk, ("broken.pdf", b"%PDF-1.7\nnothing"), ("lakes.md", LAKES))
    assert job.wait(LONG_ENOUGH)
    view = job.view()
    assert view.state == "done"
    assert [refused.file for refused in view.result.refused] == ["broken.pdf"]
    assert [source.title for source in view.result.sources] == ["Lakes"]
    assert kept_files(store) == []
