"""Sync: bring the facts of the live sources up to date, one transaction for each complete list."""
