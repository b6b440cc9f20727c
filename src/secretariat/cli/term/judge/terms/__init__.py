"""What is called for about a council's term, and whether it is so: the secretary, feedback, term summaries, reports."""
