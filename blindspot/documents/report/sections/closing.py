"""The lines of a report's head and foot, and the signals to watch."""

from __future__ import annotations

import re
from typing import Any

from blindspot.documents.report.layout import Part, aside, by_label, items, split_label, until_list
from blindspot.documents.report.model import Field, Section, SignalDraft
from blindspot.documents.report.sections.writing import Wording, below, listed
from blindspot.documents.report.words import fold, label_keys, language_of, words

_BOLD_LABEL = re.compile(r"(?:[-*+] )?\*\*[^*]+\*\*.*|(?:[-*+] )?\*\*[^*]+[：:]\*\*.*")


def read_head(part: Part) -> dict[str, Any]:
    """Return the lines of the form "**label**：value" that a part begins with, and the text after them."""
    fields, end = _fields(part)
    return {"fields": fields, "body": part.within(end, part.end).text()}


def write_head(section: Section, wording: Wording) -> list[str]:
    """Return the blocks of a report's head."""
    return [_write_fields(section), section.body]


def read_closing(part: Part) -> dict[str, Any]:
    """Return a report's foot: its lines and the signals to watch."""
    body, found = by_label(part, label_keys("closing"))
    fields, end = _fields(body)
    signals: tuple[SignalDraft, ...] = ()
    for key, label, each in found[:1]:
        part.met(key, label)
        signals = _signals(each.within(each.start + 1, each.end))
    return {"fields": fields, "body": body.within(end, body.end).text(), "signals": signals}


def write_closing(section: Section, wording: Wording) -> list[str]:
    """Return the blocks of a report's foot."""
    return [_write_fields(section), section.body, below(wording["signals"], _write_signals(section, wording))]


def read_signals(part: Part) -> dict[str, Any]:
    """Return the signals of a section of its own and the text before them."""
    lead, rest = until_list(part)
    return {"body": lead.text(), "signals": _signals(rest)}


def write_signals(section: Section, wording: Wording) -> list[str]:
    """Return the blocks of a section of signals."""
    return [section.body, _write_signals(section, wording)]


def _fields(part: Part) -> tuple[tuple[Field, ...], int]:
    fields: list[Field] = []
    for at, kind, line in part.lines():
        label = split_label(line) if kind in ("text", "item") and _BOLD_LABEL.fullmatch(line) else None
        if not label:
            return tuple(fields), at
        fields.append(Field(label_keys("fields").get(fold(label[0])), *label))
    return tuple(fields), part.end


def _write_fields(section: Section) -> str:
    return "  \n".join((field.label + field.value).rstrip() for field in section.fields)


def _signals(part: Part) -> tuple[SignalDraft, ...]:
    signals = []
    for item in items(part)[0]:
        before, meaning, pattern = aside(item.text, "meaning")
        part.met("signal", f"{item.marker}{{body}}")
        if meaning:
            part.met("meaning", pattern)
        verb = next((verb for verb in words("verbs") if before.startswith(verb)), "")
        signals.append(SignalDraft(verb, before[len(verb) :].strip(), meaning))
    return tuple(signals)


def _write_signals(section: Section, wording: Wording) -> str:
    lines = []
    for n, each in enumerate(section.signals, 1):
        is_apart = each.verb and (language_of(each.verb) == "en" or language_of(each.subject[:1]) == "en")
        body = f"{each.verb}{' ' * bool(is_apart)}{each.subject}{wording.aside('meaning', each.meaning)}"
        lines.append(wording.item("signal", n, body=body))
    return listed(lines)
