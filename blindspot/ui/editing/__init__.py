"""How a page edits: stored values in fields, saving, what another changed meanwhile, history and the way back."""
