"""What the wording guard says under a text: the sentence, what it rests on, and a hedge to take by one click."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import streamlit as st

from blindspot.domain import Claim, Risk, SupportingClaim
from blindspot.plan.wording import Advice, guard
from blindspot.ui.desk import Desk
from blindspot.ui.marking import escape_markdown
from blindspot.ui.reading_names import grade_name

MOST_SAID = 3


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
                        escape_markdown(rewording.sentence),
                        icon=":material/auto_fix_high:",
                        type="tertiary",
                        key=f"hedge_{key}_{number}_{place}",
                        on_click=put,
                        args=(advice.applied(text, rewording),),
                    )


def advice_words(desk: Desk, advice: Advice) -> str:
    """Return why a sentence should say less, as Markdown."""
    t = desk.t
    if isinstance(advice.about, Risk):
        about = t("a listed risk: “{title}”", title=escape_markdown(_short(advice.about.title)))
    else:
        title = advice.about.statement if isinstance(advice.about, Claim) else advice.about.title
        about = t(
            "a claim graded {grade}: “{title}”",
            grade=grade_name(advice.about.grade, t),
            title=escape_markdown(_short(title)),
        )
    return t(
        "“{sentence}” states as certain what touches {about}. Say less?",
        sentence=escape_markdown(_short(advice.sentence)),
        about=about,
    )


def _short(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:60]}…"
