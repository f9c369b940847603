"""What the pages are drawn with; the only place besides app.py and pages/ that speaks to Streamlit."""
