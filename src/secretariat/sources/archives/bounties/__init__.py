"""The bounty register with its schema, the status table, and weekly notes."""
