"""What a kind of chain dump is made of: how it is told from others, and how one entry becomes one fact."""

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from secretariat.sources.archives.dumps.fields import Row

FREE_TEXT = frozenset(
    {"title", "description", "rationale", "handle", "about", "avataruri", "text", "currenttext"},
)
"""Fields, names folded, in which people write what they like."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Shape:
    """One kind of dump. All field names are folded: lower case without underscores.

    ``storages`` are the storage items it is read from; ``fits`` tells by the names of an entry's fields. ``names`` are
    the fields an entry may have at any depth, ``id_names`` those that repeat its key; ``id_field`` is the field of the
    fact that holds it. ``read`` turns an entry with its
    number into a fact, or None when it lacks what every fact of the kind must have. ``unkept`` are fields, of ``names``,
    whose numbers no column holds: they are told once. ``private`` entries hold words
    about a person that no message may quote.
    """

    noun: str
    kind: str
    storages: tuple[str, ...]
    fits: Callable[[AbstractSet[str]], bool]
    names: frozenset[str]
    id_names: tuple[str, ...]
    id_field: str
    read: Callable[[Row, int], Any]
    unkept: frozenset[str] = frozenset()
    private: bool = False
