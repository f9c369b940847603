"""The series page, part by part."""
