"""The gap behind a proposal: as it stood the day it was kept, as it stands today, and what has changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import streamlit as st

from blindspot.explore.filters import Filters
from blindspot.plan.proposals.evidence import Difference, Evidence, find_differences, freeze, look_again, thaw
from blindspot.plan.reports.angles import find_angle
from blindspot.settings import read_settings
from blindspot.ui import address
from blindspot.ui.editing.saving import attempt
from blindspot.ui.explore.closing_notice import open_works_of
from blindspot.ui.library.reports_view import open_report
from blindspot.ui.marking import escape_markdown
from blindspot.ui.names import evidence_name, kind_name
from blindspot.ui.plan.proposal.sheet import Sheet
from blindspot.ui.sentences import gap_statement, join_sentences
from blindspot.ui.texts import Translator
from blindspot.ui.widget_functions import as_callback, named_by

NONE = 0
"""Stands for no angle; ids begin at 1."""


def show_evidence(sheet: Sheet) -> None:
    """Draw the sentence of the gap with its day, what has changed since, and the way to the works behind it."""
    t, row = sheet.desk.t, sheet.row
    then, now = thaw(row["evidence"]), thaw(row["refreshed_evidence"])
    shown = now or then
    entry = next((one for one in sheet.listed if one.proposal_id == sheet.proposal_id), None)
    with st.container(border=True, gap="small"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            if shown:
                _show_badges(shown, t)
            st.markdown(_about(sheet), width="content")
            st.space("stretch")
            _offer_works(sheet, shown)
            _offer_refresh(sheet, then, is_known=shown is not None)
            _offer_angle(sheet)
            if (
                entry
                and entry.report_id is not None
                and st.button(t("Open the report"), icon=":material/article:", type="tertiary", key=sheet.key("report"))
            ):
                open_report(sheet.desk, entry.report_id)
        if then:
            st.markdown(f"{escape_markdown(statement(then, t))} :gray[{_day(sheet, then)}]")
        if now:
            _show_now(sheet, then, now)
        if not shown:
            st.caption(
                t("No gap was measured for it yet.")
                if row["angle_id"]
                else t("It belongs to no angle yet. Choose one, and the gap behind it can be measured.")
            )


def statement(evidence: Evidence, t: Translator) -> str:
    """Return the sentence of a gap as it was frozen, in the reader's language."""
    return gap_statement(evidence.angle, evidence.verdict, evidence.scope, t)


def difference_words(difference: Difference, t: Translator) -> str:
    """Return one change from → to."""
    names: dict[str, tuple[str, Callable[[Any], str]]] = {
        "kind": (t("kind"), lambda kind: kind_name(kind, t)),
        "evidence": (t("evidence"), lambda grade: evidence_name(grade, t) if grade else "—"),
        "works": (t("works that mention it"), t.number),
        "n": (t("works looked at"), t.number),
        "creators": (t("creators that cover it"), t.number),
        "n_creators": (t("creators looked at"), t.number),
        "bound": (t("upper bound"), t.percent_at_most),
        "dates": (t("dates"), lambda days: t.day_range(*days)),
        "demand": (t("asked for by sources, claims, questions"), lambda counts: ", ".join(map(t.number, counts))),
    }
    name, say = names[difference.what]
    return t("{name} {before} → {after}", name=name, before=say(difference.before), after=say(difference.after))


def _show_badges(evidence: Evidence, t: Translator) -> None:
    verdict = evidence.verdict
    is_gap = verdict.kind != "covered"
    st.badge(kind_name(verdict.kind, t), color="orange" if is_gap else "gray")
    if verdict.evidence:
        st.badge(t("evidence: {grade}", grade=evidence_name(verdict.evidence, t)), color="gray")


def _about(sheet: Sheet) -> str:
    t, angle = sheet.desk.t, sheet.angles.get(sheet.row["angle_id"])
    return t(
        "Angle: {angle} · topic: {topic}",
        angle=escape_markdown(angle["name"]) if angle else "—",
        topic=escape_markdown(sheet.proposal.topic or "—"),
    )


def _day(sheet: Sheet, then: Evidence) -> str:
    day = sheet.proposal.gap_on
    return sheet.desk.t("as of {day}, when it was kept", day=sheet.desk.t.day(day))


def _show_now(sheet: Sheet, then: Evidence | None, now: Evidence) -> None:
    t = sheet.desk.t
    at = datetime.fromisoformat(sheet.row["refreshed_at"]).astimezone(read_settings().zone)
    day = t.day(at.date())
    on = t("Looked at again on {day}", day=day) if then else t("Measured on {day}", day=day)
    changed = find_differences(then, now) if then else ()
    if then and not changed:
        st.markdown(f":material/check: **{on}:** {t('unchanged.')}")
        return
    st.markdown(f":material/update: **{on}:** {escape_markdown(statement(now, t))}")
    if changed:
        words = " · ".join(escape_markdown(difference_words(one, t)) for one in changed)
        st.caption(join_sentences([t("Changed: {changes}", changes=words)], t))


def _offer_works(sheet: Sheet, shown: Evidence | None) -> None:
    t, topic_id = sheet.desk.t, sheet.row["topic_id"]
    angle = sheet.angles.get(sheet.row["angle_id"])
    if topic_id is None or angle is None:
        return
    if shown and shown.angle.works:
        label = t.plural("See the {n} work", "See the {n} works", shown.angle.works)
        if st.button(label, icon=":material/movie:", type="tertiary", key=sheet.key("works")):
            open_works_of(topic_id, angle["key"], shown.filters.creators)
    elif st.button(t("See the gap"), icon=":material/visibility_off:", type="tertiary", key=sheet.key("gap")):
        address.put("topic", str(topic_id), [str(topic_id)])
        address.point_to("gap", [angle["key"]])
        st.switch_page("pages/explore/gaps.py", query_params=dict(st.query_params))


def _offer_refresh(sheet: Sheet, then: Evidence | None, *, is_known: bool) -> None:
    t, row = sheet.desk.t, sheet.row
    if row["topic_id"] is None or row["angle_id"] is None:
        return
    st.button(
        t("Look again") if is_known else t("Measure the gap"),
        icon=":material/refresh:",
        key=sheet.key("refresh"),
        help=t("The evidence of that day stays; today's stands beside it."),
        on_click=as_callback(attempt),
        args=(sheet.desk, sheet.scope, lambda: _refresh(sheet, then)),
    )


def _refresh(sheet: Sheet, then: Evidence | None) -> None:
    desk, row = sheet.desk, sheet.row
    line, filters = (then.line, then.filters) if then else (read_settings().line, Filters())
    found, gap = look_again(desk.store, row["topic_id"], row["angle_id"], line, filters)
    words = gap_statement(gap.angle, gap.verdict, found.scope, desk.t)
    frozen = freeze(found, gap, filters, words, desk.store.data_version())
    sheet.put(refreshed_evidence=frozen, refreshed_at=datetime.now(read_settings().zone).isoformat())


def _offer_angle(sheet: Sheet) -> None:
    desk, t, row = sheet.desk, sheet.desk.t, sheet.row
    angles = sheet.angles
    if not angles or row["evidence"]:
        return
    spoken_of = None if row["angle_id"] else find_angle(desk.store, row["topic_id"], f"{row['title']}\n{row['thesis']}")
    if spoken_of in angles:
        st.button(
            t("It is about “{angle}”", angle=escape_markdown(angles[spoken_of]["name"])),
            icon=":material/label:",
            key=sheet.key("spoken_of"),
            on_click=as_callback(sheet.put),
            kwargs={"angle_id": spoken_of},
        )
    with st.popover(t("Angle"), icon=":material/label:", type="tertiary", key=sheet.key("angle_popover")):
        names = {NONE: t("none yet")} | {angle_id: angle["name"] for angle_id, angle in angles.items()}
        chosen = row["angle_id"] if row["angle_id"] in angles else NONE
        st.selectbox(
            t("Which angle of the topic it is about"),
            names,
            format_func=named_by(names),
            **sheet.bound.choice(
                "angle_id", show=lambda _: chosen, fields=lambda angle_id: {"angle_id": angle_id or None}
            ),
        )
