"""The words of one Markdown paragraph without its markup, with the links and pictures in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from markdown_it.token import Token

from blindspot.documents.document import Media, Reference
from blindspot.documents.joining import tidy
from blindspot.documents.links import BARE, public_url


def read_inline(children: Sequence[Token]) -> tuple[str, tuple[Reference, ...], list[Media]]:
    """Return the words without markup, the links in them, and the pictures; what follows a picture is its caption."""
    parts: list[str] = []
    links: list[Reference] = []
    media: list[Media] = []
    captions: list[list[str]] = []
    opened: list[tuple[int, str]] = []
    is_line_start, target = True, parts
    for child in children:
        if child.type == "image":
            url = public_url(str(child.attrs.get("src", "")).strip())
            if url:
                media.append(Media(url, tidy(child.content) or None))
                captions.append([])
                target = captions[-1] if is_line_start else target
        elif child.type == "link_open":
            opened.append((len(target), str(child.attrs.get("href", ""))))
        elif child.type == "link_close" and opened:
            start, address = opened.pop()
            label = tidy("".join(target[start:]))
            links.append(Reference(label or address, public_url(address)))
        elif child.type in ("softbreak", "hardbreak"):
            target = parts
            target.append("\n")
        else:
            target.append(child.content)
        is_line_start = child.type in ("softbreak", "hardbreak")
    text = tidy("".join(parts))
    linked = {link.url for link in links}
    links += [Reference(url, public_url(url)) for url in BARE.findall(text) if url not in linked]
    noted = [replace(one, caption=tidy("".join(words)) or None) for one, words in zip(media, captions, strict=True)]
    return text, tuple(links), noted


def is_emphasised(children: Sequence[Token]) -> bool:
    """Return whether a whole paragraph is in italics or bold, as notes under a table are."""
    spoken = [child for child in children if child.type != "text" or child.content.strip()]
    return (
        len(spoken) >= 3
        and spoken[0].type in ("em_open", "strong_open")
        and spoken[-1].type
        in (
            "em_close",
            "strong_close",
        )
    )
