"""Settings: defaults, the environment, and the sentence for one that cannot be used."""

from __future__ import annotations

import pytest

from blindspot.errors import BlindspotError
from blindspot.settings import read_settings


@pytest.fixture(autouse=True)
def _fresh():
    read_settings.cache_clear()
    yield
    read_settings.cache_clear()


def test_environment_sets_them(monkeypatch, tmp_path):
    monkeypatch.setenv("BLINDSPOT_DB", str(tmp_path / "mine.duckdb"))
    monkeypatch.setenv("BLINDSPOT_LINE", "0.2")
    settings = read_settings()
    assert settings.db == tmp_path / "mine.duckdb"
    assert settings.line == 0.2
    assert settings.timezone == "Asia/Shanghai"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BLINDSPOT_TIMEZONE", "Mars/Olympus"),
        ("BLINDSPOT_LINE", "0"),
        ("BLINDSPOT_LINE", "many"),
        ("BLINDSPOT_WORKER_MEMORY_MB", "1"),
        ("BLINDSPOT_WORKER_SECONDS", "soon"),
    ],
)
def test_an_unusable_one_is_named(monkeypatch, name, value):
    monkeypatch.setenv(name, value)
    with pytest.raises(BlindspotError) as raised:
        read_settings()
    assert name in str(raised.value)


def test_whoever_sets_no_name_is_the_user_of_the_machine(monkeypatch):
    monkeypatch.setenv("LOGNAME", "machine-user")
    for said, name in ((" Ann\n Lee ", "Ann Lee"), ("  ", "machine-user")):
        monkeypatch.setenv("BLINDSPOT_NAME", said)
        read_settings.cache_clear()
        assert read_settings().name == name


def test_today_is_the_day_of_the_set_zone(monkeypatch):
    days = []
    for zone in ("Pacific/Kiritimati", "Etc/GMT+12"):
        monkeypatch.setenv("BLINDSPOT_TIMEZONE", zone)
        read_settings.cache_clear()
        days.append(read_settings().today)
    assert days[0] > days[1]
