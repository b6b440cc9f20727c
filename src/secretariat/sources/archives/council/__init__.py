"""Council reports: head, seats, overview and proposals."""
