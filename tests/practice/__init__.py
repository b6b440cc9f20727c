"""A chain made up for tests: its metadata, built from declarations, and a node that serves it over HTTP."""
