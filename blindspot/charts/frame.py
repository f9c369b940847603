"""What all pictures share: their frame, an axis of angles, labels that fit and hold no markup."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import plotly.graph_objects as go

from blindspot.charts.palette import Palette

ROW_PIXELS = 31
ROW_LABEL = 22
FONT = "'Source Sans', 'Noto Sans SC', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif"


@dataclass(frozen=True)
class Axis:
    """The categories of one side of a matrix: what a click returns, what is said of each, and what is written there.

    Where nothing is `written`, it is the label, cut to its room.
    """

    keys: Sequence[Any]
    labels: Sequence[str]
    written: Sequence[str] | None = None

    def ticks(self, length: int) -> list[str]:
        """Return what stands along the axis, in at most `length` characters each."""
        return shorten_apart(self.labels if self.written is None else self.written, length)


def as_given(values: list[Any]) -> np.ndarray:
    """Return the values as an array of objects: Plotly looks some ten times at each item of a list, but not of one."""
    return np.array(values, dtype=object)


def set_frame(figure: go.Figure, colours: Palette, *, rows: int, top: int, right: int = 8) -> None:
    """Set a figure's height for so many rows, its margins in pixels, and what every picture looks like."""
    figure.update_layout(
        height=rows * ROW_PIXELS + top + 12,
        margin={"l": 0, "r": right, "t": top, "b": 8},
        showlegend=False,
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        font={"color": colours.text, "size": 13, "family": FONT},
        dragmode=False,
        hovermode="closest",
    )
    figure.update_xaxes(zeroline=False, fixedrange=True, tickfont={"color": colours.text})


def set_angle_axis(figure: go.Figure, angles: Axis, is_missing: Sequence[bool], colours: Palette) -> None:
    """Write the angles along the y axis, the first on top, those that are missing in their colour."""
    labels = [
        f"<span style='color:{colours.missing}'>{escape(label)}</span>" if missing else escape(label)
        for label, missing in zip(angles.ticks(ROW_LABEL), is_missing, strict=True)
    ]
    figure.update_yaxes(
        tickvals=list(range(len(angles.keys))),
        ticktext=labels,
        range=[len(angles.keys) - 0.5, -0.5],
        automargin=True,
        showgrid=False,
        zeroline=False,
        fixedrange=True,
        ticklabelstandoff=6,
        ticks="",
        tickfont={"color": colours.text},
    )


def label_width(label: str) -> float:
    """Return about how wide a label is, in pixels."""
    return sum(13.0 if ord(character) > 0x2E7F else 7.2 for character in label)


def shorten(label: str, length: int) -> str:
    """Return the label cut to `length` characters, the last one being an ellipsis where something was cut."""
    return label if len(label) <= length else f"{label[: length - 1]}…"


def shorten_apart(labels: Sequence[str], length: int) -> list[str]:
    """Return the labels cut to `length`; those that would then read the same keep as much of their ends as differs."""
    short = {label: shorten(label, length) for label in dict.fromkeys(labels)}
    alike: dict[str, list[str]] = defaultdict(list)
    for label, cut in short.items():
        alike[cut].append(label)
    for group in alike.values():
        short |= _apart(group, length) if len(group) > 1 else {}
    return [short[label] for label in labels]


def _apart(labels: Sequence[str], length: int) -> dict[str, str]:
    for end in range(1, length - 1):
        cuts = {label: f"{label[: length - 1 - end]}…{label[-end:]}" for label in labels}
        if len(set(cuts.values())) == len(labels):
            return cuts
    return {label: f"{label[: length - 1 - len(str(n))]}…{n}" for n, label in enumerate(labels, 1)}


def escape(label: str) -> str:
    """Return the label with nothing in it that Plotly would take for markup."""
    return label.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
