"""What the wording guard says under a text: the sentence, what it rests on, and a hedge to take by one click."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import streamlit as st

from blindspot.domain import Claim, Risk, SupportingClaim
from blindspot.plan.wording import Advice, guard
from blindspot.ui.desk import Desk
from blindspot.ui.marking import escape_markdown, shorten
from blindspot.ui.reading_names import grade_name
from blindspot.ui.widget_functions import as_callback

MOST_SAID = 3
LONGEST, LONGEST_OFFER = 60, 120


def show_advice(
    desk: Desk,
    text: str,
    claims: Iterable[Claim | SupportingClaim],
    risks: Iterable[Risk],
    key: str,
    put: Callable[[str], object],
) -> None:
    """Draw advice on a text, if any; `put` stores the text as reworded."""
    for number, advice in enumerate(guard(text, claims, risks)[:MOST_SAID]):
        with st.container(border=True, gap="small", key=f"advice_{key}_{number}"):
            st.markdown(f":material/balance: {advice_words(desk, advice)}")
            with st.container(gap=None):
                for place, rewording in enumerate(advice.rewordings):
                    st.button(
                        escape_markdown(_hedged_part(advice.sentence, rewording.sentence)),
                        icon=":material/auto_fix_high:",
                        type="tertiary",
                        key=f"hedge_{key}_{number}_{place}",
                        on_click=as_callback(put),
                        args=(advice.applied(text, rewording),),
                    )


def _hedged_part(before: str, after: str) -> str:
    """Return a reworded sentence, of a long one the part around what is new in it."""
    if len(after) <= LONGEST_OFFER:
        return after
    new = next((place for place, (was, is_now) in enumerate(zip(before, after, strict=False)) if was != is_now), 0)
    start = max(0, new - LONGEST_OFFER // 3)
    return f"{'…' if start else ''}{shorten(after[start:], LONGEST_OFFER)}"


def advice_words(desk: Desk, advice: Advice) -> str:
    """Return why a sentence should say less, as Markdown."""
    t = desk.t
    if isinstance(advice.about, Risk):
        about = t("a listed risk: “{title}”", title=escape_markdown(shorten(advice.about.title, LONGEST)))
    else:
        title = advice.about.statement if isinstance(advice.about, Claim) else advice.about.title
        about = t(
            "a claim graded {grade}: “{title}”",
            grade=grade_name(advice.about.grade, t),
            title=escape_markdown(shorten(title, LONGEST)),
        )
    return t(
        "“{sentence}” states as certain what touches {about}. Say less?",
        sentence=escape_markdown(shorten(advice.sentence, LONGEST)),
        about=about,
    )
