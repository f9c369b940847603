"""Settings from the environment (`BLINDSPOT_…`), read once; every default works offline on one machine."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).resolve().parent.parent


class Settings(BaseSettings):
    """`BLINDSPOT_DB`, `BLINDSPOT_TIMEZONE`, `BLINDSPOT_LINE` and the limits of one imported file."""

    model_config = SettingsConfigDict(env_prefix="BLINDSPOT_", frozen=True)

    db: Path = ROOT / "data" / "blindspot.duckdb"
    timezone: str = "Asia/Shanghai"
    line: float = 0.15
    worker_memory_mb: int = 2048
    worker_seconds: int = 900
    worker_idle_seconds: int = 60

    @property
    def zone(self) -> ZoneInfo:
        """The zone in which days and weeks are counted and zoneless times are read."""
        return ZoneInfo(self.timezone)


@cache
def read_settings() -> Settings:
    """Return the settings of this process."""
    return Settings()
