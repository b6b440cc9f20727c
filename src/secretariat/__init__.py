"""The desk of the Joystream council secretary."""
