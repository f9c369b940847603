"""What stands on a page under test, and its buttons by their labels."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Button


def words(app: AppTest) -> str:
    """Return every sentence, heading and caption of the page, one a line."""
    parts = [*app.markdown, *app.caption, *app.success, *app.error, *app.info, *app.warning]
    return "\n".join(part.value for part in [*parts, *app.title, *app.header, *app.subheader])


def button(app: AppTest, label: str) -> Button:
    """Return the first button with this label."""
    return next(one for one in app.button if one.label == label)


def labels(app: AppTest) -> list[str]:
    """Return the labels of all buttons."""
    return [one.label for one in app.button]
