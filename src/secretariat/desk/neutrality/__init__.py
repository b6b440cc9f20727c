"""Neutrality: a gate that every outgoing word passes; what it finds is shown to a person with its place in the text."""
