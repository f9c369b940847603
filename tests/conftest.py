"""What every test may ask for: stores in memory and on disk, the sample's store, the folder of real files."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextvars import ContextVar
from pathlib import Path

import pytest
from command_line import Run, run_on
from hypothesis import HealthCheck, settings
from places import SHARED, OpenStore
from sample_documents import REPORT, bring_works
from xdist.scheduler import LoadScopeScheduling

from blindspot.library.codebooks import list_topics
from blindspot.plan.sample import load_sample
from blindspot.readers import own_files
from blindspot.store import Store

settings.register_profile("default", max_examples=40, deadline=None)
settings.register_profile("campaign", max_examples=1_000, deadline=None, suppress_health_check=list(HealthCheck))
settings.load_profile("default")


class FilesAndJourneys(LoadScopeScheduling):
    """Gives the workers whole files, for what their tests share, but journeys one by one, so that none works last."""

    def _split_scope(self, nodeid: str) -> str:
        file, _, _ = nodeid.partition("::")
        return nodeid if file.startswith("tests/browser/") else file


def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> FilesAndJourneys:
    """Spread the tests over the workers."""
    return FilesAndJourneys(config, log)


@pytest.fixture(autouse=True)
def read_here(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read files in this process, as those of our own are: a worker takes half a second of which few tests learn.

    Those marked `worker`, and all of tests/readers and of the journeys, read as the app does.
    """
    if request.node.get_closest_marker("worker") is None:
        monkeypatch.setattr(own_files, "_ARE_OURS", ContextVar("_ARE_OURS", default=True))


@pytest.fixture
def memory_store() -> Iterator[Store]:
    """An empty store in memory."""
    store = Store(None)
    yield store
    store.close()


@pytest.fixture
def open_store() -> Iterator[OpenStore]:
    """Open stores on files; what a test leaves open is closed after it."""
    opened: list[Store] = []

    def open_file(path: Path) -> Store:
        opened.append(Store(path))
        return opened[-1]

    yield open_file
    for store in opened:
        store.close()


@pytest.fixture
def file_store(tmp_path: Path, open_store: OpenStore) -> Store:
    """An empty store on a temporary file."""
    return open_store(tmp_path / "blindspot.duckdb")


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the sample alone, loaded once; copy it before writing."""
    path = tmp_path_factory.mktemp("sample") / "sample.duckdb"
    store = Store(path)
    load_sample(store)
    store.close()
    return path


@pytest.fixture
def sample_store(sample_file: Path, tmp_path: Path, open_store: OpenStore) -> Store:
    """A store of one's own that begins with the sample."""
    path = tmp_path / "sample.duckdb"
    shutil.copyfile(sample_file, path)
    return open_store(path)


@pytest.fixture
def sample_topic(sample_store: Store) -> int:
    """The id of the sample's topic."""
    return list_topics(sample_store)[0].topic_id


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real files beside the checkout; tests that need it skip where it is missing."""
    if not SHARED.is_dir():
        pytest.skip(f"the folder of real files is not beside this checkout ({SHARED})")
    return SHARED


@pytest.fixture
def blindspot(tmp_path: Path) -> Run:
    """A database of one's own that holds nothing."""
    return run_on(tmp_path / "db" / "blindspot.duckdb")


@pytest.fixture
def sampled(sample_file: Path, tmp_path: Path) -> Run:
    """A database of one's own with the sample."""
    path = tmp_path / "sampled.duckdb"
    shutil.copyfile(sample_file, path)
    return run_on(path)


@pytest.fixture(scope="session")
def own_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the sample's works as a user's own, brought once by commands."""
    path = tmp_path_factory.mktemp("own") / "own.duckdb"
    bring_works(run_on(path))
    return path


@pytest.fixture(scope="session")
def reported_file(own_file: Path) -> Path:
    """The same with the research report."""
    path = own_file.with_name("reported.duckdb")
    shutil.copyfile(own_file, path)
    run_on(path)("report", "import", REPORT)
    return path


@pytest.fixture
def own(own_file: Path, tmp_path: Path) -> Run:
    """A database of one's own that begins with one's own works."""
    path = tmp_path / "own.duckdb"
    shutil.copyfile(own_file, path)
    return run_on(path)


@pytest.fixture
def reported(reported_file: Path, tmp_path: Path) -> Run:
    """A database of one's own that begins with one's own works and a report on them."""
    path = tmp_path / "reported.duckdb"
    shutil.copyfile(reported_file, path)
    return run_on(path)
