"""The judge of a played term."""
