"""The picture of an angle's growth: each import a step, the last counts written at the ends, no markup in a name."""

from __future__ import annotations

from blindspot.charts import LIGHT, growth_lines


def test_both_counts_step_from_import_to_import_and_end_in_their_numbers() -> None:
    figure = growth_lines(["1 Feb", "8 Feb", "12 Feb"], [0, 1, 4], [0, 1, 3], ("works", "<b>creators"), LIGHT)
    works, creators = figure.data
    assert (list(works.y), list(creators.y)) == ([0, 1, 4], [0, 1, 3])
    assert works.line.shape == "hv"
    assert [note.text for note in figure.layout.annotations] == ["works 4", "&lt;b&gt;creators 3"]


def test_names_at_the_ends_stand_apart_where_the_counts_are_the_same() -> None:
    figure = growth_lines(["1 Feb", "8 Feb"], [0, 2], [0, 2], ("works", "creators"), LIGHT)
    upper, lower = figure.layout.annotations
    assert upper.yshift - lower.yshift >= 18


def test_many_imports_write_few_days() -> None:
    days = [str(day) for day in range(40)]
    figure = growth_lines(days, list(range(40)), list(range(40)), ("works", "creators"), LIGHT)
    assert len(figure.layout.xaxis.ticktext) <= 6
