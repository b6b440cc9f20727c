"""Published surveys."""
