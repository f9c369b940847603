"""The quiet lines under a storyboard's title: how long, in what format, how fast it is spoken; the gap it is for."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from blindspot.domain import Episode
from blindspot.plan.storyboards.checks import Finding
from blindspot.plan.storyboards.formats import ratio_of
from blindspot.plan.storyboards.reading_speed import speed_of
from blindspot.ui.desk import Desk
from blindspot.ui.marking import escape_markdown
from blindspot.ui.names import angle_name, evidence_name, kind_name


def say_figures(desk: Desk, episode: Episode, findings: Iterable[Finding]) -> None:
    """Draw them, for a row; findings of the whole storyboard stand with the figures."""
    t = desk.t
    length = t("{seconds} s", seconds=t.number(episode.seconds, 2))
    of_whole = [t.message(finding.message) for finding in findings if finding.shot_id is None]
    if episode.target_seconds and not of_whole:
        length = t("{length} of {target} s", length=length, target=t.number(episode.target_seconds, 2))
    rate = t("{fps} fps", fps=t.number(float(episode.fps), 3))
    parts = [
        t.plural("{n} shot", "{n} shots", len(episode.shots)),
        length,
        *(f":orange[{escape_markdown(words)}]" for words in of_whole),
        ratio_of(episode.width, episode.height),
        rate,
        _pace(desk, episode),
    ]
    st.caption(" · ".join(part for part in parts if part), width="content")
    _say_reason(desk, episode)


def _pace(desk: Desk, episode: Episode) -> str:
    spoken = [shot for shot in episode.shots if shot.narration.strip()]
    if not spoken:
        return ""
    seconds = float(sum(shot.frames for shot in spoken) / episode.fps)
    speed = speed_of("\n".join(shot.narration for shot in spoken), seconds, "narration")
    return desk.t("narration {n} characters/s", n=desk.t.number(speed.characters))


def _say_reason(desk: Desk, episode: Episode) -> None:
    """Say which gap and proposal all this is for; the proposal is one click away."""
    t = desk.t
    proposal = episode.proposal
    if proposal is None:
        st.caption(t("no proposal behind it yet"), width="content")
        return
    angle = angle_name(dict(proposal.angle_names), desk.language, proposal.angle or "")
    label = t("for the angle “{angle}”", angle=angle) if angle else proposal.title
    if proposal.gap_kind:
        label = f"{label} · {kind_name(proposal.gap_kind, t)}"
    if proposal.gap_evidence:
        label = t("{gap} · evidence {grade}", gap=label, grade=evidence_name(proposal.gap_evidence, t))
    st.page_link(
        "pages/plan/proposal.py",
        label=escape_markdown(label),
        icon=":material/bookmark:",
        help=proposal.gap and escape_markdown(proposal.gap),
        query_params={"proposal": proposal.proposal_id},
    )
