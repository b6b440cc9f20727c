"""What is called for about the forum, and whether it is so: questions without an answer, the weekly digest, categories, pre-proposals."""
