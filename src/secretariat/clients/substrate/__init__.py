"""The chain on the wire: JSON-RPC, and SCALE by metadata."""
