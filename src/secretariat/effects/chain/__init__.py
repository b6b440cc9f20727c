"""Signed transactions on their way into the chain: submitting, finding again, and what came of them."""
