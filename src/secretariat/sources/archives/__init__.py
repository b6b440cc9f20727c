"""The community repository's archives: one parser per format."""
