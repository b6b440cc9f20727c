"""Decide: what people say about problems, drafts, findings and the office, each decision in one transaction."""
