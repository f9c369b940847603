"""The pictures say what the numbers say."""

from __future__ import annotations

from collections.abc import Collection

import pytest

from blindspot.charts import LIGHT, Axis, coverage_matrix, shorten_apart

SHAPES = {
    "sparse": (8, 20, {(0, 0): 2, (0, 13): 2, (3, 7): 1, (5, 19): 3}),
    "dense": (6, 24, {(row, column): 1 + row * column for row in range(6) for column in range(24)}),
    "one cell": (1, 1, {(0, 0): 5}),
    "one row": (1, 9, {(0, 4): 1}),
    "one column": (9, 1, {(4, 0): 1}),
    "busy": (3, 24, {(0, 0): 5_000, (2, 23): 1}),
    "nothing": (3, 4, {}),
    "no column": (3, 0, {}),
}


def matrix(rows: int, columns: int, counts: dict[tuple[int, int], int], missing: Collection[int] = ()):
    """Return the picture of counts by (row, column)."""
    return coverage_matrix(
        Axis(list(range(rows)), [f"angle {row}" for row in range(rows)]),
        Axis(list(range(columns)), [f"creator {column}" for column in range(columns)]),
        counts,
        LIGHT,
        missing=missing,
        hover=lambda angle, column, works: f"{angle} {column} {works}",
        gap_label="no work",
    )


def _framed_rows(figure) -> list[float]:
    return sorted((shape.y0 + shape.y1) / 2 for shape in figure.layout.shapes)


@pytest.mark.parametrize("shape", SHAPES)
def test_every_cell_of_the_picture_is_that_of_the_numbers(shape: str) -> None:
    rows, columns, counts = SHAPES[shape]
    heat, marks = matrix(rows, columns, counts).data
    assert [list(row) for row in heat.z] == [
        [counts.get((row, column), 0) for column in range(columns)] for row in range(rows)
    ]
    assert (heat.x0, heat.dx, heat.y0, heat.dy) == (0, 1, 0, 1)
    said = {(y, x): int(text) for x, y, text in zip(marks.x, marks.y, marks.text, strict=True)}
    assert said == counts
    assert [tuple(key) for key in marks.customdata] == list(zip(marks.y, marks.x, strict=True))


@pytest.mark.parametrize("highest", [1, 2, 3, 7, 5_000, 10**9])
def test_a_zero_has_no_colour_and_every_work_has_one(highest: int) -> None:
    heat = matrix(2, 2, {(0, 0): highest, (1, 1): 1}).data[0]
    stops = [(at * highest, colour) for at, colour in heat.colorscale]
    assert stops[0] == (0, "rgba(0,0,0,0)")
    bare = [at for at, colour in stops if colour == "rgba(0,0,0,0)"]
    assert 0 < max(bare) < 1
    assert [at for at, _ in stops] == sorted(at for at, _ in stops)
    assert stops[-1] == (highest, LIGHT.scale[-1][1])


def test_an_angle_that_only_creators_outside_the_picture_cover_is_not_framed_as_a_gap() -> None:
    figure = matrix(3, 2, {(0, 1): 3}, missing={2})
    assert _framed_rows(figure) == [2.0]
    assert [note.text for note in figure.layout.annotations] == ["no work"]


@pytest.mark.parametrize(
    "labels",
    [
        ["2026年11月2日", "2026年11月23日", "2026年11月29日"],
        ["一个名字很长的账号甲", "一个名字很长的账号乙", "一个名字很长的账号"],
        ["aaaaaaaaaaaaXaaaaaaaaaaaaaaaaaaaaa", "aaaaaaaaaaaaYaaaaaaaaaaaaaaaaaaaaa", "b"],
    ],
)
def test_labels_that_differ_are_told_apart_when_they_are_cut(labels: list[str]) -> None:
    for length in (6, 8, 10):
        short = shorten_apart(labels, length)
        assert len(set(short)) == len(labels)
        assert max(map(len, short)) <= length
