"""The pages of what it shows: gaps, coverage, works."""
