"""Use cases of what we have: import files, edit codebooks, keep creators."""
