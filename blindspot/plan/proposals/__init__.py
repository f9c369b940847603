"""Proposals: listed and ordered, edited part by part, their evidence refreshed, what the team says of them."""
