"""Blindspot: which angles of a topic competitors cover, which nobody covers, and how sure that is.

Imports point down only:

    app.py, pages/, cli            what people touch
    ui, charts                     how it looks and reads
    plan                           what we make of it: proposals, series, storyboards, signals
    explore                        what it shows: coverage, gaps, works; reads, never writes
    library                        what we have: imports, codebooks, creators
    editing                        how rows are changed by several people: conflicts, history, undo
    readers, labelling, writers    bytes to rows, works to angles, the plan to files (strangers to each other,
    store                          and to the only DuckDB)
    documents                      bytes of reports and articles to text, and back
    domain                         the plan's nouns as values
    errors, settings               the ground floor
"""
