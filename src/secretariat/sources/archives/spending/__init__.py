"""The spending ledger, as CSV and as JSON."""
