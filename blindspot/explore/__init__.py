"""Use cases of what it shows: coverage, intervals, typed gaps, response; reads, never writes."""
