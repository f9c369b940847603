"""The proposal page, part by part."""
