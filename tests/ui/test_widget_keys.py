"""Whatever one can press or fill in has a key of its own: two of the same words are told apart by nothing else."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import blindspot.ui

WIDGETS = {
    "audio_input", "button", "camera_input", "chat_input", "checkbox", "color_picker", "data_editor", "date_input",
    "datetime_input", "download_button", "feedback", "file_uploader", "menu_button", "multiselect", "number_input",
    "pagination", "pills", "radio", "segmented_control", "select_slider", "selectbox", "slider", "text_area",
    "text_input", "time_input", "toggle",
}  # fmt: skip
PICKED = {"altair_chart", "dataframe", "expander", "plotly_chart", "popover", "tabs"}
"""Widgets only where a page hears what was done to them."""


def keyless() -> Iterator[str]:
    folder = Path(blindspot.ui.__file__).parent
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            given = {keyword.arg for keyword in node.keywords}
            is_widget = node.func.attr in WIDGETS or (
                node.func.attr in PICKED and given & {"on_select", "on_change", "on_click"}
            )
            # two stars may bring the key
            if is_widget and isinstance(node.func.value, ast.Name) and not given & {"key", None}:
                yield f"{path.relative_to(folder)}:{node.lineno} {node.func.attr}"


def test_every_widget_has_a_key() -> None:
    assert list(keyless()) == []
