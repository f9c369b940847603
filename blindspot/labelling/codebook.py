"""The codebook file (TOML): a topic and its angles, read with every mistake named, and written to be read by people."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from dataclasses import dataclass, field
from datetime import date

import tomlkit
from tomlkit.items import Array, InlineTable

from blindspot.errors import CodebookError, Message
from blindspot.labelling.codebook_table import LANGUAGES, Table
from blindspot.labelling.folding import fold_term

KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
CHARACTERS_PER_LINE = 70
"""Of a list; Chinese characters are twice as wide as Latin ones."""


@dataclass(frozen=True)
class Topic:
    """What is researched: the terms that select its works (none: all works), and days, both included (None: open)."""

    name: str
    terms: tuple[str, ...] = ()
    date_from: date | None = None
    date_to: date | None = None


@dataclass(frozen=True)
class Angle:
    """One way to treat a topic; `name` and `definition` by language (zh, en), `exclude` the words that forbid it."""

    key: str
    group: str = ""
    name: dict[str, str] = field(default_factory=dict)
    definition: dict[str, str] = field(default_factory=dict)
    terms: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()


@dataclass(frozen=True)
class Codebook:
    """A topic and its angles, in the order in which they are shown; keys are unique."""

    topic: Topic
    angles: tuple[Angle, ...] = ()


def parse(text: str, *, file: str = "") -> Codebook:
    """Return the codebook that a TOML text holds; `file` is what the text is called in a CodebookError."""
    file = file or "codebook.toml"
    try:
        document = tomllib.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise CodebookError(
            "{file} is not valid TOML: {detail}.", "Mend that line and load it again.", file=file, detail=error
        ) from error
    root = Table(document, file, Message("the file"))
    root.allow("topic", "angle")
    topic = _topic(root.table("topic"))
    angles = tuple(_angle(table) for table in root.tables("angle"))
    for key, times in Counter(angle.key for angle in angles).items():
        if times > 1:
            raise CodebookError(
                "{file} has {times} angles with the key “{key}”.",
                "Give each angle a key of its own.",
                file=file,
                times=times,
                key=key,
            )
    return Codebook(topic, angles)


def dump(codebook: Codebook) -> str:
    """Return a codebook as TOML; `parse(dump(codebook)) == codebook` for every codebook that `parse` returned."""
    topic = tomlkit.table()
    topic["name"] = codebook.topic.name
    topic["terms"] = _array(codebook.topic.terms)
    if codebook.topic.date_from:
        topic["from"] = codebook.topic.date_from
    if codebook.topic.date_to:
        topic["to"] = codebook.topic.date_to
    document = tomlkit.document()
    document["topic"] = topic
    angles = tomlkit.aot()
    for angle in codebook.angles:
        table = tomlkit.table()
        table["key"] = angle.key
        table["group"] = angle.group
        table["name"] = _by_language(angle.name)
        table["definition"] = _by_language(angle.definition)
        table["terms"] = _array(angle.terms)
        table["exclude"] = _array(angle.exclude)
        table["examples"] = _array(angle.examples)
        angles.append(table)
    if codebook.angles:
        document["angle"] = angles
    return tomlkit.dumps(document)


def _topic(table: Table) -> Topic:
    table.allow("name", "terms", "from", "to")
    topic = Topic(table.filled("name"), table.texts("terms"), table.day("from"), table.day("to"))
    _check_terms(table, "terms", topic.terms)
    if topic.date_from and topic.date_to and topic.date_from > topic.date_to:
        raise CodebookError(
            "{file}: the topic starts on {start} and ends before, on {end}.",
            "Swap “from” and “to”, or leave one out.",
            start=topic.date_from,
            end=topic.date_to,
            **table.where,
        )
    return topic


def _angle(table: Table) -> Angle:
    key = table.filled("key")
    if not KEY.fullmatch(key):
        raise CodebookError(
            "{file}: the angle key “{key}” has characters that a key cannot have.",
            "Use letters a-z, digits, “_” and “-”, such as data_sustainability; the name may be anything.",
            key=key,
            **table.where,
        )
    table = table.named(key)
    table.allow("key", "group", "name", "definition", "terms", "exclude", "examples")
    angle = Angle(
        key=key,
        group=table.text("group"),
        name=table.by_language("name"),
        definition=table.by_language("definition"),
        terms=table.texts("terms"),
        exclude=table.texts("exclude"),
        examples=table.texts("examples"),
    )
    if not angle.name:
        raise CodebookError(
            "{file}: {place} has no name.", 'Add name = {{ zh = "…", en = "…" }}, or one of the two.', **table.where
        )
    folded = _check_terms(table, "terms", angle.terms)
    both = [word for word in angle.exclude if fold_term(word) in folded]
    _check_terms(table, "exclude", angle.exclude)
    if both:
        raise CodebookError(
            "{file}: {place} has “{term}” both as a term and as an exclusion.",
            "Take it out of one of the two.",
            term=both[0],
            **table.where,
        )
    return angle


def _check_terms(table: Table, key: str, terms: tuple[str, ...]) -> set[str]:
    for term in terms:
        if not fold_term(term):
            raise CodebookError(
                "{file}: in {place}, “{key}” holds an entry with nothing in it that could match.",
                "Take the empty entry out.",
                key=key,
                **table.where,
            )
    return {fold_term(term) for term in terms}


def _array(texts: tuple[str, ...]) -> Array:
    array = tomlkit.array()
    lines: list[list[str]] = [[]]
    for text in texts:
        if len(", ".join([*lines[-1], text])) > CHARACTERS_PER_LINE:
            lines.append([])
        lines[-1].append(text)
    if len(lines) == 1:
        array.extend(texts)
        return array
    for line in filter(None, lines):
        array.add_line(*line)
    array.add_line(indent="")
    return array


def _by_language(texts: dict[str, str]) -> InlineTable:
    table = tomlkit.inline_table()
    table.update({language: texts[language] for language in (*LANGUAGES, *texts) if language in texts})
    return table
