"""The quadrant says what the numbers say: gaps open and orange, no mark hidden by another, no name as markup."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from blindspot.charts import LIGHT, Axis, Corner, OwnColumn, Point, coverage_matrix, demand_quadrant, draw_own_side
from blindspot.charts.frame import label_width
from blindspot.charts.label_room import LINE
from blindspot.charts.quadrant import HEIGHT, WIDTH

WORDS = Corner("creators", "origins", "asked for, not covered")
GAP = Point("data", "Data", 0.0, 0.0, 0.3, 3, 12, "3 origins", True)
COVERED = Point("demo", "Demo", 0.8, 0.5, 0.95, 0, 0, "nothing", False)


def test_gaps_are_open_and_what_is_covered_is_filled() -> None:
    there, missing = demand_quadrant([GAP, COVERED], 0.15, WORDS, LIGHT).data
    assert (list(there.customdata), there.marker.symbol, there.marker.color) == (["demo"], "circle", LIGHT.there)
    assert (list(missing.customdata), missing.marker.symbol) == (["data"], "circle-open")
    assert (list(missing.x), list(missing.y)) == ([0.0], [3.0])
    assert list(missing.error_x.array) == [0.3]


def test_angles_at_one_spot_share_a_mark_at_its_true_place_and_are_all_named() -> None:
    twins = [replace(GAP, key=key, label=key.upper(), demand=1) for key in ("a", "b")]
    figure = demand_quadrant([*twins, COVERED], 0.15, WORDS, LIGHT)
    _, missing = figure.data
    assert (list(missing.x), list(missing.y), list(missing.customdata)) == ([0.0], [1], ["a"])
    assert missing.hovertext[0].count("<br>") == 1
    assert "A · B" in [note.text for note in figure.layout.annotations]


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12), st.integers(0, 9)), min_size=1, max_size=16))
def test_labels_keep_apart(angles: list[tuple[int, int, int]]) -> None:
    points = [
        replace(
            GAP, key=str(place), label=f"Angle {place}", share=creators / 12, low=creators / 24,
            high=creators / 12 + (1 - creators / 12) / 3, demand=demand, weight=weight, is_gap=creators < 2,
        )
        for place, (creators, demand, weight) in enumerate(angles)
    ]  # fmt: skip
    figure = demand_quadrant(points, 0.15, WORDS, LIGHT)
    (x_low, x_high), (y_low, y_high) = figure.layout.xaxis.range, figure.layout.yaxis.range
    boxes = []
    for note in figure.layout.annotations:
        if note.xref == "paper":
            continue
        width = label_width(note.text)
        left = (note.x - x_low) / (x_high - x_low) * WIDTH + note.xshift
        left -= {"left": 0, "center": width / 2, "right": width}[note.xanchor]
        boxes.append((left, left + width, (note.y - y_low) / (y_high - y_low) * HEIGHT + note.yshift))
    assert boxes
    assert all(left >= 0 and right <= WIDTH for left, right, _ in boxes)
    for one, other in combinations(boxes, 2):
        assert one[1] <= other[0] or other[1] <= one[0] or abs(one[2] - other[2]) >= LINE - 1e-6


def test_a_name_is_no_markup() -> None:
    figure = demand_quadrant([replace(GAP, label="<b>x</b>")], 0.15, WORDS, LIGHT)
    assert any(note.text == "&lt;b&gt;x&lt;/b&gt;" for note in figure.layout.annotations)


def test_our_own_blind_spot_is_an_open_square_outside_the_frame_of_theirs() -> None:
    angles, columns = Axis(["demo", "data"], ["Demo", "Data"]), Axis([1], ["One"])
    figure = coverage_matrix(
        angles, columns, {("demo", 1): 2}, LIGHT, missing={"data"}, hover=lambda *_: "", gap_label="no work"
    )
    draw_own_side(figure, angles, [OwnColumn("own", "Ours", {"data": 1}, lambda a, n: f"{a} {n}")], 1, LIGHT)
    ours = figure.data[-1]
    assert (list(ours.text), list(ours.marker.symbol)) == (["0", "1"], ["square-open", "square"])
    [frame] = [shape for shape in figure.layout.shapes if shape.type == "rect"]
    assert frame.x1 < min(ours.x)
