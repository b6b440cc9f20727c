"""What every parser reads with: encodings of tables, numbers, dates and texts as people wrote them."""
