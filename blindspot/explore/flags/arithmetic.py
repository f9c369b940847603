"""Arithmetic in the text that does not come out; the words stay as they are."""

from __future__ import annotations

from collections.abc import Iterator

from blindspot.documents.limits import LONGEST_BLOCK
from blindspot.documents.sentences import split_sentences
from blindspot.errors import Message
from blindspot.explore.flags.equations import find_wrong_equations
from blindspot.explore.flags.reading import Flag, Reading


def wrong_arithmetic(reading: Reading) -> Iterator[Flag]:
    """Yield each equation that does not come out, with what its left side comes to."""
    for passage in reading.passages:
        before = passage.before[-LONGEST_BLOCK:]
        for text in _parts(passage.text):
            for wrong in find_wrong_equations(text, before):
                yield Flag(
                    "arithmetic",
                    Message(
                        "The sum does not come out: {equation} comes to {right}, the text says {said}.",
                        equation=wrong.words,
                        right=wrong.right,
                        said=wrong.said,
                    ),
                    source_id=passage.source_id,
                    words=text,
                )
            before = text


def _parts(text: str) -> list[str]:
    """Return a passage, or the sentences of one so long that comparing all its numbers would take minutes."""
    if len(text) <= LONGEST_BLOCK:
        return [text]
    sentences = split_sentences(text)
    return [one[at : at + LONGEST_BLOCK] for one in sentences for at in range(0, len(one), LONGEST_BLOCK)]
