"""Which addresses in a document may stand for a source: pages of the public web, never this machine or its network."""

from __future__ import annotations

import re
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

BARE = re.compile(r"https?://[^\s<>\"'“”（）()《》【】\[\]，。；、]+[^\s<>\"'“”（）()《》【】\[\]，。；、.,;:!?]")
_LOCAL_ENDINGS = {"local", "localhost", "internal", "intranet", "lan", "home", "corp"}
_LONGEST = 2_000
_BLANKS = re.compile(r"[\x00-\x20\x7f]+")


def public_url(address: str | None) -> str | None:
    """Return an address as written where it leads to the public web by http or https, else None."""
    return (address or "").strip() if split_public(address) else None


def split_public(address: str | None) -> SplitResult | None:
    """Return the parts of such an address, blanks in it escaped; None for any other."""
    written = (address or "").strip()
    try:
        parts = urlsplit(_BLANKS.sub("%20", written))
        host = (parts.hostname or "").rstrip(".")
        _ = parts.port
    except ValueError:
        return None
    is_web = parts.scheme.lower() in ("http", "https") and len(written) <= _LONGEST
    return parts if is_web and _is_public(host) else None


def _is_public(host: str) -> bool:
    try:
        return ip_address(host).is_global
    except ValueError:
        ending = host.rpartition(".")[2]
        # a host that ends in digits is an address in a spelling of its own (127.1, 0x7f.1)
        return "." in host and not ending[:1].isdigit() and ending not in _LOCAL_ENDINGS
