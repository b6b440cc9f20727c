"""Change outside: each channel carries out an approved act exactly once, and says what it knows of it."""
