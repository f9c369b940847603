"""The quiet line that stands over every number: what was counted."""

from __future__ import annotations

import streamlit as st

from blindspot.explore.coverage_types import Scope
from blindspot.ui.desk import Desk
from blindspot.ui.names import field_name, platform_name


def show_scope(desk: Desk, scope: Scope) -> None:
    """Say how many works and creators are counted, of which dates, platforms and fields, and how many lack an angle."""
    t = desk.t
    parts = [
        t.plural("{n} work", "{n} works", scope.works),
        t.plural("{n} creator", "{n} creators", scope.creators),
    ]
    if scope.first_published and scope.last_published:
        parts.append(t.day_range(scope.first_published, scope.last_published))
    if scope.platforms:
        parts.append(t.all_of([platform_name(platform, t) for platform in scope.platforms]))
    parts.append(t("searched: {fields}", fields=t.all_of([field_name(field, t) for field in scope.fields])))
    if scope.works_with_transcript == 0:
        parts.append(t("no transcripts"))
    elif scope.works_with_transcript < scope.works:
        parts.append(t("transcripts of {n}", n=t.number(scope.works_with_transcript)))
    if scope.works:
        share = t.percent(scope.unlabelled / scope.works)
        parts.append(t("{n} unlabelled ({share})", n=t.number(scope.unlabelled), share=share))
    st.caption(" · ".join(parts))
