"""The pages of what we make of it: the shortlist."""
