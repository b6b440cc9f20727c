"""A query node made from the real schema, and what is read from it."""
