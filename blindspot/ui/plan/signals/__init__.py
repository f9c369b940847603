"""The signals page, part by part."""
