"""Addresses of sources: two ways to the same page are one address, and what is no page of the public web is none."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from blindspot.documents.links import split_public
from blindspot.shipped import DATA

HOSTS = DATA / "hosts.toml"
BRACKETS = re.compile(r"[（(]([^（(）)]*)[）)]")
HOUSE = re.compile(r"[院所局办部]$")
"""How an institute's name ends before which its parent's may stand: 工信部赛迪研究院."""
MOBILE = {"www", "m", "mobile", "wap", "3g", "amp", "touch"}


def canonical_url(url: str | None) -> str | None:
    """Return the address by which a page is known, None where it is no page of the public web.

    Scheme, mobile and www hosts, ports, tracking parameters, and fragments that name a place in the page are dropped.
    """
    parts = split_public(url)
    if parts is None:
        return None
    path = quote(unquote(parts.path).rstrip("/"), safe="/:@!$&'()*+,;=~-._")
    kept = sorted(pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _is_tracking(pair[0]))
    query = f"?{urlencode(kept)}" if kept else ""
    # a single-page app names the page itself in its fragment
    route = f"#{parts.fragment}" if parts.fragment.startswith(("/", "!/")) else ""
    return f"https://{_plain_host(parts.hostname)}{path}{query}{route}"


def host_of(url: str | None) -> str | None:
    """Return the host of an address without its mobile or www part, None where it is no page of the public web."""
    canonical = canonical_url(url)
    return urlsplit(canonical).hostname if canonical else None


def is_local(url: str | None) -> bool:
    """Return whether something stands as an address that leads to this machine or network, or nowhere."""
    return bool(url and url.strip()) and canonical_url(url) is None


def kind_of_host(url: str | None) -> str:
    """Return the kind of source that lives at an address: what hosts.toml says of its domain, else "unknown"."""
    host = host_of(url)
    if host is None:
        return "named_only"
    kinds = _hosts()["kinds"]
    labels = host.split(".")
    domains = [".".join(labels[place:]) for place in range(len(labels))]
    return next((kinds[domain] for domain in domains if domain in kinds), "unknown")


def owners_of_host(url: str | None) -> frozenset[str]:
    """Return the names, folded, of the institutes that hosts.toml says live at an address."""
    host = host_of(url) or ""
    return frozenset(
        name
        for name, domains in _hosts()["institutes"].items()
        if any(host == domain or host.endswith(f".{domain}") for domain in domains)
    )


def institutes() -> tuple[str, ...]:
    """Return the names of known institutes as hosts.toml writes them, the longest first."""
    return tuple(sorted(_hosts()["institutes"], key=len, reverse=True))


def institute_named(name: str) -> str | None:
    """Return the known institute that a party is: by its own name, behind a parent's, or by initials in brackets.

    Of several names that hosts.toml has for one institute it is the first.
    """
    parts = {part.strip().casefold() for part in (BRACKETS.sub("", name), *BRACKETS.findall(name))}
    known: dict[str, list[str]] = _hosts()["institutes"]
    for institute in institutes():
        folded = institute.casefold()
        if folded in parts or (HOUSE.search(institute) and any(part.endswith(folded) for part in parts)):
            return next(other for other, domains in known.items() if domains[0] == known[institute][0])
    return None


def _plain_host(host: str | None) -> str:
    labels = (host or "").rstrip(".").split(".")
    while len(labels) > 2 and labels[0] in MOBILE:
        labels = labels[1:]
    kept = [label for place, label in enumerate(labels) if label != "m" or not 0 < place < len(labels) - 2]
    return ".".join(kept)


def _is_tracking(name: str) -> bool:
    return name.lower() in _hosts()["tracking"] or name.lower().startswith("utm_")


@cache
def _hosts() -> dict[str, Any]:
    """Return hosts.toml with the kinds turned round: domain → kind."""
    with HOSTS.open("rb") as file:
        data = tomllib.load(file)
    kinds = {domain: kind for kind, domains in data["kinds"].items() for domain in domains}
    return {"kinds": kinds, "institutes": data["institutes"], "tracking": frozenset(data["tracking"]["parameters"])}
