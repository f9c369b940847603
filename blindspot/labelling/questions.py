"""Which comments ask something, by the forms of data/question_forms.toml; better one missed than one invented."""

from __future__ import annotations

import re
import tomllib
from functools import cache

import polars as pl

from blindspot.labelling.characters import character_table
from blindspot.shipped import DATA

FORMS = DATA / "question_forms.toml"
NOISE = (
    r"回复\s*@[^:：]{1,40}[:：]",
    r"@[^\s,，。!！?？:：]+",
    r"https?://\S+",
    r"\[[^\[\]\s]{1,12}\]",
    r"[\p{So}\p{Sk}\x{fe0f}\x{200d}\x{1f3fb}-\x{1f3ff}]",
)
"""Whom a comment answers or calls, links, and emoji, which platforms also write as words in brackets."""
ENOUGH = r"\p{Han}.*\p{Han}.*\p{Han}|[A-Za-z']+[^A-Za-z']+[A-Za-z']+"
"""Three Chinese characters or two words: "???" and "what?" say nothing that a planner could answer."""
LONGEST = 300
"""Characters of a comment that are looked at: what is longer is a story, and asks early or not at all."""


def are_questions(comments: pl.Series) -> pl.Series:
    """Say of each comment (String) whether it asks something (Boolean, never null)."""
    plain = core_texts(comments)
    rhetorical, asking, when_marked = (_any_of(kind) for kind in ("rhetorical", "asking", "asking_when_marked"))
    rest = plain.str.replace_all(rhetorical, " ")
    has_mark = rest.str.contains(r"\?\s*[)\"'~。.!]*$|\?\s")
    asks = rest.str.contains(asking) | (has_mark & rest.str.contains(when_marked))
    return (asks & rest.str.contains(ENOUGH)).fill_null(False)


def core_texts(comments: pl.Series) -> pl.Series:
    """Return what each comment says: one width, lower case, simplified, without mentions, links and emoji."""
    table = character_table()
    plain = comments.fill_null("").str.slice(0, LONGEST).str.replace_many(list(table), list(table.values()))
    return plain.str.replace_all("|".join(NOISE), " ").str.replace_all(r"\s+", " ").str.strip_chars()


def without_asking(text: str) -> str:
    """Return a question's subject: its core text without the words that only ask, so that two askings compare."""
    return re.sub(_any_of("asking_words"), " ", text)


@cache
def _any_of(kind: str) -> str:
    return "|".join(f"(?:{form})" for form in tomllib.loads(FORMS.read_text(encoding="utf-8"))[kind])
