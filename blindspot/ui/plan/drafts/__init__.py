"""Drafts of a language model, as the pages offer and show them."""
