"""Scenarios and world files, built, synced by the product, and held against the practice network's own truth."""
