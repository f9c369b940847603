"""What a report met when it came again: a person's words that stay as they are."""

from __future__ import annotations

from blindspot.plan.reports.merging import Kept
from blindspot.ui.editing.field_names import field_name
from blindspot.ui.marking import escape_markdown
from blindspot.ui.texts import Translator


def kept_words(kept: Kept, t: Translator) -> str:
    """Return the sentence about one proposal, series or episode."""
    title = escape_markdown(kept.title)
    if not kept.fields:
        return t("“{title}” is no longer in the report; it stays, since somebody has worked on it.", title=title)
    fields = t.all_of([field_name(kept.item, field, t) for field in kept.fields])
    return t(
        "“{title}” keeps what was written by hand in: {fields}. The report says something else there now.",
        title=title,
        fields=fields,
    )
