"""Reads typed values out of a TOML table and says which file, part and key does not hold what it should."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from blindspot.errors import CodebookError, Message

LANGUAGES = ("zh", "en")


@dataclass(frozen=True)
class Table:
    """One table of a codebook file; `place` says in a sentence which (file, topic, angle “key”)."""

    values: dict[str, Any]
    file: str
    place: Message

    @property
    def where(self) -> dict[str, object]:
        """What every error about this table says of where it is: {file} and {place}."""
        return {"file": self.file, "place": self.place}

    def named(self, key: str) -> Table:
        """Return the same table, called by its angle's key from now on."""
        return replace(self, place=Message("the angle “{key}”", key=key))

    def allow(self, *keys: str) -> None:
        """Raise CodebookError at the first key that is none of `keys`, which is most often a misspelling."""
        for key in self.values:
            if key not in keys:
                raise CodebookError(
                    "{file}: {place} has an unknown key “{key}”.",
                    "Known here: {known}.",
                    key=key,
                    known=", ".join(keys),
                    **self.where,
                )

    def table(self, key: str) -> Table:
        """Return the table under `key`, which must be there."""
        value = self.values.get(key)
        if not isinstance(value, dict):
            raise CodebookError(
                "{file} has no [topic] table.",
                'Start the file with [topic], name = "…" and terms = ["…"].',
                file=self.file,
            )
        return Table(value, self.file, Message("the topic"))

    def tables(self, key: str) -> Iterator[Table]:
        """Yield the tables of the array under `key`, called by their number, from 1."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise CodebookError(
                "{file}: angles must be written as [[angle]] tables.", "Use two brackets.", file=self.file
            )
        for number, item in enumerate(value, start=1):
            yield Table(item, self.file, Message("angle number {number}", number=number))

    def text(self, key: str) -> str:
        """Return the text under `key` without blanks around it, "" where there is none."""
        value = self.values.get(key, "")
        if not isinstance(value, str):
            raise self._wrong(key, Message('a text in quotes, such as {key} = "…"', key=key))
        return value.strip()

    def filled(self, key: str) -> str:
        """Return the text under `key`, which must be there and not be blank."""
        if not (text := self.text(key)):
            raise CodebookError("{file}: {place} has no {key}.", 'Add {key} = "…".', key=key, **self.where)
        return text

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the list of texts under `key`, each without blanks around it; () where there is none."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self._wrong(key, Message('a list of texts, such as {key} = ["…", "…"]', key=key))
        return tuple(item.strip() for item in value)

    def by_language(self, key: str) -> dict[str, str]:
        """Return the texts under `key` by language, without the blank ones."""
        value = self.values.get(key, {})
        if not isinstance(value, dict) or not all(isinstance(item, str) for item in value.values()):
            raise self._wrong(key, Message('texts by language, such as {key} = {{ zh = "…", en = "…" }}', key=key))
        for language in value:
            if language not in LANGUAGES:
                raise CodebookError(
                    "{file}: {place} has a {key} in the unknown language “{language}”.",
                    "Languages are zh and en.",
                    key=key,
                    language=language,
                    **self.where,
                )
        return {language: value[language].strip() for language in LANGUAGES if value.get(language, "").strip()}

    def day(self, key: str) -> date | None:
        """Return the day under `key` (a TOML date, or the same in quotes), None where there is none."""
        value = self.values.get(key)
        if isinstance(value, str):
            try:
                return date.fromisoformat(value.strip())
            except ValueError:
                raise self._wrong(key, Message("a day, such as {key} = 2026-02-01", key=key)) from None
        if value is not None and (isinstance(value, datetime) or not isinstance(value, date)):
            raise self._wrong(key, Message("a day, such as {key} = 2026-02-01", key=key))
        return value

    def _wrong(self, key: str, wanted: Message) -> CodebookError:
        return CodebookError(
            "{file}: in {place}, “{key}” must be {wanted}.", "Correct it.", key=key, wanted=wanted, **self.where
        )
