"""Tokenomics reports, three generations of their template."""
