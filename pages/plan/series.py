"""Series: episodes in an order, what each needs next and what it repeats, and the days they are planned for."""

from blindspot.ui.desk import desk
from blindspot.ui.plan.series.view import show_series

show_series(desk())
