"""The practice network: a generated council on loopback that speaks the real protocols. Shares no code with the rest."""
