"""The words for what has been read: grades, kinds of source, kinds of claim."""

from __future__ import annotations

from blindspot.ui.texts import Translator


def grade_name(grade: str, t: Translator) -> str:
    """Return how far something can be relied on."""
    return {"high": t("high"), "medium": t("medium"), "low": t("low"), "unrated": t("unrated")}[grade]


def source_kind_name(kind: str, t: Translator) -> str:
    """Return what kind of source it is."""
    return {
        "official": t("official body"),
        "regulator": t("regulator"),
        "research": t("research"),
        "media": t("media"),
        "vendor": t("vendor"),
        "community": t("community"),
        "social": t("social media"),
        "dataset": t("dataset"),
        "own_report": t("own report"),
        "named_only": t("named only"),
        "unknown": t("unknown kind"),
    }[kind]


def claim_kind_name(kind: str, t: Translator) -> str:
    """Return what kind of statement a claim is."""
    return {
        "statement": t("statement"),
        "measurement": t("measurement"),
        "estimate": t("estimate"),
        "forecast": t("forecast"),
        "official_act": t("official act"),
        "opinion": t("opinion"),
        "definition": t("definition"),
        "legal": t("legal"),
    }[kind]
