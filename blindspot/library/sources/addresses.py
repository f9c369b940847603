"""Addresses of sources: two ways to the same page are one address, and what is no page of the public web is none."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from ipaddress import ip_address
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from blindspot.settings import ROOT

HOSTS = ROOT / "data" / "hosts.toml"
LONGEST = 2_000
MOBILE = {"www", "m", "mobile", "wap", "3g", "amp", "touch"}
LOCAL = {"local", "localhost", "internal", "intranet", "lan", "home", "corp"}
BLANKS = re.compile(r"[\x00-\x20\x7f]+")


def canonical_url(url: str | None) -> str | None:
    """Return the address by which a page is known, None where it is no page of the public web.

    Scheme, mobile and www hosts, ports, tracking parameters, and fragments that name a place in the page are dropped.
    """
    try:
        parts = urlsplit(BLANKS.sub("%20", (url or "").strip()))
        host = (parts.hostname or "").rstrip(".")
        _ = parts.port
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not _is_public(host) or len(url or "") > LONGEST:
        return None
    path = quote(unquote(parts.path).rstrip("/"), safe="/:@!$&'()*+,;=~-._")
    kept = sorted(pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _is_tracking(pair[0]))
    query = f"?{urlencode(kept)}" if kept else ""
    # a single-page app names the page itself in its fragment
    route = f"#{parts.fragment}" if parts.fragment.startswith(("/", "!/")) else ""
    return f"https://{_plain_host(host)}{path}{query}{route}"


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


def _is_public(host: str) -> bool:
    if not host:
        return False
    try:
        return ip_address(host).is_global
    except ValueError:
        ending = host.rpartition(".")[2]
        return "." in host and not ending[:1].isdigit() and ending not in LOCAL


def _plain_host(host: str) -> str:
    labels = host.split(".")
    while len(labels) > 2 and labels[0] in MOBILE:
        labels = labels[1:]
    kept = [label for place, label in enumerate(labels) if label != "m" or not 0 < place < len(labels) - 2]
    return ".".join(kept)


def _is_tracking(name: str) -> bool:
    return name.lower() in _hosts()["tracking"] or name.lower().startswith("utm_")


@cache
def _hosts() -> dict:
    """Return hosts.toml with the kinds turned round: domain → kind."""
    with HOSTS.open("rb") as file:
        data = tomllib.load(file)
    kinds = {domain: kind for kind, domains in data["kinds"].items() for domain in domains}
    return {"kinds": kinds, "institutes": data["institutes"], "tracking": frozenset(data["tracking"]["parameters"])}
