"""Discovery: what the sources and the viewers say and no work does."""

from blindspot.ui.desk import desk
from blindspot.ui.explore.discovery_view import show_discovery

show_discovery(desk())
