"""Effects: what is done outside, one package for each way; only the flow that keeps its outcome may reach them."""
