"""What is called for about the public calendar and the feed, and whether they are so."""
