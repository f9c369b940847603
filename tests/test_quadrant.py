"""The quadrant says what the numbers say: gaps open and orange, no mark hidden by another, no name as markup."""

from __future__ import annotations

from dataclasses import replace

from blindspot.charts import LIGHT, Axis, Corner, OwnColumn, Point, coverage_matrix, demand_quadrant, draw_own_side

WORDS = Corner("creators", "origins", "asked for, not covered")
GAP = Point("data", "Data", 0.0, 0.0, 0.3, 3, 12, "3 origins", True)
COVERED = Point("demo", "Demo", 0.8, 0.5, 0.95, 0, 0, "nothing", False)


def test_gaps_are_open_and_what_is_covered_is_filled() -> None:
    there, missing = demand_quadrant([GAP, COVERED], 0.15, WORDS, LIGHT).data
    assert (list(there.customdata), there.marker.symbol, there.marker.color) == (["demo"], "circle", LIGHT.there)
    assert (list(missing.customdata), missing.marker.symbol) == (["data"], "circle-open")
    assert (list(missing.x), list(missing.y)) == ([0.0], [3.0])
    assert list(missing.error_x.array) == [0.3]


def test_marks_of_one_demand_stand_beside_each_other() -> None:
    twins = [replace(GAP, key=key, demand=1) for key in ("a", "b", "c")]
    _, missing = demand_quadrant(twins, 0.15, WORDS, LIGHT).data
    assert len(set(missing.y)) == 3
    assert all(abs(place - 1) < 0.5 for place in missing.y)


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
