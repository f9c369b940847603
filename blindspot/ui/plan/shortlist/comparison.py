"""Two to four proposals side by side, aspect by aspect; what several of them share is said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

import streamlit as st

from blindspot.domain import Proposal as Full
from blindspot.plan.loading import load_proposals
from blindspot.plan.proposals.listing import Proposal
from blindspot.ui.desk import Desk
from blindspot.ui.marking import escape_markdown
from blindspot.ui.plan.proposal.address import open_proposal
from blindspot.ui.plan.proposal.evidence import statement
from blindspot.ui.plan.shortlist.words import about_words, gap_words, votes_words
from blindspot.ui.reading_names import grade_name
from blindspot.ui.status_names import proposal_status_name, risk_kind_name

MOST = 4
LETTERS = "ABCD"
Entry = tuple[str, str]
"""What an entry is known by in every proposal, and its text as Markdown."""


def show_comparison(desk: Desk, chosen: Sequence[Proposal]) -> None:
    """Draw the proposals in columns, each aspect in a line of its own across them."""
    t = desk.t
    full = load_proposals(desk.store, [one.proposal_id for one in chosen])
    both = [(one, full[one.proposal_id]) for one in chosen]
    st.subheader(t("Side by side"), anchor=False)
    _show_heads(desk, chosen)
    aspects: dict[str, Callable[[Proposal, Full], Sequence[Entry]]] = {
        t("Status"): lambda one, _: [_same(proposal_status_name(one.status, t))],
        t("Thesis"): lambda _, whole: _text(whole.thesis),
        t("How it differs"): lambda _, whole: _text(whole.difference),
        t("Gap"): lambda one, _: _gap(desk, one),
        t("Claims"): lambda _, whole: [
            (claim.title, f":gray-badge[{grade_name(claim.grade, t)}] {escape_markdown(claim.title)}")
            for claim in whole.claims
        ],
        t("Counter-arguments"): lambda _, whole: [
            (one.title, _titled(one.title, one.answer or t("no answer yet"))) for one in whole.counterpoints
        ],
        t("Risks"): lambda _, whole: [
            (risk.title, f"{_titled(risk.title, risk.mitigation)} :gray[({risk_kind_name(risk.kind, t)})]")
            for risk in whole.risks
        ],
        t("Pictures"): lambda _, whole: [_same(visual.title) for visual in whole.visuals],
        t("Fit to the account"): lambda _, whole: _text(
            " · ".join(part for part in (whole.account, whole.fit) if part)
        ),
        t("Team"): lambda one, _: [_same(_team(desk, one))],
        t("Tags"): lambda one, _: [_same(tag) for tag in one.tags],
    }
    for name, entries in aspects.items():
        _show_aspect(desk, name, [entries(one, whole) for one, whole in both])


def _show_heads(desk: Desk, chosen: Sequence[Proposal]) -> None:
    columns = st.columns(len(chosen))
    for letter, column, one in zip(LETTERS, columns, chosen, strict=False):
        with column:
            st.markdown(f"##### :blue-badge[{letter}] {escape_markdown(one.title)}")
            st.caption(escape_markdown(about_words(desk, one) or "—"))
            label, key = desk.t("Open the proposal"), f"open_{one.proposal_id}"
            if st.button(label, key=key, icon=":material/edit_note:", type="tertiary"):
                open_proposal(one.proposal_id)


def _show_aspect(desk: Desk, name: str, cells: Sequence[Sequence[Entry]]) -> None:
    """Draw one aspect; nothing of it where no proposal says anything, one sentence where all say the same."""
    t = desk.t
    if not any(cells):
        return
    known = [tuple(key for key, _ in cell) for cell in cells]
    st.markdown(f"**{name}**")
    if all(keys == known[0] for keys in known):
        st.markdown(f":gray[{t('The same in all:')}] " + " · ".join(words for _, words in cells[0]))
        return
    holders = Counter(key for keys in known for key in set(keys))
    for letter, column, cell in zip(LETTERS, st.columns(len(cells)), cells, strict=False):
        with column, st.container(border=True, gap="xsmall"):
            for number, (key, words) in enumerate(cell):
                shared = f" :gray[· {t('in {n} of them', n=t.number(holders[key]))}]" if holders[key] > 1 else ""
                st.markdown(f":blue-badge[{letter}] {words}{shared}" if number == 0 else f"{words}{shared}")
            if not cell:
                st.markdown(f":blue-badge[{letter}] :gray[—]")


def _gap(desk: Desk, one: Proposal) -> list[Entry]:
    if one.known is None:
        return []
    words = escape_markdown(statement(one.known, desk.t))
    return [(words, f"{words} :gray[{escape_markdown(gap_words(one, desk.t))}]")]


def _team(desk: Desk, one: Proposal) -> str:
    t = desk.t
    return f"{votes_words(one, t)} · {t.plural('{n} comment', '{n} comments', one.comments)}"


def _text(words: str) -> list[Entry]:
    return [_same(words)] if words else []


def _same(words: str) -> Entry:
    return words, escape_markdown(words)


def _titled(title: str, more: str) -> str:
    return f"**{escape_markdown(title)}** {escape_markdown(more)}" if more else f"**{escape_markdown(title)}**"
