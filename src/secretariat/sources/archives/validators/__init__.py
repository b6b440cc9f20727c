"""Points and offences of validators."""
