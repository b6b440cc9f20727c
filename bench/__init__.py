"""Measurements side by side with a floor, run by `make bench`; never part of the tests."""
