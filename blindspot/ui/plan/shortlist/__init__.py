"""The shortlist page, part by part."""
