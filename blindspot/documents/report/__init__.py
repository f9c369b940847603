"""A research report: Markdown to its parts and back, word for word."""
