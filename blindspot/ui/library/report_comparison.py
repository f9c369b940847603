"""Two reports on one topic side by side: angle, point of view, evidence with grades, sources, what each lacks."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from blindspot.library.codebooks import show_codebook
from blindspot.plan.reports.comparison import Comparison, Side, compare_reports
from blindspot.plan.reports.listing import ReportEntry
from blindspot.ui import address
from blindspot.ui.desk import Desk, topic_of
from blindspot.ui.library.report_sections import show_grade
from blindspot.ui.library.report_words import names_of_sections, plain_body
from blindspot.ui.marking import escape_markdown
from blindspot.ui.names import angle_name
from blindspot.ui.reading_names import grade_name
from blindspot.ui.sentences import join_sentences
from blindspot.ui.widget_functions import named_by

SIDES = ("left", "right")


def compare(desk: Desk, reports: list[ReportEntry]) -> None:
    """Draw the two reports that are chosen."""
    t = desk.t
    if desk.topic is None or len(reports) < 2:
        with st.container(border=True):
            st.subheader(t("Two reports are needed"), anchor=False)
            st.write(t("Bring in another report on this topic, or choose a topic that has two."))
        return
    chosen = [
        _choose(desk, reports, name, place, column)
        for place, (name, column) in enumerate(zip(SIDES, st.columns(2, gap="medium"), strict=True))
    ]
    comparison = compare_reports(desk.store, desk.topic.topic_id, *chosen)
    _say_shared(desk, comparison)
    for heading, draw in (
        (t("Angle"), _show_angle),
        (t("Point of view"), _show_perspective),
        (t("Evidence"), _show_evidence),
        (t("Sources"), _show_sources),
        (t("What it lacks"), _show_missing),
    ):
        st.markdown(f"**{heading}**")
        for column, side in zip(st.columns(2, gap="medium", border=True), comparison.sides, strict=True):
            with column:
                draw(desk, side, comparison)
    _show_angles(desk, comparison)


def _choose(desk: Desk, reports: list[ReportEntry], name: str, place: int, column: DeltaGenerator) -> int:
    titles = {report.source_id: report.title for report in reports}
    ids = list(titles)
    key = address.restore(name, ids[place], lambda words: int(words[0]) if words[0].isdecimal() else None)
    if st.session_state[key] not in titles:
        st.session_state[key] = ids[place]
    chosen = column.selectbox(
        desk.t("Report"),
        ids,
        format_func=named_by(titles),
        key=key,
        persist_state="session",
        label_visibility="collapsed",
    )
    address.keep(name, [] if chosen == ids[place] else [str(chosen)])
    return chosen


def _say_shared(desk: Desk, comparison: Comparison) -> None:
    """Say in a line what both have and what only one of them has."""
    t = desk.t
    left, right = (set(side.angles) for side in comparison.sides)
    angles = t.plural(
        "Both speak of {n} angle; {left} more are in the first alone, {right} in the second alone.",
        "Both speak of {n} angles; {left} more are in the first alone, {right} in the second alone.",
        len(left & right),
        left=t.count(len(left - right)),
        right=t.count(len(right - left)),
    )
    names = [source.name for source in comparison.sides[0].sources if source.origin in comparison.shared]
    if names:
        shared = t.plural("{n} origin is shared", "{n} origins are shared", len(comparison.shared))
        listed = escape_markdown(t.all_of(list(dict.fromkeys(names))))
        origins = t("{shared}: {sources}.", shared=shared, sources=listed)
    else:
        origins = t("No source is shared: what both say, they say on separate evidence.")
    st.markdown(join_sentences([angles, origins], t))


def _show_angle(desk: Desk, side: Side, comparison: Comparison) -> None:
    for proposal in side.report.proposals:
        st.markdown(f"**{escape_markdown(proposal.title)}**")
        st.markdown(plain_body(proposal.thesis))
    if not side.report.proposals:
        st.caption(desk.t("It suggests no angle."))


def _show_perspective(desk: Desk, side: Side, comparison: Comparison) -> None:
    for label, words in side.perspective:
        st.markdown(f"**{escape_markdown(label)}** {escape_markdown(words)}")
    if not side.perspective:
        st.markdown(plain_body(side.insight.split("\n\n")[0]) or desk.t("It says nothing of it."))


def _show_evidence(desk: Desk, side: Side, comparison: Comparison) -> None:
    for claim in side.claims:
        with st.container(horizontal=True, gap="small", vertical_alignment="top"):
            show_grade(desk, claim.grade)
            st.markdown(escape_markdown(claim.statement), width="stretch")
    if not side.claims:
        st.caption(desk.t("It states no claim."))


def _show_sources(desk: Desk, side: Side, comparison: Comparison) -> None:
    t = desk.t
    entry = side.entry
    counts = [
        t.plural("{n} source", "{n} sources", entry.sources),
        t.plural("{n} origin", "{n} origins", entry.origins),
    ]
    st.markdown(t.all_of(counts))
    lines = []
    for source in side.sources:
        shared = f" :material/link: {t('shared')}" if source.origin in comparison.shared else ""
        lines.append(f"- {escape_markdown(source.name)} · {grade_name(source.grade, t)}{shared}")
    st.markdown("\n".join(lines))


def _show_missing(desk: Desk, side: Side, comparison: Comparison) -> None:
    t = desk.t
    st.markdown(names_of_sections(side.entry.missing, t) or t("Nothing: it has every section."))


def _show_angles(desk: Desk, comparison: Comparison) -> None:
    """Draw which angles of the codebook each speaks of, those of neither too: they are blind spots of ours."""
    t = desk.t
    angles = show_codebook(desk.store, topic_of(desk).topic_id).angles
    if not angles:
        return
    st.markdown(f"**{t('Angles of the codebook')}**")
    rows = [
        {t("Angle"): angle_name(angle.name, desk.language, angle.key)}
        | {
            f"{place}. {side.entry.title}": _places(desk, side.angles.get(angle.key, 0))
            for place, side in enumerate(comparison.sides, 1)
        }
        for angle in angles
    ]
    st.dataframe(rows, hide_index=True, height="content")


def _places(desk: Desk, places: int) -> str:
    return desk.t.plural("in {n} passage", "in {n} passages", places) if places else "—"
