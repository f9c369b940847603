"""The words of the store in the reader's language: platforms, roles, kinds of gap, grades of evidence, angles."""

from __future__ import annotations

from collections.abc import Mapping

from blindspot.ui.texts import Translator


def platform_name(platform: str, t: Translator) -> str:
    """Return a platform as its users call it."""
    names = {
        "douyin": t("Douyin"),
        "tiktok": "TikTok",
        "bilibili": t("Bilibili"),
        "xiaohongshu": t("Xiaohongshu"),
        "kuaishou": t("Kuaishou"),
        "weibo": t("Weibo"),
        "youtube": "YouTube",
        "instagram": "Instagram",
        "shipinhao": t("WeChat Channels"),
        "zhihu": t("Zhihu"),
        "x": "X",
        "facebook": "Facebook",
    }
    return names.get(platform, platform)


def role_name(role: str, t: Translator) -> str:
    """Return what a creator is to us."""
    return {"competitor": t("competitor"), "own": t("own"), "ignored": t("ignored")}[role]


def kind_name(kind: str, t: Translator) -> str:
    """Return a kind of gap as a short label."""
    return {
        "nobody": t("nobody mentions it"),
        "few": t("few cover it"),
        "flat": t("covered, weak response"),
        "ours": t("only we lack it"),
        "covered": t("covered"),
    }[kind]


def evidence_name(evidence: str, t: Translator) -> str:
    """Return a grade of evidence."""
    return {"strong": t("strong"), "moderate": t("moderate"), "weak": t("weak")}[evidence]


def angle_name(name: Mapping[str, str], language: str, key: str) -> str:
    """Return an angle's name in the reader's language, else in the other, else its key."""
    return name.get(language) or next(iter(name.values()), key)


def field_name(field: str, t: Translator) -> str:
    """Return a searched field."""
    return {"title": t("title"), "text": t("text"), "hashtags": t("hashtags"), "transcript": t("transcript")}[field]
