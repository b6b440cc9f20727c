"""Dumps of chain state as a web page showed them, and as JSON."""
