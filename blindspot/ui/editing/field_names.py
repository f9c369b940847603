"""The fields that people edit in the reader's words, and what stands in them as lines of plain text."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import orjson

from blindspot.ui.group_names import group_name
from blindspot.ui.names import evidence_name, kind_name, platform_name, role_name
from blindspot.ui.reading_names import grade_name
from blindspot.ui.status_names import episode_status_name, proposal_status_name, risk_kind_name
from blindspot.ui.texts import Translator

NOTHING = "—"


def field_name(item: str, field: str, t: Translator) -> str:
    """Return what a field of a row is called."""
    if (item, field) == ("series", "note"):
        return t("Note")
    if item == "topic" and field == "terms":
        return t("Terms that select its works, one a line")
    return {
        "angle_group": t("Group"),
        "name_zh": t("Name in Chinese"),
        "name_en": t("Name in English"),
        "definition_zh": t("Definition in Chinese"),
        "definition_en": t("Definition in English"),
        "terms": t("Terms, one a line"),
        "exclude": t("Exclusions, one a line"),
        "examples": t("Titles that are typical of the angle, one a line"),
        "date_from": t("From (included)"),
        "date_to": t("To (included)"),
        "handle": t("Name of the account"),
        "positioning": t("Positioning"),
        "audience": t("Audience"),
        "tone": t("Tone"),
        "formats": t("Formats"),
        "statement": t("Claim"),
        "said_by": t("Who says it"),
        "grade": t("The claim as a whole"),
        "grade_reason": t("Why"),
        "good_until": t("Good until"),
        "uses": t("Worth of its sources"),
        "role": t("Role"),
        "creator_group": t("Group"),
        "mapping": t("Columns"),
        "topic_id": t("Topic"),
        "angle_id": t("Angle"),
        "title": t("Title"),
        "thesis": t("Thesis"),
        "difference": t("How it differs"),
        "visual_note": t("Note on the pictures"),
        "status": t("Status"),
        "tags": t("Tags"),
        "account_id": t("Account"),
        "fit": t("Why it fits"),
        "evidence": t("Evidence"),
        "refreshed_evidence": t("Evidence, refreshed"),
        "refreshed_at": t("Refreshed on"),
        "board_place": t("Place on the board"),
        "values": t("Why it is worth it"),
        "claims": t("Claims"),
        "counterpoints": t("Counter-arguments"),
        "risks": t("Risks"),
        "visuals": t("Pictures"),
        "is_binned": t("In the bin"),
        "subject": t("What to watch"),
        "verb": t("What to do"),
        "meaning": t("What it would mean"),
        "due_on": t("Look again on"),
        "last_checked_on": t("Last looked at"),
        "outcome": t("What became of it"),
        "creators_to_fire": t("New creators that close it"),
        "note": t("Note"),
        "starts_on": t("Starts on"),
        "weekdays": t("Days of the week"),
        "slot_time": t("Time of day"),
        "series_id": t("Series"),
        "position": t("Order"),
        "perspective": t("Perspective"),
        "hook": t("Hook"),
        "owner": t("Owner"),
        "proposal_id": t("Proposal"),
        "planned_on": t("Planned for"),
        "published_on": t("Published on"),
        "width": t("Width"),
        "height": t("Height"),
        "fps_num": t("Frame rate"),
        "fps_den": t("Frame rate"),
        "target_seconds": t("Target length in seconds"),
        "platform": t("Platform"),
        "name": t("Name"),
        "frames": t("Frames"),
        "size": t("Shot size"),
        "camera_angle": t("Camera angle"),
        "movement": t("Movement"),
        "transition": t("Transition"),
        "lens": t("Lens"),
        "picture": t("Picture"),
        "narration": t("Narration"),
        "on_screen_text": t("On-screen text"),
        "sound": t("Sound"),
        "asset": t("Asset"),
        "prompt": t("Prompt"),
        "visual": t("Visual idea"),
        "claim_ids": t("Claims"),
        "picture_id": t("Uploaded picture"),
    }.get(field, field)


def field_words(item: str, field: str, value: Any, t: Translator) -> str:
    """Return the value of a field as lines of plain text; "—" where nothing stands there.

    A history may come from another database: a value in no form that is known here is shown as it is kept.
    """
    try:
        return _known_words(item, field, value, t)
    except (KeyError, TypeError, ValueError, AttributeError):
        return str(value)


def _known_words(item: str, field: str, value: Any, t: Translator) -> str:
    if isinstance(value, bool):
        return t("yes") if value else t("no")
    if value in (None, "", []):
        return NOTHING
    if isinstance(value, list):
        return "\n".join(_entry_words(field, entry, t) for entry in value)
    if field == "status":
        return _status_words(item, value, t)
    if field == "role":
        return role_name(value, t)
    if field == "grade":
        return grade_name(value, t)
    if field == "angle_group":
        return group_name(value, t)
    if field == "platform":
        return platform_name(value, t)
    if field in ("evidence", "refreshed_evidence"):
        return _evidence_words(value, t)
    if field == "refreshed_at":
        return t.day(datetime.fromisoformat(value).date())
    return str(value)


def _status_words(item: str, status: str, t: Translator) -> str:
    if item == "claim":
        return {"candidate": t("candidate"), "accepted": t("accepted"), "rejected": t("not a claim")}[status]
    if item == "signal":
        closed = {"fired": t("it happened"), "refuted": t("it did not"), "expired": t("it no longer matters")}
        return (closed | {"open": t("open")})[status]
    return (proposal_status_name if item == "proposal" else episode_status_name)(status, t)


def _entry_words(field: str, entry: Any, t: Translator) -> str:
    if not isinstance(entry, dict):
        return str(entry)
    if field == "uses":
        graded = f"{entry['label']} ({grade_name(entry['grade'], t)})"
        return " — ".join(part for part in (graded, entry["grade_reason"]) if part)
    title = entry["title"].strip()
    if field == "claims":
        return f"{title} ({grade_name(entry['grade'], t)})"
    if field == "risks":
        title = f"{title} ({risk_kind_name(entry['kind'], t)})"
    rest = [entry.get(name, "").strip() for name in ("body", "claim", "answer", "mitigation")]
    return " — ".join(part for part in (title, *rest) if part)


def _evidence_words(evidence: str, t: Translator) -> str:
    verdict = orjson.loads(evidence)["verdict"]
    grade = verdict["evidence"]
    parts = [kind_name(verdict["kind"], t), grade and t("evidence: {grade}", grade=evidence_name(grade, t))]
    return " · ".join(part for part in parts if part)
