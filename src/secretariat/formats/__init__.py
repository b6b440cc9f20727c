"""Render: tables and documents as files and text."""
