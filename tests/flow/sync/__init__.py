"""Tests of sync with real servers on loopback sockets."""
