"""The category adviser: where a post fits, what is nearly the same, and whether it needs a pre-proposal thread (row B8)."""
