"""The chain's rules, one module for each pallet of the runtime, in its own names."""
