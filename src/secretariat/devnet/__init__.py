"""The practice network: a generated council on loopback that speaks the real protocols and shares no code with the rest."""
