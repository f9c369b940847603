"""The lists of a proposal (why it is worth it, counter-arguments, risks, pictures): every entry edited in place."""

from __future__ import annotations

from typing import Any

import streamlit as st

from blindspot.plan.proposals.parts import RISK_KINDS, with_move, with_part, without_part
from blindspot.ui.editing.binding import line
from blindspot.ui.plan.proposal.sheet import Sheet
from blindspot.ui.plan.wording_advice import show_advice
from blindspot.ui.status_names import risk_kind_name
from blindspot.ui.texts import Translator
from blindspot.ui.widget_functions import as_callback

LONGEST_TITLE = 300
LONGEST_TEXT = 4000
TEXTS = {
    "values": ("body",),
    "counterpoints": ("claim", "answer"),
    "risks": ("body", "mitigation"),
    "visuals": ("body",),
}
"""The long texts of an entry of each list."""


def show_list(sheet: Sheet, name: str) -> None:
    """Draw one list with its entries, and a line to add another."""
    t = sheet.desk.t
    title, adding, icon = _words(name, t)
    parts = sheet.row[name]
    with st.container(border=True, gap="small"):
        st.markdown(f"##### :material/{icon}: {title}" + (f" :gray[{len(parts)}]" if parts else ""))
        if name == "visuals" and sheet.row["visual_note"].strip():
            sheet.text("visual_note", t("Note on the pictures"), most=LONGEST_TEXT)
        for place, part in enumerate(parts):
            if place:
                st.space("small")
            _show(sheet, name, place, part)
        _offer_adding(sheet, name, adding)


def offer_order(sheet: Sheet, name: str, place: int) -> None:
    """Draw what can be done to an entry as a whole: move it, take it out."""
    t = sheet.desk.t
    part = sheet.row[name][place]

    def at_once(make: Any) -> Any:
        # what others changed meanwhile stays: the entry is looked for where it stands now
        return lambda now: make(now, now.index(part)) if part in now else None

    with st.popover("", icon=":material/more_vert:", type="tertiary", key=sheet.key(name, place, "more")):
        for label, icon, make, is_possible in (
            (t("Move up"), "arrow_upward", lambda now, at: with_move(now, at, -1), place > 0),
            (t("Move down"), "arrow_downward", lambda now, at: with_move(now, at, 1), place < len(sheet.row[name]) - 1),
            (t("Take out"), "delete", without_part, True),
        ):
            st.button(
                label,
                icon=f":material/{icon}:",
                type="tertiary",
                key=sheet.key(name, place, icon),
                disabled=not is_possible,
                on_click=as_callback(sheet.put_list),
                args=(name, at_once(make)),
            )


def _show(sheet: Sheet, name: str, place: int, part: dict[str, Any]) -> None:
    t = sheet.desk.t
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        _edit(sheet, name, place, "title", t("Title"), is_long=False)
        if name == "risks":
            _choose_kind(sheet, place)
        offer_order(sheet, name, place)
    for field in TEXTS[name]:
        _edit(sheet, name, place, field, _labels(t)[name, field])
        if name == "values":
            _advise(sheet, place, part)


def _edit(sheet: Sheet, name: str, place: int, field: str, label: str, *, is_long: bool = True) -> None:
    options = {"placeholder": label, "label_visibility": "collapsed", **sheet.part(name, place).text(field)}
    if is_long:
        st.text_area(label, height="content", max_chars=LONGEST_TEXT, **options)
    else:
        st.text_input(label, max_chars=LONGEST_TITLE, **options)


def _choose_kind(sheet: Sheet, place: int) -> None:
    t = sheet.desk.t
    st.selectbox(
        t("Kind of risk"),
        RISK_KINDS,
        format_func=lambda kind: risk_kind_name(kind, t),
        label_visibility="collapsed",
        width=190,
        **sheet.part("risks", place).choice("kind"),
    )


def _advise(sheet: Sheet, place: int, part: dict[str, Any]) -> None:
    show_advice(
        sheet.desk,
        part["body"],
        sheet.proposal.claims,
        sheet.proposal.risks,
        sheet.key("values", place, "advice"),
        lambda text: sheet.put_part("values", place, body=text),
    )


def _offer_adding(sheet: Sheet, name: str, label: str) -> None:
    def add(title: str) -> bool:
        return sheet.put_list(name, lambda now: with_part(now, name, title=title))

    st.text_input(
        label,
        placeholder=label,
        label_visibility="collapsed",
        max_chars=LONGEST_TITLE,
        **line(sheet.desk, sheet.key(name, "new"), add),
    )


def _words(name: str, t: Translator) -> tuple[str, str, str]:
    return {
        "values": (t("Why it is worth it"), t("Add a reason: a few words, then Enter"), "star"),
        "counterpoints": (t("What speaks against it"), t("Add a counter-argument: a few words, then Enter"), "forum"),
        "risks": (t("Risks"), t("Add a risk: a few words, then Enter"), "warning"),
        "visuals": (t("Pictures"), t("Add a picture idea: a few words, then Enter"), "image"),
    }[name]


def _labels(t: Translator) -> dict[tuple[str, str], str]:
    return {
        ("values", "body"): t("What makes it so"),
        ("counterpoints", "claim"): t("What they say"),
        ("counterpoints", "answer"): t("What we answer"),
        ("risks", "body"): t("What may go wrong"),
        ("risks", "mitigation"): t("What we do about it"),
        ("visuals", "body"): t("What one sees"),
    }
