"""Blindspot's entry: `streamlit run app.py`."""

from blindspot.ui.frame import run

run()
