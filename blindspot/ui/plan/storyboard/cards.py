"""An episode's storyboard as the contact sheet shows it: plain data in the reader's words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from blindspot.domain import Episode, Shot
from blindspot.plan.drafts import machine_written
from blindspot.plan.storyboards.checks import Finding
from blindspot.plan.storyboards.reading_speed import speeds
from blindspot.plan.storyboards.safe_areas import SafeArea, safe_area
from blindspot.plan.storyboards.shots import scope_of
from blindspot.ui.desk import Desk
from blindspot.ui.plan.drafts.badge import machine_words
from blindspot.ui.plan.safe_area_words import safe_area_label, safe_area_words
from blindspot.ui.reading_names import grade_name
from blindspot.ui.texts import Translator
from blindspot.writers.words import word

SIDES = ("left", "top", "right", "bottom")


def sheet_data(desk: Desk, episode: Episode, findings: Iterable[Finding], focus: str | None) -> dict[str, Any]:
    """Return what the contact sheet draws; `focus` is the shot to go to."""
    area = safe_area(episode.platform, episode.width, episode.height)
    hook = speeds()["hook"]["seconds"]
    of_shot: Mapping[str | None, list[Finding]] = defaultdict(list)
    for finding in findings:
        of_shot[finding.shot_id].append(finding)
    waiting = {
        conflict.item_id: conflict.by
        for one in desk.edits.waiting.get(scope_of(episode.episode_id), ())
        for conflict in one.conflicts
        if conflict.item == "shot"
    }
    by_model = machine_written(desk.store, "shot", {shot.shot_id: vars(shot) for shot in episode.shots})
    return {
        "episode": episode.uid,
        "width": episode.width,
        "height": episode.height,
        "fps": float(episode.fps),
        "hook_seconds": hook,
        "target_seconds": episode.target_seconds,
        "safe": _safe_area(desk, area) if area else None,
        "focus": focus,
        "waits": bool(waiting),
        "shots": [
            _card(desk, episode, shot, of_shot[shot.shot_id], by_model.get(shot.shot_id), waiting.get(shot.shot_id))
            for shot in episode.shots
        ],
        "labels": _labels(desk.t, hook),
    }


def _safe_area(desk: Desk, area: SafeArea) -> dict[str, Any]:
    margins = {side: getattr(area, side) for side in SIDES}
    return {**margins, "label": safe_area_label(area, desk.t), "basis": safe_area_words(desk, area)}


def camera_words(shot: Shot, language: str) -> str:
    """Return size, angle and movement of a shot in the reader's words; its size by the letters of the trade."""
    parts = [
        shot.size,
        shot.camera_angle and word("camera_angles", shot.camera_angle, language),
        shot.movement and word("movements", shot.movement, language),
    ]
    return " · ".join(part for part in parts if part)


def length_words(t: Translator, seconds: float) -> str:
    """Return a length in seconds."""
    return t("{seconds} s", seconds=t.number(seconds, 2))


def text_names(t: Translator) -> dict[str, str]:
    """Return what the texts of a card are called, there and in the dialog."""
    return {
        "picture": t("What one sees"),
        "narration": t("Narration"),
        "on_screen_text": t("Text on screen"),
        "sound": t("Sound"),
    }


def _card(
    desk: Desk,
    episode: Episode,
    shot: Shot,
    findings: Iterable[Finding],
    by_model: Iterable[str] | None,
    met: str | None,
) -> dict[str, Any]:
    t = desk.t
    notes = [{"severity": finding.severity, "text": t.message(finding.message)} for finding in findings]
    if met:
        words = t("Your text is not saved yet: {who} changed it too. Decide at the top of the page.", who=met)
        notes.insert(0, {"severity": "warning", "text": words})
    if by_model:
        notes.append({"severity": "note", "text": machine_words(desk, "shot", by_model)})
    return {
        "id": shot.shot_id,
        "name": shot.name,
        "rev": shot.rev,
        "frames": shot.frames,
        "duration": length_words(t, float(shot.frames / episode.fps)),
        "camera": camera_words(shot, desk.language),
        "picture": shot.picture,
        "narration": shot.narration,
        "on_screen_text": shot.on_screen_text,
        "sound": shot.sound,
        "transition": shot.transition,
        "picture_id": shot.image.picture_id if shot.image else None,
        "claims": [
            {
                "id": claim.claim_id,
                "title": claim.statement,
                "grade": claim.grade,
                "grade_name": grade_name(claim.grade, t),
            }
            for claim in shot.claims
        ],
        "notes": notes,
    }


def _labels(t: Translator, hook: float) -> dict[str, Any]:
    return {
        **text_names(t),
        "duration": t("Length"),
        "short": {"narration": t("Says"), "sound": t("Sound")},
        "edit": t("Edit every field"),
        "duplicate": t("Duplicate"),
        "split": t("Split in two"),
        "bin": t("Move to the bin"),
        "more": t("More for {name}", name="{name}"),
        "insert": t("Insert a shot before {name}", name="{name}"),
        "add": t("Add a shot"),
        "hook": t("hook within {n} s", n=hook),
        "target": t("target"),
        "safe": t("Safe area"),
        "saved": t("Saved"),
        "waits": t("Not saved yet: decide at the top of the page"),
        "saving": t("Saving …"),
        "late": t("Not saved yet; trying again …"),
    }
