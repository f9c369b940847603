"""Pictures: plain rows in, a Plotly figure out."""

from blindspot.charts.contrast import SaidPhrase, contrast_scatter
from blindspot.charts.frame import Axis, escape, shorten
from blindspot.charts.history import growth_lines
from blindspot.charts.intervals import Share, share_intervals
from blindspot.charts.matrix import coverage_matrix, matrix_top
from blindspot.charts.own_side import OwnColumn, draw_own_side
from blindspot.charts.palette import DARK, LIGHT, Palette, palette
from blindspot.charts.quadrant import Corner, Point, demand_quadrant

__all__ = [
    "DARK",
    "LIGHT",
    "Axis",
    "Corner",
    "OwnColumn",
    "Palette",
    "Point",
    "SaidPhrase",
    "Share",
    "contrast_scatter",
    "coverage_matrix",
    "demand_quadrant",
    "draw_own_side",
    "escape",
    "growth_lines",
    "matrix_top",
    "palette",
    "share_intervals",
    "shorten",
]
