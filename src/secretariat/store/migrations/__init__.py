"""Migrations of the store; none changes after it landed."""
