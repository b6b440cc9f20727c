"""The declarations of the entities: a subset of the real schema, one module per theme."""
