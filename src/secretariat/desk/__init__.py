"""What we do about it: people's decisions and the record of them, all pure."""
