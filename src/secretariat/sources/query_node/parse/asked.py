"""What a post asks: read from its text, of which nothing else is kept."""

from typing import Any

from secretariat.facts.asking import Asking, asking_of
from secretariat.sources.query_node.values import Unreadable, storable


def asked(value: Any) -> Asking | None:
    """Read what a text asks; None where it asks nothing."""
    if not isinstance(value, str):
        raise Unreadable("a text")
    return asking_of(storable(value))
