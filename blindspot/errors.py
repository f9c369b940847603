"""What can go wrong, said in one or two sentences that every screen and command can show in the reader's language."""

from __future__ import annotations


class Message:
    """A translatable sentence: an English template with `{names}` and the values that fill it."""

    def __init__(self, template: str, **values: object) -> None:
        self.template = template
        self.values = values

    def __str__(self) -> str:
        return self.template.format(**self.values)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Message) and (self.template, self.values) == (other.template, other.values)

    def __hash__(self) -> int:
        return hash(str(self))

    def __repr__(self) -> str:
        return f"Message({str(self)!r})"


class BlindspotError(Exception):
    """Something refused: what happened (with the row or file) and, as the hint, what to do next.

    Both are English templates, which are also the keys of the translation catalogue; `values` fill both.
    """

    def __init__(self, message: str, hint: str = "", **values: object) -> None:
        self.message = Message(message, **values)
        self.hint = Message(hint, **values)
        super().__init__(str(self.message))

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class FileRefused(BlindspotError):
    """A whole file cannot be read; nothing of it was stored."""


class StoreError(BlindspotError):
    """The database cannot be opened, read or changed as asked."""


class DatabaseInUse(StoreError):
    """Another process holds the file of the database."""


class PartsMissing(StoreError):
    """Tables, views or columns of the database are gone."""


class NotFound(BlindspotError):
    """A topic, angle, work or creator of that name does not exist."""


class CodebookError(BlindspotError):
    """A codebook that cannot be used as written."""
