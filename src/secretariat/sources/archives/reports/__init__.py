"""What tokenomics and council reports share, and the old hand-made leaderboard."""
