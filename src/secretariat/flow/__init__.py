"""In what order: collect, review, decide, publish, ask."""
