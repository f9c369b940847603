"""Settings from the environment (`BLINDSPOT_…`), read once; every default works offline on one machine."""

from __future__ import annotations

import getpass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from blindspot.errors import BlindspotError

ROOT = Path(__file__).resolve().parent.parent
PREFIX = "BLINDSPOT_"


def user_of_machine() -> str:
    """Return the name under which one is signed in to this machine; some containers have none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "planner"


class Settings(BaseSettings):
    """The database, who edits the plan, the zone in which days count, the user's line, and one file's limits."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True)

    db: Path = ROOT / "data" / "blindspot.duckdb"
    name: str = Field("", max_length=80, validate_default=True)
    timezone: str = "Asia/Shanghai"
    line: float = Field(0.15, gt=0, le=0.5)
    worker_memory_mb: int = Field(2048, ge=256)
    worker_seconds: int = Field(900, ge=1)
    worker_idle_seconds: int = Field(60, ge=1)

    @field_validator("name")
    @classmethod
    def _said(cls, name: str) -> str:
        return " ".join(name.split()) or user_of_machine()

    @field_validator("timezone")
    @classmethod
    def _known(cls, timezone: str) -> str:
        if timezone not in available_timezones():
            raise ValueError("no such time zone; use a name such as Asia/Shanghai")
        return timezone

    @property
    def zone(self) -> ZoneInfo:
        """The zone in which days and weeks are counted and zoneless times are read."""
        return ZoneInfo(self.timezone)

    @property
    def today(self) -> date:
        """The day that it is in that zone."""
        return datetime.now(self.zone).date()


@cache
def read_settings() -> Settings:
    """Return the settings of this process; raises BlindspotError that names the one that cannot be used."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        raise BlindspotError(
            "The setting {name} cannot be used: {reason}.",
            "Change it or take it out of the environment.",
            name=f"{PREFIX}{first['loc'][0]}".upper(),
            reason=first["msg"].removeprefix("Value error, "),
        ) from error
