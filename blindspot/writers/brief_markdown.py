"""A proposal, or an episode with its shots, as Markdown in a report's form, which `report import` reads again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from blindspot.documents.links import public_url
from blindspot.documents.report import model, render_report
from blindspot.documents.report.words import layout, words
from blindspot.domain import Claim, Episode, Point, Proposal, Risk
from blindspot.writers.contents import claims_of, episode_name, facts_of, gap_line, sources_of
from blindspot.writers.markdown_cell import markdown_cell
from blindspot.writers.names import clean
from blindspot.writers.shot_rows import camera_line, seconds
from blindspot.writers.words import word
from blindspot.writers.writer import Options, Writer

_TEXTS = ("lens", "picture", "narration", "on_screen_text", "sound", "visual", "asset", "prompt")
# what would begin a heading, a section or a block of code where a text is only to be read
_STRUCTURE = re.compile(r"^( {0,3})(?=#{1,3}(?:\s|$)|=+ *$|(?:[-*_] *){3,}$|```|~~~)", re.MULTILINE)
_SENTENCE_END = ("。", "！", "？", ".", "!", "?")


def write_brief(episode: Episode, options: Options) -> bytes:
    """Return the brief of an episode: what its proposal says, then its shots as a table."""
    title = episode.title or episode_name(episode, options.language)
    facts = facts_of(episode.proposal, episode, options.language)
    return _write(title, facts, episode.proposal, episode, options.language)


def write_proposal_brief(proposal: Proposal, options: Options) -> bytes:
    """Return the brief of a proposal."""
    return _write(proposal.title, facts_of(proposal, None, options.language), proposal, None, options.language)


def _write(
    title: str, facts: list[tuple[str, str]], proposal: Proposal | None, episode: Episode | None, language: str
) -> bytes:
    colon = "：" if language == "zh" else ": "
    fields = [model.Field(None, f"**{name}**{colon}", _line(said)) for name, said in facts]
    head = model.Section(key="head", heading=_line(title), level=1, fields=tuple(fields))
    sections = [head, *_argument(proposal, episode, language), *(_storyboard(episode, language) if episode else ())]
    return render_report(model.Report(_line(title), tuple(sections))).encode()


def _argument(proposal: Proposal | None, episode: Episode | None, language: str) -> list[model.Section]:
    """Return the sections that argue for a proposal; an empty one is left out."""
    claims = claims_of(proposal, episode.shots if episode else ())
    number = {claim.claim_id: n for n, claim in enumerate(claims, 1)}
    made = [_section("claims", language, claims=tuple(_claim(each, language) for each in claims))] if claims else []
    if proposal is None:
        return made
    insight = "\n\n".join(filter(None, [_text(proposal.thesis), _text(proposal.difference)]))
    gap = _text(gap_line(proposal, language))
    counterpoints = tuple(
        model.Counterpoint("rebuttal", _line(each.title), _text(each.claim), _text(each.answer))
        for each in proposal.counterpoints
    )
    draft = model.ProposalDraft(
        title=_line(proposal.title),
        thesis=_text(proposal.thesis),
        values=_points(proposal.values),
        claims=tuple(
            model.SupportingClaim(
                _line(each.title),
                each.grade,
                word("grades", each.grade, language),
                _text(each.body),
                number[each.claim.claim_id] if each.claim else None,
            )
            for each in proposal.claims
        ),
        risks=tuple(_risk(each, language) for each in proposal.risks),
        visuals=_points(proposal.visuals),
        visual_note=_line(proposal.visual_note),
    )
    ratings = tuple(
        model.SourceRating(_line(each.label), public_url(each.url), each.grade, word("grades", each.grade, language))
        for each in sources_of(claims)
    )
    return [
        *([_section("insight", language, body=insight)] if insight else []),
        *([model.Section(key=None, heading=word("headings", "gap", language), level=2, body=gap)] if gap else []),
        *made,
        *([_section("counterpoints", language, counterpoints=counterpoints)] if counterpoints else []),
        _section("proposals", language, proposals=(draft,)),
        *([_section("ratings", language, ratings=ratings)] if ratings else []),
    ]


def _storyboard(episode: Episode, language: str) -> list[model.Section]:
    made = []
    if episode.series:
        # its number stands in the note, since a list of one episode counts from 1
        note = ", ".join(filter(None, [episode_name(episode, language), _line(episode.note)]))
        draft = model.SeriesDraft(_text(episode.series), (model.EpisodeDraft(_line(episode.title), note),))
        labels = (("series", ""), ("episode", "- 《{title}》{note}"))
        made.append(_section("series", language, labels, series=(draft,)))
    if episode.shots:
        table = _table(episode, language)
        made.append(model.Section(key=None, heading=word("headings", "storyboard", language), level=2, body=table))
    return made


def _section(key: str, language: str, labels: tuple[tuple[str, str], ...] = (), **parts: Any) -> model.Section:
    # the layout of the brief's own language, whatever language its title is in
    words_of_layout = (*layout("zh" if language == "zh" else "en").items(), *labels)
    return model.Section(key=key, heading=word("headings", key, language), level=2, labels=words_of_layout, **parts)


def _claim(claim: Claim, language: str) -> model.ReportClaim:
    citations = tuple(model.Citation(_label(each.label), public_url(each.url)) for each in claim.sources)
    grade = word("grades", claim.grade, language)
    return model.ReportClaim(
        _line(claim.statement), claim.grade, grade, _line(claim.grade_reason), citations, _text(claim.body)
    )


def _points(points: Sequence[Point]) -> tuple[model.Point, ...]:
    return tuple(model.Point(_line(each.title), _text(each.body)) for each in points)


def _risk(risk: Risk, language: str) -> model.Risk:
    body, mitigation = _text(risk.body), _text(risk.mitigation)
    if mitigation and mitigation not in body:
        # what to do is known by its first word
        if not mitigation.startswith(words("mitigation")):
            mitigation = ("建议：" if language == "zh" else "Mitigation: ") + mitigation
        body = body if not body or body.endswith(_SENTENCE_END) else body + ("。" if language == "zh" else ".")
        body = f"{body}{'' if language == 'zh' else ' '}{mitigation}".strip()
    return model.Risk(_line(risk.title), body, "other", mitigation)


def _table(episode: Episode, language: str) -> str:
    """Return the shots as a table; a column that is empty in every shot is left out."""
    rows = [
        {
            "shot": shot.name,
            "duration_seconds": f"{round(seconds(shot.frames, episode.fps), 3):g}",
            "frames": str(shot.frames),
            "camera": camera_line(shot, language),
            **{name: getattr(shot, name) for name in _TEXTS},
            "claims": "\n".join(f"{each.statement} ({word('grades', each.grade, language)})" for each in shot.claims),
            "image": shot.image.name if shot.image else "",
        }
        for shot in episode.shots
    ]
    columns = [name for name in rows[0] if any(row[name] for row in rows)]
    head = [word("columns", name, language) for name in columns]
    lines = [head, ["---"] * len(columns), *([markdown_cell(row[name]) for name in columns] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _text(text: str) -> str:
    return _STRUCTURE.sub(r"\1\\", clean(text).strip())


def _line(text: str) -> str:
    return " ".join(clean(text).split())


def _label(text: str) -> str:
    # brackets would end the name of a link
    return _line(text).translate(str.maketrans("[]", "［］"))


MD = Writer("md", ".md", "text/markdown", write_brief)
