"""The node: JSON-RPC over the chain, as a real one answers it."""
