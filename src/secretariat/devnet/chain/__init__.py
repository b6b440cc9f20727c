"""What a chain is: blocks, stored values with their history, events, and what is due when."""
