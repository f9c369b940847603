"""Research reports in the store: kept part by part, written out again word for word, compared side by side."""
