"""Which headings a post has: read from its text, of which nothing else is kept."""

from typing import Any

from secretariat.facts.headings import headings_in
from secretariat.sources.query_node.values import storable


def headings(value: Any) -> tuple[str, ...] | None:
    """Read the digests of a text's headings; None for what is no text, of which the question's reader tells (``parse.asked``)."""
    return headings_in(storable(value)) if isinstance(value, str) else None
