"""The project's documents, and the program that writes the generated ones."""
