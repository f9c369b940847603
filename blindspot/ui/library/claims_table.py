"""The claims as a picture and a table: how each is graded, whose word it rests on, how old that is."""

from __future__ import annotations

from math import ceil

import streamlit as st

from blindspot.charts import Axis
from blindspot.charts.claim_origins import ClaimRow, OriginDot, claim_origins
from blindspot.explore.flags import Flag
from blindspot.explore.sources import FIRST_HAND, GRADES, Claim, Use
from blindspot.settings import read_settings
from blindspot.ui.desk import Desk
from blindspot.ui.explore.pictures import CONFIG
from blindspot.ui.library.source_flags import flag_name
from blindspot.ui.library.source_state import CLAIM, go_to, open_claim, open_id
from blindspot.ui.reading_names import grade_name, source_kind_name

DRAWN = 12


def show_claims(desk: Desk, claims: list[Claim], flags: list[Flag], has_candidates: bool) -> None:
    """Draw the accepted claims; a click on a mark or a row opens one."""
    if not claims:
        _say_none(desk, has_candidates)
        return
    amiss: dict[int, list[Flag]] = {}
    for claim in claims:
        disputes = {conflict.conflict_id for conflict in claim.open_conflicts}
        amiss[claim.claim_id] = [
            flag for flag in flags if flag.claim_id == claim.claim_id or flag.conflict_id in disputes
        ]
    claims = sorted(claims, key=lambda claim: not amiss[claim.claim_id])
    with st.container(border=True):
        _draw(desk, claims, amiss)
    _list(desk, claims, amiss)


def _draw(desk: Desk, claims: list[Claim], amiss: dict[int, list[Flag]]) -> None:
    t = desk.t
    pages = ceil(len(claims) / DRAWN)
    page = min(st.session_state.get("claims_page") or 1, pages)
    st.session_state["claims_page"] = page
    st.markdown(f"**{t('What each claim rests on')}**")
    rows = [
        ClaimRow(
            claim.claim_id,
            claim.statement,
            claim.grade,
            [t.message(flag.message) for flag in amiss[claim.claim_id]],
            _dots(desk, claim),
        )
        for claim in claims[(page - 1) * DRAWN : page * DRAWN]
    ]
    grades = Axis(GRADES, [grade_name(grade, t) for grade in GRADES])
    event = st.plotly_chart(
        claim_origins(rows, grades, t("look at it"), desk.colours),
        key=f"claims_picture_{page}",
        on_select="rerun",
        selection_mode="points",
        config=CONFIG,
        theme=None,
    )
    points = event.selection.points if event else []
    clicked = [int(point["customdata"]) for point in points if point.get("customdata") is not None]
    _open_if_new(clicked[0] if clicked else None, "picture")
    st.caption(
        t(
            "A dot is an origin in the column of what it is worth: filled speaks first-hand, open passes on or is not "
            "known. Shaded is the claim's own grade. Click a mark to open the claim."
        )
    )
    if pages > 1:
        st.pagination(pages, key="claims_page")


def _dots(desk: Desk, claim: Claim) -> list[OriginDot]:
    """Return a dot for each origin, in the column of the best grade that a use of it has."""
    best: dict[str, Use] = {}
    for use in claim.uses:
        if use.origin not in best or GRADES.index(use.grade) < GRADES.index(best[use.origin].grade):
            best[use.origin] = use
    return [OriginDot(use.grade, _hover(desk, use), use.kind in FIRST_HAND) for use in best.values()]


def _hover(desk: Desk, use: Use) -> str:
    t = desk.t
    who = t("{name} ({kind})", name=use.label, kind=source_kind_name(use.kind, t))
    reason = f" · {use.grade_reason}" if use.grade_reason else ""
    return f"{who}: {grade_name(use.grade, t)}{reason}"


def _list(desk: Desk, claims: list[Claim], amiss: dict[int, list[Flag]]) -> None:
    t = desk.t
    today = read_settings().today
    rows = [
        {
            "claim": claim.statement,
            "grade": grade_name(claim.grade, t),
            "origins": len(claim.origins),
            "amiss": " · ".join(dict.fromkeys(flag_name(flag.code, t) for flag in amiss[claim.claim_id])) or None,
            "newest": claim.newest,
            "until": t("{day}, passed", day=claim.good_until)
            if claim.good_until and claim.is_stale(today)
            else (claim.good_until.isoformat() if claim.good_until else None),
            "document": claim.document,
        }
        for claim in claims
    ]
    filled = [column for column in rows[0] if any(row[column] is not None for row in rows)]
    event = st.dataframe(
        [{column: row[column] for column in filled} for row in rows],
        hide_index=True,
        placeholder="—",
        on_select="rerun",
        selection_mode="single-cell",
        key="claims_table",
        height=min(38 + 35 * len(claims), 640),
        column_config={
            "claim": st.column_config.TextColumn(t("Claim"), width=350),
            "grade": st.column_config.TextColumn(t("Grade"), width=76),
            "origins": st.column_config.NumberColumn(
                t("Origins"), width=76, help=t("How many speak for it; addresses of one article count once.")
            ),
            "amiss": st.column_config.TextColumn(t("To look at"), width=180),
            "newest": st.column_config.DateColumn(t("Newest"), format="YYYY-MM-DD", width=96),
            "until": st.column_config.TextColumn(t("Good until"), width=96),
            "document": st.column_config.TextColumn(t("Document"), width="medium"),
        },
    )
    cells = event.selection.cells if event else []
    _open_if_new(claims[cells[0][0]].claim_id if cells and cells[0][0] < len(claims) else None, "table")


def _open_if_new(claim_id: int | None, place: str) -> None:
    """Open what was just clicked; a selection that stands since before opens nothing again."""
    key = f"claims_clicked_{place}"
    former = st.session_state.get(key)
    st.session_state[key] = claim_id
    if claim_id is not None and claim_id != former and claim_id != open_id(CLAIM):
        open_claim(claim_id)
        st.rerun()


def _say_none(desk: Desk, has_candidates: bool) -> None:
    t = desk.t
    with st.container(border=True):
        st.subheader(t("No claim accepted yet"), anchor=False)
        if has_candidates:
            st.write(t("Sentences that may be claims wait for your yes or no."))
            st.button(
                t("Go through the candidates"),
                icon=":material/fact_check:",
                type="primary",
                on_click=go_to,
                args=("candidates",),
                key="claims_candidates",
            )
        else:
            st.write(t("Bring in a report with its facts, or an article to draw claims from."))
