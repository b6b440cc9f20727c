"""What is called for about proposals, and whether it is so: votes, the last block of each, council changes, the budget."""
