"""The picture of what claims rest on has a dot for each origin, in the column of its grade, and none on another."""

from __future__ import annotations

from blindspot.charts import LIGHT, Axis
from blindspot.charts.claim_origins import ClaimRow, OriginDot, claim_origins

GRADES = Axis(["high", "medium", "low", "unrated"], ["High", "Medium", "Low", "Unrated"])


def draw(*rows: ClaimRow) -> list[tuple[int, int, int, str]]:
    """Return column, row, claim and symbol of every dot."""
    return sorted(
        (round(x), y, claim_id, trace.marker.symbol)
        for trace in claim_origins(rows, GRADES, "Look at", LIGHT).data
        for x, y, claim_id in zip(trace.x, trace.y, trace.customdata, strict=True)
    )


def test_each_origin_stands_in_the_column_of_its_grade_filled_where_it_speaks_first_hand() -> None:
    dots = [OriginDot("high", "a", True), OriginDot("high", "b", False), OriginDot("unrated", "c", False)]
    drawn = draw(ClaimRow(7, "x", "high", [], dots), ClaimRow(8, "y", "low", ["a sum"], []))
    assert drawn == [(0, 0, 7, "circle"), (0, 0, 7, "circle-open"), (3, 0, 7, "circle-open"), (4, 1, 8, "triangle-up")]


def test_many_origins_of_one_grade_stay_apart_and_in_their_cell() -> None:
    figure = claim_origins(
        [ClaimRow(1, "x", "low", [], [OriginDot("medium", str(n), True) for n in range(12)])], GRADES, "Look at", LIGHT
    )
    places = sorted(figure.data[0].x)
    assert len(set(places)) == 12
    assert 0.5 < places[0] < places[-1] < 1.5


def test_a_long_statement_stands_in_two_lines_and_is_cut_after_them() -> None:
    rows = [ClaimRow(1, statement, "low", [], []) for statement in ("字" * 20, "字" * 99, "a b")]
    whole, cut, short = claim_origins(rows, GRADES, "Look at", LIGHT).layout.yaxis.ticktext
    assert whole.replace("<br>", "") == "字" * 20
    assert cut.count("<br>") == 1
    assert cut.endswith("…")
    assert short == "a b"


def test_a_claim_that_rests_on_nothing_and_words_with_markup_are_drawn() -> None:
    figure = claim_origins(
        [ClaimRow(1, "<b>x</b>", "unrated", [], [OriginDot("low", "<i>a</i>", False)])], GRADES, "Look at", LIGHT
    )
    assert figure.data[1].hovertext == ("&lt;i&gt;a&lt;/i&gt;",)
    assert figure.layout.yaxis.ticktext == ("&lt;b&gt;x&lt;/b&gt;",)
    assert claim_origins([], GRADES, "Look at", LIGHT).layout.height > 0
