"""What is true: frozen values read from sources, one module per noun."""
