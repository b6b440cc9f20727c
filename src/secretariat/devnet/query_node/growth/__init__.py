"""A world's long series as the query node's rows."""
