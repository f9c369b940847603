"""Blindspot: which angles of a topic competitors cover, which nobody covers, and how sure that is.

Imports point down only:

    app.py, pages/, cli            what people touch
    ui, charts                     how it looks and reads
    plan                           what we make of it: proposals, later series and storyboards
    explore                        what it shows: coverage, gaps, works; reads, never writes
    library                        what we have: imports, codebooks, creators
    readers, labelling, store      bytes to rows, works to angles, the only DuckDB (strangers to each other)
    documents                      bytes of reports and articles to text, and back
    errors, settings               the ground floor
"""
