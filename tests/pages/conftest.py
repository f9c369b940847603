"""An app of one's own for each page test: a temporary database, nothing cached from the test before."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
import streamlit as st
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from blindspot.plan.sample_bin import remove_sample
from blindspot.settings import read_settings
from blindspot.store import Store
from blindspot.ui.desk import open_store

OpenPage = Callable[..., AppTest]
scan_once = cache(manifest_scanner.scan_component_manifests)
"""An AppTest looks through every installed package for components, which takes longer than most pages."""


@pytest.fixture(autouse=True)
def packages_known(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look through the installed packages once for all tests."""
    monkeypatch.setattr(manifest_scanner, "scan_component_manifests", scan_once)


@pytest.fixture
def database(sample_file: Path, tmp_path: Path) -> Path:
    """The database's file as the app finds it: with the sample, which a first start would load."""
    return Path(shutil.copyfile(sample_file, tmp_path / "blindspot.duckdb"))


@pytest.fixture
def store(database: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """The store that the app works with; it begins with the sample."""
    monkeypatch.setenv("BLINDSPOT_DB", str(database))
    read_settings.cache_clear()
    st.cache_resource.clear()
    store = open_store()
    yield store
    st.cache_resource.clear()
    store.close()
    read_settings.cache_clear()


@pytest.fixture
def empty_store(store: Store) -> Store:
    """The same without the sample."""
    remove_sample(store)
    return store


@pytest.fixture
def open_page(store: Store) -> OpenPage:
    """Open a page of the app as a user of the menu would: `open_page("library/imports", topic="1")`."""

    def open_page(page: str, **address: str) -> AppTest:
        app = AppTest.from_file(str(Path(__file__).resolve().parents[2] / "app.py"), default_timeout=60)
        for name, value in address.items():
            app.query_params[name] = value
        app.switch_page(f"pages/{page}.py").run()
        assert not app.exception
        return app

    return open_page
