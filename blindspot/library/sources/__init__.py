"""Sources: what the planner has read, whose word it is, and what was drawn from it."""
