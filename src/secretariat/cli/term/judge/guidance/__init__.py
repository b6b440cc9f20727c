"""What is called for about the types of proposals, and whether it is so: their guides, and the bulletin on those that are seldom used."""
