"""What every form of document comes down to before its sentences are looked at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from blindspot.documents.document import Media, PassageKind, Reference, Table


@dataclass(frozen=True)
class Block:
    """A passage with the links that stand in it, in their order; `level` is that of a heading, 0 elsewhere."""

    kind: PassageKind
    text: str
    level: int = 0
    links: tuple[Reference, ...] = ()


@dataclass(frozen=True)
class Content:
    """A document's parts; `references` are those that it lists, `fields` what its head or metadata says of itself."""

    body: str
    blocks: tuple[Block, ...]
    title: str | None = None
    tables: tuple[Table, ...] = ()
    media: tuple[Media, ...] = ()
    references: tuple[Reference, ...] = ()
    fields: Mapping[str, object] = field(default_factory=dict)
    front_matter: str | None = None
