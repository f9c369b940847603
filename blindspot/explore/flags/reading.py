"""What the checks look at: the claims, mentions and passages in view, read once for all of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from blindspot.errors import Message
from blindspot.explore.sources import Claim, Source, list_claims, list_sources
from blindspot.settings import read_settings
from blindspot.store import Store


@dataclass(frozen=True)
class Flag:
    """Something to look at: what is the matter, in one sentence, and the claim, source or conflict that it is about.

    `words` is the passage as it stands; `suggests` is whose finding the source seems to pass on.
    """

    code: str
    message: Message
    claim_id: int | None = None
    source_id: int | None = None
    conflict_id: int | None = None
    words: str = ""
    suggests: str | None = None


@dataclass(frozen=True)
class Mention:
    """A source as a document cites or rates it: `place` is use, rating or counterpoint."""

    document_id: int
    source_id: int
    claim_id: int | None
    place: str
    label: str
    url: str | None
    grade: str
    note: str


@dataclass(frozen=True)
class NumberedPassage:
    """A passage in which numbers stand, and the one before it."""

    passage_id: int
    source_id: int
    text: str
    before: str


@dataclass(frozen=True)
class Reading:
    """Everything in view; rejected claims are not."""

    claims: tuple[Claim, ...]
    sources: dict[int, Source]
    mentions: tuple[Mention, ...]
    passages: tuple[NumberedPassage, ...]
    bodies: dict[int, str]
    today: date

    def name_of(self, source_id: int, label: str) -> str:
        """Return a source's name, or how it is labelled in a place where it is not in view."""
        return self.sources[source_id].name if source_id in self.sources else label


def read_sources(
    store: Store,
    source_id: int | None = None,
    topic_id: int | None = None,
    today: date | None = None,
    *,
    is_sample: bool | None = None,
) -> Reading:
    """Return what one document, or a topic's documents, or all documents say."""
    sources = list_sources(store, topic_id=topic_id, is_sample=is_sample)
    claims = list_claims(store, topic_id=topic_id, source_id=source_id, is_sample=is_sample)
    documents = [source.source_id for source in sources if source.has_text] if source_id is None else [source_id]
    return Reading(
        tuple(claim for claim in claims if claim.status != "rejected"),
        {source.source_id: source for source in sources},
        tuple(Mention(**row) for row in store.rows("explore/source_mentions", document_ids=documents)),
        tuple(NumberedPassage(**row) for row in store.rows("explore/passages_with_numbers", document_ids=documents)),
        {row["source_id"]: row["body"] for row in store.rows("explore/document_bodies", document_ids=documents)},
        today or read_settings().today,
    )
