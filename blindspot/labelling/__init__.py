"""How works get angles: folding and matching of terms, rules, and the codebook's file format."""
