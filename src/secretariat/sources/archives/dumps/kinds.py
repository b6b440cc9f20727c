"""The kinds of chain dump that are known, and how a text or an entry is told to be of one."""

import re
from collections.abc import Set as AbstractSet
from pathlib import PurePosixPath

from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.dumps.forum import CATEGORIES, POSTS, PROPOSAL_THREADS, THREADS
from secretariat.sources.archives.dumps.members import MEMBERS
from secretariat.sources.archives.dumps.proposals import PROPOSALS
from secretariat.sources.archives.dumps.pseudo_json import HEADER, Damage, Entry, slices
from secretariat.sources.archives.dumps.pseudo_json_body import FIELD_NAME, folded
from secretariat.sources.archives.dumps.quoted_map import Item, items
from secretariat.sources.archives.dumps.shapes import Shape

SHAPES: tuple[Shape, ...] = (MEMBERS, PROPOSALS, CATEGORIES, POSTS, THREADS, PROPOSAL_THREADS)
"""Every kind of dump, the one with the plainest marks first."""

KNOWN_NAMES: frozenset[str] = frozenset().union(*(shape.names for shape in SHAPES))

_BY_STORAGE = {storage: shape for shape in SHAPES for storage in shape.storages}
_BEFORE_WORDS = re.compile(r"[\s\[\]{},0-9-]*")
_PROSE = frozenset({".md", ".markdown", ".html", ".htm", ".rst", ".csv"})


def shape_of_storage(storage: str | None) -> Shape | None:
    """Find the kind by the storage item a dump's header names."""
    return _BY_STORAGE.get((storage or "").lower())


def shape_of(names: AbstractSet[str], storage: str | None) -> Shape | None:
    """Find the kind by an entry's (folded) field names; the header settles it when they fit or fit nothing."""
    named = shape_of_storage(storage)
    if named is not None and named.fits(names):
        return named
    return next((shape for shape in SHAPES if shape.fits(names)), named)


def shape_of_head(path: str, head: str) -> Shape | None:
    """Find the kind of dump that a text begins with. Prose that quotes an entry is not a dump."""
    begin = head.lstrip()
    header_first = HEADER.match(begin)
    if PurePosixPath(path).suffix.lower() in _PROSE and header_first is None and not begin.startswith("["):
        return None
    if is_json(head):
        return _shape_of_json(head)
    for start, limit in slices(head):
        lines = head[start.end() : limit]
        names = {folded(found[1]) for found in FIELD_NAME.finditer(lines)}
        shape = shape_of(names, next(iter(HEADER.findall(head, 0, start.start())[-1:]), None))
        if shape is not None:
            return shape
    return shape_of_storage(header_first[1]) if header_first else None


def is_json(text: str) -> bool:
    """Tell JSON from the page's text: its first word is in double quotes."""
    found = _BEFORE_WORDS.match(text)
    return found is not None and text[found.end() : found.end() + 1] == '"'


def _shape_of_json(head: str) -> Shape | None:
    """Find the kind by the first entry; an entry outside a map must bring its number along."""
    first = next(items((head,), Reading("", ""), wrapped=True), None)
    entry = json_entry(first) if first else None
    if not isinstance(entry, Entry):
        return None
    names = {folded(name) for name in entry.fields}
    shape = shape_of(names, None)
    return shape if shape is not None and (entry.key or names & set(shape.id_names)) else None


def json_entry(item: Item) -> Entry | Damage:
    """Read one entry of a JSON dump: an object under its key, a pair of key and object, or an object with its number."""
    value = item.value
    key: tuple[str, ...] = () if item.name is None else (item.name,)
    if isinstance(value, list) and len(value) == 2 and item.name is None:
        parts, value = value if isinstance(value[0], list) else ([value[0]], value[1])
        key = tuple(str(part) for part in parts if isinstance(part, str | int))
    if not isinstance(value, dict):
        return Damage("entry", item.line, 1, None)
    return Entry(key, value, item.line, 1, None)
