"""What follows from the facts: one pure package per duty of the role."""
