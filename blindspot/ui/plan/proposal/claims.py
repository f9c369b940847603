"""The claims that a proposal rests on, each with its grade and its sources, and the library's to add by one click."""

from __future__ import annotations

from typing import Literal

import streamlit as st

from blindspot.documents.markdown import read_markdown
from blindspot.domain import Claim, SupportingClaim
from blindspot.editing.items import Row
from blindspot.plan.proposals.parts import PickableClaim, claim_part, pickable_claims, with_part
from blindspot.ui.editing.binding import line
from blindspot.ui.library.source_state import look_at_all, open_claim
from blindspot.ui.marking import escape_markdown, safe_url, shorten
from blindspot.ui.plan.proposal.lists import offer_order
from blindspot.ui.plan.proposal.sheet import Sheet
from blindspot.ui.reading_names import grade_name
from blindspot.ui.widget_functions import as_callback

GRADES = ("high", "medium", "low", "unrated")
COLOURS: dict[str, Literal["green", "blue", "violet", "orange", "gray"]] = {
    "high": "green",
    "medium": "blue",
    "low": "orange",
    "unrated": "gray",
}
MOST_OFFERED = 12
LONGEST_BODY = 160


def show_claims(sheet: Sheet) -> None:
    """Draw the claims, and the fold with those that could be added."""
    t = sheet.desk.t
    parts = sheet.row["claims"]
    with st.container(border=True, gap="small"):
        st.markdown(f"##### :material/fact_check: {t('Claims')}" + (f" :gray[{len(parts)}]" if parts else ""))
        if not parts:
            st.caption(t("Nothing supports it yet. Each shot will show which claim it stands on."))
        for place, (part, claim) in enumerate(zip(parts, sheet.proposal.claims, strict=True)):
            _show(sheet, place, part, claim)
        _offer_library(sheet)
        _offer_own(sheet)


def _show(sheet: Sheet, place: int, part: Row, claim: SupportingClaim) -> None:
    t = sheet.desk.t
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.badge(grade_name(part["grade"], t), color=COLOURS[part["grade"]])
        st.markdown(f"**{escape_markdown(part['title'])}**", width="stretch")
        _offer_opening(sheet, place, part)
        _offer_grade(sheet, place, part)
        offer_order(sheet, "claims", place)
    body = _excerpt(part["body"])
    if body and body != part["title"].strip():
        st.caption(escape_markdown(body))
    if claim.claim is None:
        st.caption(t("Not in the library: nothing there can be opened for it."))
        return
    facts = [_sources(sheet, claim.claim)]
    if claim.claim.grade != part["grade"]:
        facts.append(t("the library grades it {grade}", grade=grade_name(claim.claim.grade, t)))
    st.caption(" · ".join(facts))


def _offer_opening(sheet: Sheet, place: int, part: Row) -> None:
    if part["claim_id"] is not None and st.button(
        "",
        icon=":material/source_notes:",
        type="tertiary",
        key=sheet.key("claim", place, part["claim_id"]),
        help=sheet.desk.t("Open the claim"),
    ):
        look_at_all()
        open_claim(part["claim_id"])
        st.switch_page("pages/library/sources.py", query_params=dict(st.query_params))


def _excerpt(markdown: str) -> str:
    """Return the beginning of a claim's body without its markup."""
    text = " ".join(block.text for block in read_markdown(markdown[: 4 * LONGEST_BODY], "").blocks)
    return shorten(text, LONGEST_BODY)


def _sources(sheet: Sheet, claim: Claim) -> str:
    t = sheet.desk.t
    if not claim.sources:
        return t("names no source")
    named = []
    for cited in claim.sources:
        label, url = escape_markdown(cited.label), safe_url(cited.url)
        address = url.replace("(", "%28").replace(")", "%29") if url else None
        named.append(
            t(
                "{source} ({grade})",
                source=f"[{label}]({address})" if address else label,
                grade=grade_name(cited.grade, t),
            )
        )
    return " · ".join(named)


def _offer_grade(sheet: Sheet, place: int, part: Row) -> None:
    t = sheet.desk.t
    with st.popover("", icon=":material/edit:", type="tertiary", key=sheet.key("claims", place, "edit")):
        st.segmented_control(
            t("Worth of this claim for this proposal"),
            GRADES,
            format_func=lambda grade: grade_name(grade, t),
            required=True,
            **sheet.part("claims", place).choice("grade", grade_words=""),
        )
        for field, label in (("title", t("In short")), ("body", t("In full"))):
            _edit(sheet, place, field, label)


def _edit(sheet: Sheet, place: int, field: str, label: str) -> None:
    st.text_area(label, height="content", max_chars=4000, **sheet.part("claims", place).text(field))


def _offer_library(sheet: Sheet) -> None:
    t, row = sheet.desk.t, sheet.row
    fold = st.expander(
        t("Add claims of the library"), icon=":material/add:", key=sheet.key("picker"), on_change="rerun"
    )
    if not fold.open:
        return
    with fold:
        pickable = pickable_claims(sheet.desk.store, row["topic_id"], row["angle_id"], row["claims"])
        if not pickable:
            st.caption(t("The library has no further accepted claim for this topic."))
            st.page_link("pages/library/sources.py", label=t("Import sources"), icon=":material/source_notes:")
            return
        search = st.text_input(t("Find a claim"), type="search", key=sheet.key("claim_search")) or ""
        found = [claim for claim in pickable if search.casefold() in f"{claim.statement} {claim.body}".casefold()]
        for claim in found[:MOST_OFFERED]:
            _offer(sheet, claim)
        if len(found) > MOST_OFFERED:
            more = len(found) - MOST_OFFERED
            st.caption(t.plural("{n} more: search for it.", "{n} more: search for them.", more))
        elif not found:
            st.caption(t("No claim fits these words."))


def _offer(sheet: Sheet, claim: PickableClaim) -> None:
    t = sheet.desk.t
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.button(
            t("Add"),
            icon=":material/add:",
            key=sheet.key("add_claim", claim.claim_id),
            on_click=as_callback(sheet.put_list),
            args=("claims", lambda now: with_part(now, "claims", **claim_part(claim))),
        )
        st.badge(grade_name(claim.grade, t), color=COLOURS[claim.grade])
        facts = [t.plural("{n} source", "{n} sources", claim.sources)]
        facts += [t("speaks of the angle")] if claim.carries_angle else []
        st.markdown(f"{escape_markdown(claim.statement)} :gray[{' · '.join(facts)}]", width="stretch")


def _offer_own(sheet: Sheet) -> None:
    def add(title: str) -> bool:
        return sheet.put_list("claims", lambda now: with_part(now, "claims", title=title))

    label = sheet.desk.t("Or write one that the library does not hold: unrated until you grade it")
    tie = line(sheet.desk, sheet.key("claims", "new"), add)
    st.text_input(label, placeholder=label, label_visibility="collapsed", max_chars=300, **tie)
