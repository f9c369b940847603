"""The Markdown brief is a report: read as one, it has the same claims, sources, proposal, series and shots."""

from __future__ import annotations

from dataclasses import replace

import pytest
from boards import HOSTILE, episode, hostile_shots
from briefs import ARGUED, OPTIONS, PROPOSAL, briefed

from blindspot.documents.report import Report, parse_report
from blindspot.domain import Counterpoint, Point, Risk, SupportingClaim
from blindspot.writers.brief_markdown import write_brief, write_proposal_brief
from blindspot.writers.contents import claims_of
from blindspot.writers.words import word

LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])


def read(written: bytes) -> Report:
    report = parse_report(written.decode())
    assert report is not None
    assert [section.key for section in report.sections if section.verbatim is not None] == []
    return report


@LANGUAGES
def test_claims_come_back_with_grades_reasons_and_sources(language: str) -> None:
    report = read(write_brief(briefed(), OPTIONS[language]))
    claims = claims_of(PROPOSAL)
    assert [(claim.statement, claim.grade, claim.grade_reason, claim.body) for claim in report.claims] == [
        (claim.statement, claim.grade, claim.grade_reason, claim.body) for claim in claims
    ]
    assert [[(cited.label, cited.url) for cited in claim.citations] for claim in report.claims] == [
        [(cited.label, cited.url) for cited in claim.sources] for claim in claims
    ]
    [ratings] = [section.ratings for section in report.sections if section.key == "ratings"]
    assert {(rating.label, rating.url, rating.grade) for rating in ratings} == {
        (cited.label, cited.url, cited.grade) for claim in claims for cited in claim.sources
    }


@LANGUAGES
def test_the_proposal_comes_back_with_all_its_parts(language: str) -> None:
    report = read(write_proposal_brief(PROPOSAL, OPTIONS[language]))
    [draft] = report.proposals
    assert (draft.title, draft.thesis, draft.visual_note) == (PROPOSAL.title, PROPOSAL.thesis, PROPOSAL.visual_note)
    assert [(each.title, each.body) for each in draft.values] == [(each.title, each.body) for each in PROPOSAL.values]
    assert [(each.title, each.body) for each in draft.visuals] == [(each.title, each.body) for each in PROPOSAL.visuals]
    assert [(each.title, each.grade, each.body) for each in draft.claims] == [
        (each.title, each.grade, each.body) for each in PROPOSAL.claims
    ]
    assert [each.title for each in draft.risks] == [each.title for each in PROPOSAL.risks]
    assert draft.risks[0].mitigation == PROPOSAL.risks[0].mitigation
    [section] = [section for section in report.sections if section.key == "counterpoints"]
    assert [(each.title, each.claim, each.response) for each in section.counterpoints] == [
        (each.title, each.claim, each.answer) for each in PROPOSAL.counterpoints
    ]
    [insight] = [section.body for section in report.sections if section.key == "insight"]
    assert insight == f"{PROPOSAL.thesis}\n\n{PROPOSAL.difference}"
    [gap] = [section.body for section in report.sections if section.heading == word("headings", "gap", language)]
    assert PROPOSAL.gap in gap and "2027-02-11" in gap


@LANGUAGES
def test_the_episode_comes_back_with_its_series_and_its_shots(language: str) -> None:
    written = briefed()
    report = read(write_brief(written, OPTIONS[language]))
    assert report.title == written.title
    [series] = [each for section in report.sections for each in section.series]
    assert (series.title, [each.title for each in series.episodes]) == (written.series, [written.title])
    assert str(written.number) in series.episodes[0].note and written.note in series.episodes[0].note
    lines = [line for line in report.sections[-1].body.split("\n") if line.startswith("| S0")]
    assert len(lines) == len(written.shots)
    for line, shot in zip(lines, written.shots, strict=True):
        cells = [cell.strip().replace("<br> ", "\n") for cell in line.strip("|").split(" | ")]
        assert cells[0] == shot.name and str(shot.frames) in cells
        for text in (shot.picture, shot.narration, shot.on_screen_text, shot.sound, shot.visual, shot.asset):
            assert not text or text in cells
        assert all(any(claim.statement in cell for cell in cells) for claim in shot.claims)


def test_what_to_do_about_a_risk_is_found_again_where_its_body_does_not_say_it() -> None:
    proposal = replace(PROPOSAL, risks=(Risk("限流", "平台可能不推", "platform", "换个说法"),))
    [draft] = read(write_proposal_brief(proposal, OPTIONS["zh"])).proposals
    assert draft.risks[0].mitigation == "建议：换个说法"


def test_a_local_address_is_left_out() -> None:
    sources = (
        replace(ARGUED.sources[0], url="http://127.0.0.1/x"),
        replace(ARGUED.sources[1], url="file:///etc/passwd"),
    )
    claim = SupportingClaim("一", claim=replace(ARGUED, sources=sources))
    text = write_proposal_brief(replace(PROPOSAL, claims=(claim,)), OPTIONS["zh"]).decode()
    assert "127.0.0.1" not in text and "/etc/passwd" not in text


def test_an_episode_without_proposal_or_shots_is_still_a_brief() -> None:
    text = write_brief(episode((), proposal=None), OPTIONS["zh"]).decode()
    assert text.startswith("# 数据的饥荒\n")


@pytest.mark.parametrize("text", [*HOSTILE, "## 关键事实\n\n### 1. 假的", "---", "```\nx", "===", "~~~"])
def test_no_text_adds_a_section_a_claim_or_a_shot(text: str) -> None:
    proposal = replace(
        PROPOSAL,
        difference=f"前\n\n{text}",
        thesis=f"前\n\n{text}",
        values=(Point("值", f"前\n\n{text}"),),
        counterpoints=(Counterpoint("反", f"前\n\n{text}", f"前\n\n{text}"),),
    )
    report = parse_report(write_brief(briefed(proposal=proposal), OPTIONS["zh"]).decode())
    plain = parse_report(write_brief(briefed(), OPTIONS["zh"]).decode())
    assert [section.key for section in report.sections] == [section.key for section in plain.sections]
    assert len(report.claims) == len(plain.claims)


def test_hostile_shots_stay_one_line_each() -> None:
    shots = hostile_shots()
    text = write_brief(episode(shots), OPTIONS["zh"]).decode()
    table = text.split("## 分镜表\n\n")[1].strip().split("\n")
    assert len(table) == len(shots) + 2
    assert not any(character in text for character in "\x00\x1b\u202e")
