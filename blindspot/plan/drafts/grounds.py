"""Whether what a draft says stands in the claims that it cites: its figures are looked up, its sense is for people."""

from __future__ import annotations

from collections.abc import Mapping

from blindspot.documents.quantities import find_quantities, find_years, plain
from blindspot.domain import Claim
from blindspot.plan.drafts.answers import Line, ShotLine


def figures_without_claim(line: Line | ShotLine, claims: Mapping[int, Claim]) -> list[str]:
    """Return the figures and years of a line, as written, that none of the claims it cites holds.

    A count under ten is of things of the sentence itself (three steps) and is left out.
    """
    cited = [claims[number] for number in line.claims if number in claims]
    grounds = plain("\n".join(text for claim in cited for text in (claim.statement, claim.body)))
    said = plain(line.text)
    known = {quantity.number for quantity in find_quantities(grounds)}
    years = set(find_years(grounds))
    new = [quantity for quantity in find_quantities(said) if quantity.number not in known]
    found = [one.words for one in new if one.dimension not in ("", "count") or one.scale > 1 or one.number >= 10]
    return found + [str(year) for year in find_years(said) if year not in years]
