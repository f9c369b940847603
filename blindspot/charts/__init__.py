"""Pictures: plain rows in, a Plotly figure out."""

from blindspot.charts.calendar import Dated, month_grid
from blindspot.charts.contrast import SaidPhrase, contrast_scatter
from blindspot.charts.frame import Axis, escape, shorten, shorten_apart
from blindspot.charts.history import growth_lines
from blindspot.charts.intervals import Share, share_intervals
from blindspot.charts.matrix import coverage_matrix, matrix_top
from blindspot.charts.own_side import OwnColumn, draw_own_side
from blindspot.charts.palette import DARK, LIGHT, Palette, palette
from blindspot.charts.quadrant import Corner, Point, demand_quadrant
from blindspot.charts.schedule import Bar, Row, schedule

__all__ = [
    "DARK",
    "LIGHT",
    "Axis",
    "Bar",
    "Corner",
    "Dated",
    "OwnColumn",
    "Palette",
    "Point",
    "Row",
    "SaidPhrase",
    "Share",
    "contrast_scatter",
    "coverage_matrix",
    "demand_quadrant",
    "draw_own_side",
    "escape",
    "growth_lines",
    "matrix_top",
    "month_grid",
    "palette",
    "schedule",
    "share_intervals",
    "shorten",
    "shorten_apart",
]
