"""The chain: which storage items and constants make which fact."""
