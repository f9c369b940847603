"""Parts that Streamlit does not have: drawn in the browser by files beside them, which load nothing from elsewhere."""
