"""Read outside: every place facts come from."""
