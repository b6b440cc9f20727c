"""Servers on loopback sockets that disturb what passes through them."""
