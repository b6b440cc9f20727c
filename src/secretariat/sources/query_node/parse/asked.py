"""What a post asks: read from its text, of which nothing else is kept."""

from typing import Any

from secretariat.facts.asking import only_asks, question_in
from secretariat.sources.query_node.values import Unreadable, storable


def asked(value: Any) -> str | None:
    """Read the sentence of a text that asks something; None where it asks nothing."""
    if not isinstance(value, str):
        raise Unreadable("a text")
    found = question_in(value)
    return None if found is None else storable(found)


def asked_only(value: Any) -> bool:
    """Tell whether a text does nothing but ask."""
    if not isinstance(value, str):
        raise Unreadable("a text")
    return only_asks(value)
