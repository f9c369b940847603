"""The platforms that rows can be of (platforms.toml): what they are called, their hosts, links and ids."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

PLATFORMS = Path(__file__).with_name("platforms.toml")
KEY = re.compile(r"\w[\w.-]{0,39}")


@dataclass(frozen=True)
class Platform:
    """One platform; the patterns are those of polars' regular expressions, `longest` is in seconds."""

    key: str
    names: tuple[str, ...]
    domains: tuple[str, ...]
    links: tuple[str, ...] = ()
    ids: str | None = None
    creators: tuple[str, ...] = ()
    time_in_id: str | None = None
    longest: int | None = None


@cache
def platforms() -> tuple[Platform, ...]:
    """Return all platforms in the file's order."""
    tables: dict[str, dict[str, Any]] = tomllib.loads(PLATFORMS.read_text(encoding="utf-8"))
    return tuple(
        Platform(key, **table | {name: tuple(value) for name, value in table.items() if isinstance(value, list)})
        for key, table in tables.items()
    )


@cache
def platform_keys() -> tuple[str, ...]:
    """Return our names of the platforms."""
    return tuple(platform.key for platform in platforms())


@cache
def platform_names() -> dict[str, str]:
    """Return what a platform column may say (lower case) -> our name of the platform."""
    return {name: platform.key for platform in platforms() for name in platform.names}


@cache
def platform_domains() -> dict[str, str]:
    """Return domain -> platform."""
    return {domain: platform.key for platform in platforms() for domain in platform.domains}


def is_platform_key(text: str) -> bool:
    """Say whether a text may name a platform, known or not: a short word in lower case."""
    return text == text.lower() and KEY.fullmatch(text) is not None
