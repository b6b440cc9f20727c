"""The forum: unanswered questions, the weekly digest, hints about categories, dormant pre-proposals, and advice on posts."""
