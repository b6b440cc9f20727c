"""Hand-off: an approved act for the chain goes to a wallet, comes back signed, is submitted, and is followed to its block."""
