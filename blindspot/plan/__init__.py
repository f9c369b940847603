"""Use cases of what we make of it: proposals; later series, storyboards and signals."""
