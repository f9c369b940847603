"""Works: every number's rows, searched and filtered, with the words that matched."""

from blindspot.ui.desk import desk
from blindspot.ui.explore.works_view import show_works

show_works(desk())
