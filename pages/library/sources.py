"""Sources: what has been read, the claims drawn from it, whose word they rest on and how good that is."""

from blindspot.ui.desk import desk
from blindspot.ui.library.sources_view import show_sources

show_sources(desk())
