"""Coverage: who covers which angle, how much of the works that is, and when."""

from blindspot.ui.coverage_view import show_coverage
from blindspot.ui.desk import desk

show_coverage(desk())
