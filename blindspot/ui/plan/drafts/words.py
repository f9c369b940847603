"""What is said of drafts: what they are for, what they cost before and after, and what is sent where."""

from __future__ import annotations

from blindspot.plan.drafts import Draft, Estimate, Kind
from blindspot.ui.marking import escape_markdown
from blindspot.ui.texts import Translator


def kind_words(kind: Kind, t: Translator) -> str:
    """Return what a draft is a draft of."""
    return {
        "thesis": t("Thesis"),
        "titles": t("Five titles"),
        "hook": t("Hook"),
        "shots": t("Shots"),
        "summary": t("Summary"),
    }[kind]


def sent_words(kind: Kind, host: str, claims: int, t: Translator) -> str:
    """Return what leaves this machine for a draft, and where it goes."""
    what = {
        "thesis": t("the texts of this proposal"),
        "titles": t("the texts of this proposal"),
        "hook": t("the texts of this episode and its proposal"),
        "shots": t("the texts of this episode and its proposal"),
        "summary": t("the text of this source"),
    }[kind]
    return t(
        "Goes to {host}: {what} and {claims}. Nothing else.",
        host=escape_markdown(host),
        what=what,
        claims=t.plural("{n} claim", "{n} claims", claims),
    )


def estimate_words(estimate: Estimate, t: Translator) -> str:
    """Return what a draft will cost, about."""
    tokens = t.number(estimate.usage.tokens_in + estimate.usage.tokens_out)
    if estimate.cost is None:
        return t("about {tokens} tokens; no price is set", tokens=tokens)
    cost = money_words(estimate.cost, estimate.currency, t)
    return t("about {tokens} tokens, {cost}", tokens=tokens, cost=cost)


def used_words(draft: Draft, t: Translator) -> str:
    """Return what a draft has cost, by what its server counted."""
    if draft.usage is None:
        return t("the server did not say how many tokens it used")
    tokens = t.number(draft.usage.tokens_in + draft.usage.tokens_out)
    if draft.cost is None:
        return t("{tokens} tokens; no price is set", tokens=tokens)
    return t("{tokens} tokens, {cost}", tokens=tokens, cost=money_words(draft.cost, draft.currency, t))


def money_words(cost: float, currency: str, t: Translator) -> str:
    """Return a small sum of money."""
    if 0 < cost < 0.0001:
        return t("under {cost} {currency}", cost=t.number(0.0001, 4), currency=escape_markdown(currency))
    return f"{t.number(cost, 4)} {escape_markdown(currency)}"
