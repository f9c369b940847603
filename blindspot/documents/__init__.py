"""Documents: bytes of a report or an article to its text, passages, links and candidate claims, and a report to text."""
