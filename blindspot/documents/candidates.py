"""Sentences that may be claims: those with a speaker, a figure, a hedge or a law, and a document's key takeaways."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from blindspot.documents.attribution import find_party, is_anonymous
from blindspot.documents.content import Block
from blindspot.documents.document import Candidate, Figure, Reference
from blindspot.documents.figures import find_figures
from blindspot.documents.horizon import find_horizon
from blindspot.documents.links import BARE
from blindspot.documents.numbered_references import is_reference_heading
from blindspot.documents.sentences import split_sentences
from blindspot.documents.words import pattern

KINDS = ("legal", "opinion", "estimate", "forecast", "measurement", "official_act", "definition")
_SPOKEN = {"paragraph", "item", "quote"}
_WORK_TITLE = re.compile(r"《[^》]+》")
_NOTE_NUMBER = re.compile(r"\[(\d{1,3})\]")
_SHORTEST, _LONGEST = 6, 1_000
_LONGEST_BODY = 20_000


def find_candidates(blocks: Sequence[Block], references: Sequence[Reference]) -> tuple[Candidate, ...]:
    """Return the candidates in the order of the document, each statement once."""
    found: dict[str, Candidate] = {}
    is_takeaway = False
    for block in _with_their_lists(list(_without_reference_list(blocks))):
        if block.kind == "heading":
            is_takeaway = bool(pattern("headings", "takeaways").search(block.text))
        elif block.kind in _SPOKEN:
            for sentence, links in _linked_sentences(block):
                candidate = _candidate(sentence, links, references, is_takeaway and block.kind == "item")
                if candidate:
                    found.setdefault(sentence, candidate)
    return tuple(found.values())


def _candidate(
    sentence: str, links: tuple[Reference, ...], references: Sequence[Reference], is_takeaway: bool
) -> Candidate | None:
    if not _SHORTEST <= len(sentence) <= _LONGEST:
        return None
    said_by, said = find_party(sentence), say_what(sentence)
    is_legal = pattern("kinds", "legal").search(sentence)
    if not (said_by or said.figures or said.hedges or is_legal or is_takeaway):
        return None
    cites = (*links, *_pointed(sentence, references))
    if said_by and not cites and not is_anonymous(said_by):
        cites = (Reference(said_by),)
    return replace(said, said_by=said_by, cites=tuple(dict.fromkeys(cites)))


def say_what(statement: str, body: str = "") -> Candidate:
    """Return a statement with what it says by itself: its kind, figures and hedges, and a forecast's day.

    `body` may explain it, in Markdown: its figures and hedges come after the statement's own.
    """
    text = f"{statement}\n{BARE.sub(' ', body[:_LONGEST_BODY])}".strip()
    kind = _kind(statement, find_figures(statement), find_hedges(statement))
    as_of = (find_horizon(statement) or find_horizon(text)) if kind == "forecast" else None
    hedges = tuple(dict.fromkeys(find_hedges(text)))
    return Candidate(statement, kind, figures=find_figures(text), hedges=hedges, as_of=as_of)


def find_hedges(sentence: str) -> tuple[str, ...]:
    """Return the words that make a sentence less than certain, as written, in order."""
    spans = [match for language in ("zh", "en") for match in pattern("hedges", language).finditer(sentence)]
    return tuple(match[0] for match in sorted(spans, key=re.Match.start))


def _kind(sentence: str, figures: tuple[Figure, ...], hedges: tuple[str, ...]) -> str:
    for kind in KINDS:
        if kind == "measurement":
            is_it = bool(figures)
        else:
            is_it = bool(pattern("kinds", kind).search(sentence)) and (kind != "estimate" or bool(figures))
        if is_it:
            return kind
    return "opinion" if hedges else "statement"


def _pointed(sentence: str, references: Sequence[Reference]) -> list[Reference]:
    """Return the listed sources that a sentence points to by number or by title."""
    numbers = {int(number) for number in _NOTE_NUMBER.findall(sentence)}
    titles = _WORK_TITLE.findall(sentence)
    return [
        reference
        for number, reference in enumerate(references, 1)
        if number in numbers or any(title in reference.label for title in titles)
    ]


def _linked_sentences(block: Block) -> Iterator[tuple[str, tuple[Reference, ...]]]:
    """Yield each sentence with the links in it; links are looked for one after another, as labels repeat."""
    links = list(block.links)
    for sentence in split_sentences(block.text):
        held, place = [], 0
        while links and (at := sentence.find(links[0].label, place)) >= 0:
            place = at + len(links[0].label)
            held.append(links.pop(0))
        yield sentence, tuple(held)


def _with_their_lists(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks; a paragraph that ends in a colon says little without the items under it, so it takes them."""
    for place, block in enumerate(blocks):
        if block.kind == "paragraph" and block.text.endswith((":", "：")):
            items = takewhile(lambda after: after.kind == "item", blocks[place + 1 :])
            mark = "；" if block.text.endswith("：") else "; "
            listed = mark.join(item.text.rstrip("。.;；") for item in items)
            yield replace(block, text=block.text + ("" if mark == "；" else " ") + listed)
        else:
            yield block


def _without_reference_list(blocks: Sequence[Block]) -> Iterator[Block]:
    depth = 0
    for block in blocks:
        if block.kind == "heading":
            is_list = is_reference_heading(block.text)
            depth = block.level if is_list else 0 if block.level <= depth else depth
        if not depth:
            yield block
