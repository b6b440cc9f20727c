"""What the daily digest for everybody is called for, and whether it is so."""
