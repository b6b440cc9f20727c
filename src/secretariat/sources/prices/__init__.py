"""Exchange rates by day, from a JSON address or a CSV file."""
