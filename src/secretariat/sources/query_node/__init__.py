"""The query node: which lists, which fields, which facts; pages and their proof. Transport and store are elsewhere."""
