"""The pages of what we have: imports, codebook, creators."""
