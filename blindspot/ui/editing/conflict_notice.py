"""Two people changed the same field: both texts side by side and joined; nothing is lost until one of them decides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from difflib import SequenceMatcher
from types import MappingProxyType
from typing import Any

import streamlit as st

from blindspot.editing import Conflict
from blindspot.editing.joining import join_lists, join_texts
from blindspot.settings import read_settings
from blindspot.ui.desk import Desk
from blindspot.ui.editing.binding import draft_key, drafted, forget_drafts
from blindspot.ui.editing.edits import Waiting
from blindspot.ui.editing.field_names import field_name, field_words
from blindspot.ui.editing.saving import save
from blindspot.ui.error_notice import say_error
from blindspot.ui.marking import escape_markdown, mark_spans

Choice = dict[tuple[str, str, str], Any]
"""What is to stand in a field: by item, id and field; theirs where a field is left out."""


def show_conflict(desk: Desk, scope: str) -> None:
    """Say what saving met since the last drawing: conflicts to decide, others' edits that were kept, refusals.

    For the top of every page that edits the plan, before its first widget. Who has scrolled down is told to look there.
    """
    t = desk.t
    edits = desk.edits
    if not edits.is_told:
        edits.is_told = True
        st.toast(t("Your last edit is not saved yet; the top of the page says why."), icon=":material/arrow_upward:")
    met, edits.met = edits.met, []
    for who in dict.fromkeys(one.by for one in met if one.by != desk.who):
        st.toast(
            t("Saved together with what {who} changed meanwhile.", who=escape_markdown(who)), icon=":material/group:"
        )
    refused, edits.refused = edits.refused, []
    if refused:
        st.toast(t("That was not done; the top of the page says why."), icon=":material/arrow_upward:")
    for error in refused:
        say_error(error, t)
    for number, waiting in enumerate(edits.waiting.get(scope, [])):
        _show(desk, scope, number, waiting)


def _show(desk: Desk, scope: str, number: int, waiting: Waiting) -> None:
    t = desk.t
    who = escape_markdown(waiting.conflicts[0].by)
    with st.container(border=True, key=f"conflict_{scope.replace(':', '_')}_{number}"):
        st.markdown(
            f":material/call_merge: **{t('{who} changed the same text while you were editing it.', who=who)}** "
            + t("Nothing is overwritten: keep one of the two, or join them.")
        )
        joined: Choice = {}
        edited: dict[tuple[str, str, str], str] = {}
        for conflict in waiting.conflicts:
            for field in conflict.yours:
                value = _show_field(desk, conflict, field, number)
                joined[conflict.item, conflict.item_id, field] = value
                edited[conflict.item, conflict.item_id, field] = _name(conflict, field, number)
        mine = {
            (conflict.item, conflict.item_id, field): value
            for conflict in waiting.conflicts
            for field, value in conflict.yours.items()
        }
        with st.container(horizontal=True, gap="small"):
            if joined != mine:
                _offer(desk, scope, number, t("Save the joined text"), ":material/call_merge:", joined, edited)
            _offer(desk, scope, number, t("Keep mine"), ":material/person:", mine)
            _offer(desk, scope, number, t("Keep that of {who}", who=who), ":material/group:", {})


def _show_field(desk: Desk, conflict: Conflict, field: str, number: int) -> Any:
    """Draw both versions of a field; return what joining them gives, as the person has edited it."""
    t = desk.t
    before, yours, theirs = conflict.before[field], conflict.yours[field], conflict.theirs[field]
    st.markdown(f"**{field_name(conflict.item, field, t)}**")
    left, right = st.columns(2)
    words = [field_words(conflict.item, field, value, t) for value in (yours, theirs)]
    with left:
        st.caption(t("Yours, not saved yet"))
        _show_words(words[0], words[1])
    with right:
        at = conflict.at.astimezone(read_settings().zone)
        st.caption(t("{who}, saved at {time}", who=escape_markdown(conflict.by), time=f"{at:%H:%M}"))
        _show_words(words[1], words[0])
    if isinstance(yours, list) and isinstance(before, list) and isinstance(theirs, list):
        joined = join_lists(before, yours, theirs)
        st.caption(t("Joined"))
        _show_words(field_words(conflict.item, field, joined, t), "")
        return joined
    if isinstance(yours, str) and isinstance(before, str) and isinstance(theirs, str) and _is_text(field):
        return st.text_area(
            t("Joined: change it as you like"),
            **drafted(desk, _name(conflict, field, number), join_texts(before, yours, theirs)),
        )
    return yours


def _name(conflict: Conflict, field: str, number: int) -> str:
    return f"joined_{conflict.item}_{conflict.item_id}_{field}_{conflict.rev}_{number}"


def _is_text(field: str) -> bool:
    # words of a list (a status, a shot size) and days cannot be joined
    return field in {
        "title", "thesis", "difference", "visual_note", "fit", "note", "perspective", "hook", "owner", "lens",
        "picture", "narration", "on_screen_text", "sound", "asset", "prompt", "visual",
        "name", "name_zh", "name_en", "definition_zh", "definition_en", "handle", "positioning", "audience", "tone",
        "formats", "statement", "said_by", "grade_reason", "creator_group", "subject", "verb", "meaning", "outcome",
    }  # fmt: skip


def _show_words(words: str, other: str) -> None:
    """Draw lines of plain text, with what the other version does not have marked."""
    matcher = SequenceMatcher(None, words, other, autojunk=False)
    spans = [(a, b) for tag, a, b, _, _ in matcher.get_opcodes() if tag != "equal" and b > a] if other else []
    start = 0
    with st.container(gap=None):
        for line in words.splitlines() or [""]:
            inside = [(max(a - start, 0), min(b - start, len(line))) for a, b in spans if a < start + len(line)]
            st.markdown(mark_spans(line, [(a, b) for a, b in inside if a < b], "orange"))
            start += len(line) + 1


def _offer(
    desk: Desk,
    scope: str,
    number: int,
    label: str,
    icon: str,
    chosen: Choice,
    edited: Mapping[tuple[str, str, str], str] = MappingProxyType({}),
) -> None:
    st.button(
        label,
        icon=icon,
        type="primary" if edited else "secondary",
        key=f"decide_{scope}_{number}_{icon}",
        on_click=decide,
        args=(desk, scope, desk.edits.waiting[scope][number], chosen, edited),
    )


def decide(
    desk: Desk, scope: str, waiting: Waiting, chosen: Choice, edited: Mapping[tuple[str, str, str], str]
) -> None:
    """Save the edit again on what stands there now, with the fields in conflict as the person wants them.

    A click may come before what was typed last is drawn: the words are those of the widgets, whose names `edited` has.
    The second of two quick clicks comes when it is decided.
    """
    keys = {place: draft_key(desk.edits, name) for place, name in edited.items()}
    chosen = chosen | {place: st.session_state[key] for place, key in keys.items() if key in st.session_state}
    if waiting not in desk.edits.waiting[scope]:
        return
    desk.edits.waiting[scope].remove(waiting)
    forget_drafts(desk, *edited.values())
    met = {(conflict.item, conflict.item_id): conflict for conflict in waiting.conflicts}
    changes = []
    for one in waiting.changes:
        conflict = met.get((one.item, one.item_id))
        if conflict is None:
            changes.append(one)
            continue
        place = (one.item, one.item_id)
        fields = {name: value for name, value in one.fields.items() if name not in conflict.yours}
        fields |= {name: chosen[(*place, name)] for name in conflict.yours if (*place, name) in chosen}
        if fields:
            changes.append(replace(one, rev=conflict.rev, fields=fields))
    if changes:
        save(desk, scope, changes)
