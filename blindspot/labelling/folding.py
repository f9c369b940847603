"""Folds texts and terms so that a plain substring search finds what product.md calls a match.

Folded text has Latin words and numbers between \\x02 and \\x03, and no blanks beside them: "AI 视频" and "ai视频" are
both "\\x02ai\\x03视频", while "main" is "\\x02main\\x03" and does not hold "\\x02ai\\x03". A number that ends a word is
a word of its own, so that "Seedance" is in "Seedance2.0"; otherwise letters and digits stay together ("3D", "4K").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from unicodedata import normalize

import polars as pl

from blindspot.labelling.characters import (
    LETTERS,
    MARKS,
    NUMBERED,
    WORD_END,
    WORD_START,
    character_table,
    continuing_class,
)
from blindspot.labelling.spellings import spellings
from blindspot.labelling.word_borders import next_said

FIELDS = ("title", "text", "hashtags", "transcript")
FIELD_BREAK = "\x1f"
FEW_BYTES = 200_000
WORD = f" *([{LETTERS}0-9][{LETTERS}0-9{MARKS}]*) *"


def fold_frame(works: pl.DataFrame) -> pl.Series:
    """Return the search text (String, never null) of each work, in order.

    `works` has title, text, transcript (String) and hashtags (List[String]); missing parts are null. The search text is
    the four folded fields in the order of FIELDS, with FIELD_BREAK between them; hashtags read "#one #two".
    """
    tags = pl.col("hashtags").cast(pl.List(pl.String)).list.join(" #").fill_null("")
    fields = works.select(
        pl.when(tags != "").then("#" + tags).otherwise(pl.lit("")).alias(name)
        if name == "hashtags"
        else pl.col(name).cast(pl.String).fill_null("")
        for name in FIELDS
    )
    # All fields in one column: polars builds its automaton of the whole table anew for each column it is used on.
    texts = _compose(pl.concat([fields[name].alias("text") for name in FIELDS]))
    table = _table_of(texts)
    folded = texts.to_frame().select(
        pl.col("text")
        .str.replace_many(list(table), list(table.values()))
        .str.replace_all(WORD, f"{WORD_START}${{1}}{WORD_END}")
        .str.replace_all(
            f"{WORD_START}{NUMBERED}{WORD_END}", f"{WORD_START}${{1}}{WORD_END}{WORD_START}${{2}}{WORD_END}"
        )
    )["text"]
    columns = (folded.slice(place * works.height, works.height).alias(name) for place, name in enumerate(FIELDS))
    return pl.DataFrame(columns).select(search_text=pl.concat_str(FIELDS, separator=FIELD_BREAK))["search_text"]


@lru_cache(maxsize=20_000)
def fold_term(term: str) -> str:
    """Return a term as it stands in search texts; "" where nothing is left of it, which matches no work."""
    return fold_characters(term)[0].strip(" ")


def fold_characters(text: str) -> tuple[str, list[int], list[int]]:
    """Return one text folded as fold_frame does, and for each folded character where its original starts and ends.

    A word mark has an empty range at its word's edge, so the range of any stretch is (min of starts, max of ends).
    """
    table = character_table()
    folded: list[str] = []
    origins: list[tuple[int, int]] = []
    for cluster in re.finditer(f"(?s:.){continuing_class()}*", text):
        composed = normalize("NFKC", cluster[0])
        part = "".join(table.get(character, character) for character in composed)
        folded += part
        origins += [cluster.span()] * len(part)
    return _mark_words("".join(folded), origins)


def _mark_words(folded: str, origins: list[tuple[int, int]]) -> tuple[str, list[int], list[int]]:
    parts: list[str] = []
    places: list[tuple[int, int]] = []
    done = 0
    for match in re.finditer(WORD, folded):
        parts.append(folded[done : match.start()])
        places += origins[done : match.start()]
        start, end = match.span(1)
        numbered = re.fullmatch(NUMBERED, match[1])
        middle = [start + len(numbered[1])] if numbered else []
        for low, high in zip([start, *middle], [*middle, end], strict=True):
            parts += [WORD_START, folded[low:high], WORD_END]
            first, last = origins[low][0], origins[high - 1][1]
            places += [(first, first), *origins[low:high], (last, last)]
        done = match.end()
    parts.append(folded[done:])
    places += origins[done:]
    return "".join(parts), [start for start, _ in places], [end for _, end in places]


def _compose(texts: pl.Series) -> pl.Series:
    # Only characters that join to the one before make NFKC more than a table; so few texts have any that Python may
    # do them.
    rows = texts.str.contains(continuing_class()).arg_true()
    return texts.scatter(rows, [normalize("NFKC", text) for text in texts.gather(rows)]) if len(rows) else texts


def _table_of(texts: pl.Series) -> dict[str, str]:
    """Return the whole table, or of it what these texts need where they are few: its automaton costs more than they."""
    table = character_table()
    if texts.str.len_bytes().sum() > FEW_BYTES:
        return table
    # polars refuses an empty table: the blank stands for itself
    return {" ": " "} | {character: table[character] for character in set("".join(texts)) if character in table}


def locate(fields: Mapping[str, object], folded_term: str, start_at: int) -> tuple[str, int, int]:
    """Return where a hit stands in the original: (field, start, end), in characters of that field's text.

    `fields` maps the names of FIELDS to a work's text (hashtags to a list; see field_text for the text that their
    positions count in); `start_at` is a byte of the search text, as match_terms returns it. Raises ValueError where
    the term does not stand there, which means that the hit was made from another text.
    """
    before = 0
    for field in FIELDS:
        folded, starts, ends = fold_characters(field_text(fields, field))
        size = len(folded.encode())
        if start_at < before + size:
            first = len(folded.encode()[: start_at - before].decode(errors="ignore"))
            spelled = next((way for way in spellings(folded_term) if folded.startswith(way, first)), None)
            if spelled is None:
                break
            stretch = slice(first, first + len(spelled))
            return field, min(starts[stretch]), max(ends[stretch])
        before += size + len(FIELD_BREAK)
    raise ValueError(f"{folded_term!r} does not stand at byte {start_at} of the search text")


def mark_spans(text: str | None, terms: Iterable[str]) -> list[tuple[int, int]]:
    """Return where any of the terms (as the user wrote them) is said in an original text: disjoint, in order."""
    folded, starts, ends = fold_characters(text or "")
    found = set()
    for spelled in (way for term in filter(None, map(fold_term, terms)) for way in spellings(term)):
        first = next_said(folded, spelled)
        while first >= 0:
            stretch = slice(first, first + len(spelled))
            found.add((min(starts[stretch]), max(ends[stretch])))
            first = next_said(folded, spelled, first + 1)
    spans: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if spans and start < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans


def field_text(fields: Mapping[str, object], field: str) -> str:
    """Return a work's field as one text; hashtags read "#one #two"."""
    value = fields.get(field)
    if field != "hashtags":
        return str(value or "")
    tags = " #".join(tag for tag in value if tag is not None) if isinstance(value, Iterable) else ""
    return f"#{tags}" if tags else ""
