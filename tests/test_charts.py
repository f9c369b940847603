"""The pictures say what the numbers say."""

from __future__ import annotations

from blindspot.charts import LIGHT, Axis, coverage_matrix


def _framed_rows(figure) -> list[float]:
    return sorted((shape.y0 + shape.y1) / 2 for shape in figure.layout.shapes)


def test_an_angle_that_only_creators_outside_the_picture_cover_is_not_framed_as_a_gap():
    angles = Axis(["demo", "risk", "data"], ["Demo", "Risk", "Data"])
    columns = Axis([1, 2], ["One", "Two"])
    figure = coverage_matrix(
        angles,
        columns,
        {("demo", 1): 3},
        LIGHT,
        missing={"data"},
        hover=lambda angle, column, works: f"{angle} {column} {works}",
        gap_label="no work",
    )
    assert _framed_rows(figure) == [2.0]
    assert [note.text for note in figure.layout.annotations] == ["no work"]
