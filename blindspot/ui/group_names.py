"""The groups of the starter codebooks in the reader's language; a user's own group is shown as it was written."""

from __future__ import annotations

from blindspot.ui.texts import Translator


def group_name(group: str, t: Translator) -> str:
    """Return what a group of angles is called."""
    known = {
        "": t("no group"),
        "making": t("making"),
        "business": t("business"),
        "technology": t("technology"),
        "industry": t("industry"),
        "telling": t("telling"),
        "showing": t("showing"),
        "teaching": t("teaching"),
        "warning": t("warning"),
    }
    return known.get(group, group)
