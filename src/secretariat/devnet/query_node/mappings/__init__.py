"""From the chain's events to entities: one module per theme, one function per event, as Hydra's mappings do it."""
