"""The storyboard page, part by part."""
