"""Storyboards: an episode's shots in order, edited one by one or many at once, checked, and read from tables."""
