"""The contrast picture: silent phrases open and labelled, one marker a spot, no label over another, no markup."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from blindspot.charts import LIGHT, SaidPhrase, contrast_scatter
from blindspot.charts.contrast import HEIGHT, WIDTH
from blindspot.charts.frame import label_width
from blindspot.charts.label_room import LINE


def said(label: str, passages: int = 2, z: float = 0.5, is_silent: bool = True) -> SaidPhrase:
    return SaidPhrase(label.casefold(), label, passages, z, is_silent, f"{label}: note")


def draw(*phrases: SaidPhrase):
    return contrast_scatter(phrases, LIGHT, x_title="x", y_title="y")


def test_phrases_of_one_spot_share_a_marker_that_a_click_knows() -> None:
    figure = draw(said("A"), said("B"), said("C", 9, 1.2), said("D", 5, 0.1, is_silent=False))
    both, silent = figure.data
    assert list(silent.customdata) == ["a", "c"]
    assert silent.hovertext[0] == "A: note<br>B: note"
    assert silent.marker.symbol == "circle-open"
    assert list(both.customdata) == ["d"]
    assert [note.text for note in figure.layout.annotations] == ["A · B", "C"]


def test_words_of_others_are_no_markup() -> None:
    figure = draw(said("<b>x</b>"))
    assert figure.layout.annotations[0].text == "&lt;b&gt;x&lt;/b&gt;"
    assert figure.data[1].hovertext[0] == "&lt;b&gt;x&lt;/b&gt;: note"


def test_nothing_said_is_drawn_as_nothing() -> None:
    assert [len(trace.x) for trace in draw().data] == [0, 0]


@given(
    st.lists(st.tuples(st.integers(1, 60), st.integers(0, 30), st.text("数据ab", min_size=1, max_size=24)), max_size=40)
)
def test_labels_keep_apart(phrases: list[tuple[int, int, str]]) -> None:
    figure = draw(*(said(label, passages, z / 10) for passages, z, label in phrases))
    (x_low, x_high), (y_low, y_high) = figure.layout.xaxis.range, figure.layout.yaxis.range
    boxes = []
    for note in figure.layout.annotations:
        width = label_width(note.text)
        left = (note.x - x_low) / (x_high - x_low) * WIDTH + note.xshift - (width if note.xanchor == "right" else 0)
        boxes.append((left, left + width, (note.y - y_low) / (y_high - y_low) * HEIGHT))
    assert all(left >= 0 and right <= WIDTH for left, right, _ in boxes)
    for one, other in combinations(boxes, 2):
        assert one[1] <= other[0] or other[1] <= one[0] or abs(one[2] - other[2]) >= LINE - 1e-6
