"""Settings from the environment (`BLINDSPOT_…`), read once; every default works offline on one machine."""

from __future__ import annotations

import getpass
import tomllib
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

from platformdirs import user_config_path, user_data_path
from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, InitSettingsSource, PydanticBaseSettingsSource, SettingsConfigDict

from blindspot.errors import BlindspotError
from blindspot.shipped import DATA, IS_INSTALLED, ROOT

PREFIX = "BLINDSPOT_"
KEEPING = user_data_path("blindspot", appauthor=False) if IS_INSTALLED else DATA
"""The folder of a user's own files; a checkout keeps them in its git-ignored part of data/."""
SECRETS = (user_config_path("blindspot", appauthor=False) if IS_INSTALLED else ROOT / ".streamlit") / "secrets.toml"
"""Its table [model] may hold url, name, key, price_in, price_out and currency; the environment comes first."""


def user_of_machine() -> str:
    """Return the name under which one is signed in to this machine; some containers have none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "planner"


class Settings(BaseSettings):
    """The database, who edits the plan, the zone in which days count, the user's line, one file's limits, the model.

    Without `model_url` there is no language model and nothing is ever sent; prices are for a million tokens.
    """

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, hide_input_in_errors=True)

    db: Path = KEEPING / "blindspot.duckdb"
    name: str = Field("", max_length=80, validate_default=True)
    timezone: str = "Asia/Shanghai"
    line: float = Field(0.15, gt=0, le=0.5)
    worker_memory_mb: int = Field(2048, ge=256)
    worker_seconds: int = Field(900, ge=1)
    worker_idle_seconds: int = Field(60, ge=1)
    model_url: str = ""
    model: str = Field("", max_length=200, validate_default=True)
    model_key: SecretStr = SecretStr("")
    model_price_in: float | None = Field(None, ge=0, allow_inf_nan=False)
    model_price_out: float | None = Field(None, ge=0, allow_inf_nan=False)
    model_currency: str = Field("CNY", max_length=8)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Read the environment first, then the table [model] of the secrets."""
        return init_settings, env_settings, InitSettingsSource(settings_cls, _secrets_of_model())

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

    @field_validator("model_url")
    @classmethod
    def _reachable(cls, url: str) -> str:
        parts = urlsplit(url.strip())
        if url and (parts.scheme not in ("http", "https") or not parts.hostname):
            raise ValueError("an address begins with http:// or https://, such as http://127.0.0.1:11434/v1")
        if parts.username or parts.password or parts.query or parts.fragment:
            raise ValueError(f"a key stands in {PREFIX}MODEL_KEY, not in the address")
        return url.strip().rstrip("/")

    @field_validator("model")
    @classmethod
    def _named(cls, model: str, info: ValidationInfo) -> str:
        if info.data.get("model_url") and not model.strip():
            raise ValueError("the address of a model is set, but not which model to ask for")
        return model.strip()

    @field_validator("model_key")
    @classmethod
    def _sendable(cls, key: SecretStr) -> SecretStr:
        bare = key.get_secret_value().strip()
        if not all("!" <= sign <= "~" for sign in bare):
            raise ValueError("a key has letters, digits and signs only")
        return SecretStr(bare)

    @property
    def zone(self) -> ZoneInfo:
        """The zone in which days and weeks are counted and zoneless times are read."""
        return ZoneInfo(self.timezone)

    @property
    def today(self) -> date:
        """The day that it is in that zone."""
        return datetime.now(self.zone).date()


def _secrets_of_model() -> dict[str, Any]:
    """Return what the secrets say of the model, by the names of the settings; raises BlindspotError."""
    try:
        table = tomllib.loads(SECRETS.read_text(encoding="utf-8")).get("model", {})
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        # what stands in the file is secret, so nothing of it is repeated, nor does the error carry it along
        raise BlindspotError("The secrets in {file} cannot be read.", "Correct the file.", file=SECRETS) from None
    names = {"url": "model_url", "name": "model", "key": "model_key", "price_in": "model_price_in"}
    names |= {"price_out": "model_price_out", "currency": "model_currency"}
    return {names[name]: value for name, value in table.items() if name in names} if isinstance(table, dict) else {}


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
