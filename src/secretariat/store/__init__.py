"""Remember: the SQL store, a SQLite file or PostgreSQL."""
