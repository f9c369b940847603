"""The history of one row of the plan: who changed what and when, from what to what, and the way back."""

from __future__ import annotations

import streamlit as st

from blindspot.editing import Edit, can_redo, can_undo, history, redo, restore, undo
from blindspot.settings import read_settings
from blindspot.ui.desk import Desk
from blindspot.ui.editing.field_names import field_name, field_words
from blindspot.ui.editing.saving import attempt
from blindspot.ui.marking import escape_markdown
from blindspot.ui.widget_functions import as_callback

PAGE = 20
LONGEST = 400
"""Characters of a value that are shown; the whole comes back when it is put back."""


def show_history(desk: Desk, item: str, item_id: str, scope: str) -> None:
    """Draw a fold with the edits of a row, newest first; it is read when it is opened."""
    t = desk.t
    key = f"history_{item}_{item_id}"
    fold = st.expander(t("History"), icon=":material/history:", key=key, on_change="rerun")
    if not fold.open:
        return
    with fold:
        edits = history(desk.store, item=item, item_id=item_id)
        if not edits:
            st.caption(t("Nobody has changed anything yet."))
        shown = PAGE * st.session_state.get(f"{key}_pages", 1)
        for edit in edits[:shown]:
            _show(desk, edit, scope)
        if len(edits) > shown:
            st.button(
                t.plural("Show the {n} older change", "Show the {n} older changes", len(edits) - shown),
                type="tertiary",
                key=f"{key}_more",
                on_click=lambda: st.session_state.update({f"{key}_pages": shown // PAGE + 1}),
            )


def offer_undo(desk: Desk, scope: str) -> None:
    """Draw the two buttons that take back the reader's own last action, and do it again."""
    t = desk.t
    for label, icon, act, is_possible in (
        (t("Undo"), ":material/undo:", undo, can_undo),
        (t("Redo"), ":material/redo:", redo, can_redo),
    ):
        st.button(
            label,
            icon=icon,
            type="tertiary",
            key=f"{act.__name__}_{scope}",
            disabled=not is_possible(desk.store, desk.who, scope),
            on_click=as_callback(attempt),
            args=(desk, scope, lambda act=act: act(desk.store, desk.who, scope)),
        )


def _show(desk: Desk, edit: Edit, scope: str) -> None:
    t = desk.t
    at = edit.made_at.astimezone(read_settings().zone)
    kind = {"edit": "", "undo": t("undone"), "redo": t("done again"), "restore": t("put back")}[edit.kind]
    origin = {"person": "", "import": t("by an import"), "model": t("machine-written")}[edit.origin]
    who = t("{who} · {day}, {time}", who=edit.who, day=t.day(at.date()), time=f"{at:%H:%M}")
    with st.container(border=True, gap="small"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.caption(escape_markdown(" · ".join(part for part in (who, kind, origin) if part)), width="stretch")
            if edit.before is not None:
                st.button(
                    t("Put back as before"),
                    icon=":material/settings_backup_restore:",
                    type="tertiary",
                    key=f"restore_{edit.action_id}_{edit.item_id}_{edit.rev}",
                    on_click=as_callback(attempt),
                    args=(desk, scope, lambda: _restore(desk, edit, scope)),
                )
        if edit.before is None:
            st.markdown(t("Added"))
            return
        for field in edit.after:
            name = field_name(edit.item, field, t)
            before, after = (
                _short(field_words(edit.item, field, side[field], t)) for side in (edit.before, edit.after)
            )
            st.markdown(f"**{name}**  \n:gray[{before}]  \n:material/arrow_forward: {after}")


def _restore(desk: Desk, edit: Edit, scope: str) -> object:
    done = restore(desk.store, desk.who, scope, edit.item, edit.item_id, edit.rev - 1, only=edit.after)
    if done.gone:
        t = desk.t
        st.toast(
            t.plural(
                "{n} claim that stood there then is not in the library any more; it was left out.",
                "{n} claims that stood there then are not in the library any more; they were left out.",
                done.gone,
            ),
            icon=":material/info:",
            duration="long",
        )
    return done


def _short(words: str) -> str:
    lines = (words if len(words) <= LONGEST else f"{words[:LONGEST]} …").splitlines()
    return "  \n".join(escape_markdown(line) for line in lines)
