"""The colours on the screen say what the numbers say: a picture of coverage is read back from its pixels."""

from __future__ import annotations

from collections import defaultdict
from io import BytesIO

import plotly.graph_objects as go
import pytest
from PIL import Image
from playwright.sync_api import Page
from plotly.offline import get_plotlyjs

from blindspot.charts import DARK, LIGHT, Axis, Palette, coverage_matrix

SHAPES = {
    "sparse": (8, 20, {(0, 0): 2, (0, 13): 2, (3, 7): 1, (5, 19): 3}),
    "dense": (5, 24, {(row, column): 1 + row + column for row in range(5) for column in range(24)}),
    "one cell": (1, 1, {(0, 0): 5}),
    "busy": (4, 3, {(0, 0): 5_000, (2, 2): 1}),
}
PLACES = """() => {
    const plot = document.getElementById('plot'), {xaxis, yaxis} = plot._fullLayout;
    const box = plot.getBoundingClientRect();
    return {left: box.left + xaxis._offset, top: box.top + yaxis._offset, x: xaxis.l2p(1) - xaxis.l2p(0),
            y: yaxis.l2p(1) - yaxis.l2p(0), x0: xaxis.l2p(0), y0: yaxis.l2p(0)};
}"""


def picture(shape: str, colours: Palette) -> go.Figure:
    """Return the picture of a shape's counts; rows without works are framed as missing."""
    rows, columns, counts = SHAPES[shape]
    return coverage_matrix(
        Axis(list(range(rows)), [f"angle {row}" for row in range(rows)]),
        Axis(list(range(columns)), [f"号{column}" for column in range(columns)]),
        counts,
        colours,
        missing=set(range(rows)) - {row for row, _ in counts},
        hover=lambda angle, column, works: f"{angle} {column} {works}",
        gap_label="no work",
    )


def draw(page: Page, figure: go.Figure, ground: str) -> tuple[Image.Image, dict[str, float]]:
    """Show a figure and return what the screen shows, with where its cells lie there, in pixels."""
    figure.update_layout(paper_bgcolor=ground, width=900)
    page.evaluate("(json) => Plotly.newPlot('plot', JSON.parse(json))", figure.to_json())
    return Image.open(BytesIO(page.screenshot())).convert("RGB"), page.evaluate(PLACES)


@pytest.mark.parametrize(("colours", "ground"), [(LIGHT, "#ffffff"), (DARK, "#0f131b")], ids=["light", "dark"])
def test_exactly_the_cells_with_works_are_filled(page: Page, colours: Palette, ground: str) -> None:
    page.set_viewport_size({"width": 920, "height": 500})
    page.set_content("<div id=plot></div>")
    page.add_script_tag(content=get_plotlyjs())
    full = tuple(bytes.fromhex(colours.scale[-1][1][1:]))
    for shape, (rows, columns, counts) in SHAPES.items():
        screen, at = draw(page, picture(shape, colours), ground)
        shown: dict[int, set[tuple[int, ...]]] = defaultdict(set)
        for row in range(rows):
            for column in range(columns):
                # beside the number in the middle, and above the words of a row without works
                x = at["left"] + at["x0"] + (column - 0.35) * at["x"]
                y = at["top"] + at["y0"] + (row - 0.3) * at["y"]
                shown[counts.get((row, column), 0)].add(screen.getpixel((round(x), round(y))))
        # the ground, and that of a row without works
        bare = shown.pop(0, set())
        assert len(bare) <= 2, shape
        assert bare.isdisjoint(set().union(*shown.values())), shape
        assert all(len(some) == 1 for some in shown.values()), shape
        assert [count for count, some in shown.items() if some == {full}] == [max(counts.values())], shape
