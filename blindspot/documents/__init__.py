"""Documents: bytes of a report or an article to its text, passages, links and candidates, and a report to text."""
