"""Coverage: who covers which angle, how much of the works that is, and when."""

from blindspot.ui.desk import desk
from blindspot.ui.explore.coverage_view import show_coverage

show_coverage(desk())
