"""Topics: what people talk about becomes candidates, and candidates become topics; the accounts they are for."""

from blindspot.ui.desk import desk
from blindspot.ui.library.topics_view import show_topics

show_topics(desk())
