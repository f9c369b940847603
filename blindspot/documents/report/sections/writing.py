"""The words with which a section is written: its own where it has them, else those of its language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from blindspot.documents.report.layout import counted, fill, write_item
from blindspot.documents.report.model import Point, Risk
from blindspot.documents.report.words import Language, grade_words, layout, read_grade
from blindspot.domain import Grade


class Wording:
    """What labels and patterns a section is written with."""

    def __init__(self, labels: Iterable[tuple[str, str]], language: Language) -> None:
        self._own = dict(labels)
        self._language = language

    def __getitem__(self, what: str) -> str:
        """Return a label or pattern by what it is for."""
        return self._own[what] if what in self._own else layout(self._language)[what]

    def in_order(self, parts: Mapping[str, str], usual: Sequence[str]) -> list[str]:
        """Return an item's parts in the order that the section has them in."""
        order = self._own["order"].split() if "order" in self._own else usual
        return [parts[what] for what in order]

    def aside(self, what: str, text: str) -> str:
        """Return a text in the brackets of its kind, or nothing where it is empty."""
        return fill(self[what], **{what: text}) if text else ""

    def grade(self, grade: Grade, words: str) -> str:
        """Return the words of a grade as long as they say it, else the word for it."""
        return words if read_grade(words) == grade else grade_words(grade, self._language)

    def item(self, what: str, n: int, **values: object) -> str:
        """Return the nth list item or heading of its kind."""
        return write_item(self[what], **counted(n), **values)

    def points(self, what: str, points: Iterable[Point | Risk]) -> str:
        """Return points as a list."""
        return listed([self.item(what, n, title=each.title, body=each.body) for n, each in enumerate(points, 1)])


def listed(items: list[str]) -> str:
    """Return list items as one list, apart from each other where one of them has further lines."""
    return ("\n\n" if any("\n" in item for item in items) else "\n").join(items)


def below(label: str, text: str) -> str:
    """Return a label with a text below it, or nothing where there is no text."""
    return f"{label.rstrip()}\n\n{text}" if text else ""


def beside(label: str, text: str) -> str:
    """Return a label with the text that follows it as written, or nothing where there is no text."""
    return (label + text).rstrip() if text and text[0] != "\n" else label.rstrip() + text
