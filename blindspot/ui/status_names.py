"""The words for how far a plan has come, and for the kinds of risk."""

from __future__ import annotations

from blindspot.ui.texts import Translator


def proposal_status_name(status: str, t: Translator) -> str:
    """Return how far a proposal has come."""
    return {
        "idea": t("idea"),
        "shortlisted": t("shortlisted"),
        "approved": t("approved"),
        "in_production": t("in production"),
        "published": t("published"),
        "dropped": t("dropped"),
    }[status]


def episode_status_name(status: str, t: Translator) -> str:
    """Return how far an episode has come."""
    return {
        "planned": t("planned"),
        "scripting": t("scripting"),
        "storyboard": t("storyboard"),
        "shooting": t("shooting"),
        "editing": t("editing"),
        "scheduled": t("scheduled"),
        "published": t("published"),
        "dropped": t("dropped"),
    }[status]


def risk_kind_name(kind: str, t: Translator) -> str:
    """Return what kind of risk it is."""
    return {
        "factual_uncertainty": t("facts uncertain"),
        "opponent_underestimated": t("other side underrated"),
        "technology_shift": t("technology may move on"),
        "legal": t("legal"),
        "platform": t("platform"),
        "reputation": t("reputation"),
        "other": t("other"),
    }[kind]
