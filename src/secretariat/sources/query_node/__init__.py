"""The query node: which lists, which fields, which facts; pages and their proof; transport and store are elsewhere."""
