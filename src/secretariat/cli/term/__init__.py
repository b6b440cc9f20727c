"""``secretariat demo --term``: a council's election played on a practice network through the public commands, and judged."""
