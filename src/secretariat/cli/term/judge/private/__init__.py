"""What council members and leads are called for in private, and whether it is so; and whom nothing reaches, which is a task."""
