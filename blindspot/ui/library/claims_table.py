"""The claims as a picture and a table: how each is graded, whose word it rests on, how old that is."""

from __future__ import annotations

from datetime import date

import streamlit as st

from blindspot.charts import Axis
from blindspot.charts.claim_origins import ClaimRow, OriginDot, claim_origins
from blindspot.explore.flags import Flag
from blindspot.explore.sources import FIRST_HAND, GRADES, Claim, Use
from blindspot.ui.desk import Desk
from blindspot.ui.explore.pictures import CONFIG
from blindspot.ui.library.source_state import CLAIM, go_to, open_claim, open_id
from blindspot.ui.reading_names import grade_name, source_kind_name

MOST_DRAWN = 40


def show_claims(desk: Desk, claims: list[Claim], flags: list[Flag], has_candidates: bool) -> None:
    """Draw the accepted claims; a click on a dot or a row opens one."""
    t = desk.t
    if not claims:
        _say_none(desk, has_candidates)
        return
    flagged = {flag.claim_id for flag in flags}
    drawn, listed = st.columns([0.5, 0.5], gap="small")
    with drawn, st.container(border=True, height="stretch"):
        st.markdown(f"**{t('What each claim rests on')}** :gray[{t('a dot is an origin')}]")
        _draw(desk, claims[:MOST_DRAWN], flagged)
        st.caption(
            t("Filled: first-hand; open: passed on, or not known; shaded: the claim's grade; orange: look at it.")
        )
        if len(claims) > MOST_DRAWN:
            st.caption(t("The first {n} are drawn; the table has all.", n=t.number(MOST_DRAWN)))
    with listed, st.container(border=True, height="stretch"):
        _list(desk, claims)


def _draw(desk: Desk, claims: list[Claim], flagged: set[int | None]) -> None:
    t = desk.t
    rows = [
        ClaimRow(claim.claim_id, claim.statement, claim.grade, claim.claim_id in flagged, _dots(desk, claim))
        for claim in claims
    ]
    figure = claim_origins(rows, Axis(GRADES, [grade_name(grade, t) for grade in GRADES]), desk.colours)
    event = st.plotly_chart(
        figure, key="claims_picture", on_select="rerun", selection_mode="points", config=CONFIG, theme=None
    )
    points = event.selection.points if event else []
    clicked = [int(point["customdata"]) for point in points if point.get("customdata") is not None]
    _open_if_new(clicked[0] if clicked else None, "picture")


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


def _list(desk: Desk, claims: list[Claim]) -> None:
    t = desk.t
    today = date.today()
    event = st.dataframe(
        [
            {
                "claim": claim.statement,
                "grade": grade_name(claim.grade, t),
                "origins": len(claim.origins),
                "uses": len(claim.uses),
                "conflicts": len(claim.open_conflicts),
                "newest": claim.newest,
                "until": t("{day}, passed", day=claim.good_until)
                if claim.good_until and claim.is_stale(today)
                else (claim.good_until.isoformat() if claim.good_until else None),
                "document": claim.document,
            }
            for claim in claims
        ],
        hide_index=True,
        placeholder="—",
        on_select="rerun",
        selection_mode="single-row",
        key="claims_table",
        height=min(38 + 35 * max(len(claims), 1), 640),
        column_config={
            "claim": st.column_config.TextColumn(t("Claim"), width=190),
            "grade": st.column_config.TextColumn(t("Grade"), width=64),
            "origins": st.column_config.NumberColumn(
                t("Origins"), width=64, help=t("How many speak for it; addresses of one article count once.")
            ),
            "uses": st.column_config.NumberColumn(t("Uses"), width=56, help=t("How often sources are cited for it.")),
            "conflicts": st.column_config.NumberColumn(t("Conflicts"), width=72),
            "newest": st.column_config.DateColumn(t("Newest"), format="YYYY-MM-DD", width=92),
            "until": st.column_config.TextColumn(t("Good until"), width=92),
            "document": st.column_config.TextColumn(t("Document"), width="small"),
        },
    )
    rows = event.selection.rows if event else []
    _open_if_new(claims[rows[0]].claim_id if rows and rows[0] < len(claims) else None, "table")


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
            )
        else:
            st.write(t("Bring in a report with its facts, or an article to draw claims from."))
