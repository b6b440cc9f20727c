"""KPI documents, their schema, earnings, the leaderboard, and OKRs."""
