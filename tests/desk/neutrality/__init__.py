"""Tests of the words of the neutrality gate."""
