"""The state of the chain at one block, and its storage values by the names in the metadata."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from secretariat.clients.substrate.codec import storage_value
from secretariat.clients.substrate.keys import has_item, map_keys, storage_key
from secretariat.clients.substrate.rpc import Node
from secretariat.clients.substrate.storage import Beside, keys_at, storage_at, storage_calls
from secretariat.clients.substrate.types import Runtime
from secretariat.clients.substrate.wrong import ValueWrong
from secretariat.errors import SecretariatError
from secretariat.sources.archives.document import Reading

UNREADABLE = "storage-unreadable"
"""The code of a value that is not of the type that the metadata gives it; an answer may also have been cut once."""


class ListShort(SecretariatError):
    """A map gave fewer entries than the chain itself counts; it is read again, then refused."""


@dataclass(frozen=True, kw_only=True)
class Held:
    """What was read of one block's state so far: values by key, and the keys of whole maps by prefix."""

    values: dict[str, str | None] = field(default_factory=dict)
    maps: dict[str, list[str]] = field(default_factory=dict)

    def forget(self) -> None:
        """Let everything be read anew."""
        self.values.clear()
        self.maps.clear()


@dataclass(frozen=True, kw_only=True)
class StateAt:
    """One block's state on one node, with the runtime that its values are read by, and what is held of it."""

    node: Node
    block: int
    hash: str
    spec_version: int
    runtime: Runtime
    held: Held = field(default_factory=Held, init=False, compare=False, repr=False)


def values_at(at: StateAt, keys: Iterable[str]) -> dict[str, str | None]:
    """Give storage values by key, asking for those that are not held. Raises as ``storage_at``."""
    wanted = list(keys)
    at.held.values.update(storage_at(at.node, [key for key in wanted if key not in at.held.values], at.hash))
    return {key: at.held.values[key] for key in wanted}


Entry = tuple[str, Sequence[Any]]
"""An item by ``Pallet.Item``, with the keys of a map; none for a single value."""


def hold(at: StateAt, entries: Iterable[Entry], keys: Iterable[str] = ()) -> None:
    """Read values at once that are about to be read: items by name with the keys of maps, others by their storage keys.

    Raises as ``storage_at``.
    """
    values_at(at, [*keys, *keys_of(at.runtime, entries)])


def keys_of(runtime: Runtime, entries: Iterable[Entry]) -> list[str]:
    """Give the storage keys of those entries whose items the runtime has."""
    return [storage_key(runtime, *split(name), *params) for name, params in entries if has_item(runtime, *split(name))]


def maps_at(at: StateAt, prefixes: Iterable[str], beside: Beside | None = None) -> dict[str, list[str]]:
    """Give all keys of maps by their prefixes, asking for those that are not held; ``beside`` and errors as ``keys_at``."""
    wanted = list(prefixes)
    left = [prefix for prefix in wanted if prefix not in at.held.maps]
    at.held.maps.update(keys_at(at.node, left, at.hash, beside))
    return {prefix: at.held.maps[prefix] for prefix in wanted}


def plain(at: StateAt, reading: Reading, names: Iterable[str]) -> dict[str, Any]:
    """Read items that are one value each, by ``Pallet.Item``; one never set has its default.

    An item the runtime lacks is left out with a note, a value that is not of its type with an error.
    """
    keys = {name: storage_key(at.runtime, *split(name)) for name in there(at, reading, names)}
    raw = values_at(at, keys.values())
    found = {}
    for name, key in keys.items():
        value = _decoded(at, reading, name, name, raw[key])
        if value is not _UNREADABLE:
            found[name] = value
    return found


def chosen(at: StateAt, reading: Reading, name: str, params: Sequence[tuple[Any, ...]]) -> dict[tuple[Any, ...], Any]:
    """Read the entries of a map under known keys; keys that are not set are left out, never given a default."""
    if not there(at, reading, [name]):
        return {}
    keys = {param: storage_key(at.runtime, *split(name), *param) for param in params}
    raw = values_at(at, keys.values())
    return _present(at, reading, name, {param: raw[key] for param, key in keys.items()})


def entries(at: StateAt, reading: Reading, names: Sequence[str]) -> dict[str, dict[tuple[Any, ...], Any]]:
    """Read every entry of some maps, each by its own keys, in the order of those keys."""
    prefixes = {name: storage_key(at.runtime, *split(name)) for name in there(at, reading, names)}
    keys = maps_at(
        at, prefixes.values(), lambda maps: storage_calls(at.node, _all_keys(maps, prefixes.values()), at.hash)
    )
    raw = values_at(at, _all_keys(keys, prefixes.values()))
    found: dict[str, dict[tuple[Any, ...], Any]] = {}
    for name, prefix in prefixes.items():
        named = {}
        for key in keys[prefix]:
            try:
                named[map_keys(at.runtime, *split(name), key)] = raw[key]
            except ValueWrong as error:
                _unreadable(at, reading, f"{name} {key}", error)
        found[name] = dict(sorted(_present(at, reading, name, named).items()))
    return found


def _all_keys(maps: Mapping[str, list[str]], prefixes: Iterable[str]) -> list[str]:
    return [key for prefix in prefixes for key in maps[prefix]]


def at_least(counted: int | None, found: int, what: str) -> None:
    """Compare how many entries came with the chain's own count at the same block. Raises ListShort when they are fewer.

    JSON-RPC gives no total beside a page; the chain's counters are what proves that none is missing.
    """
    if counted is not None and found < counted:
        raise ListShort(f"The chain counts {counted} {what} and the node gave {found}; the list was not taken.")


def there(at: StateAt, reading: Reading, names: Iterable[str]) -> list[str]:
    """List the items the runtime has; each other one becomes a note."""
    found = []
    for name in names:
        if has_item(at.runtime, *split(name)):
            found.append(name)
        else:
            missing(at, reading, f"storage item {name}")
    return found


def missing(at: StateAt, reading: Reading, what: str) -> None:
    """Note that the runtime lacks something."""
    reading.problem(
        "storage-missing",
        0,
        subject=what,
        what=f"The runtime of spec version {at.spec_version} has no {what}; what it would tell is unknown.",
        repair="Nothing is to be done when this network never had it; else look whether it has another name now.",
    )


def split(name: str) -> tuple[str, str]:
    """Split ``Pallet.Item``."""
    pallet, _, item = name.partition(".")
    return pallet, item


_UNREADABLE = object()


def _present(
    at: StateAt, reading: Reading, name: str, raw: dict[tuple[Any, ...], str | None]
) -> dict[tuple[Any, ...], Any]:
    found = {}
    for param, text in raw.items():
        if text is None:
            continue
        subject = f"{name} {' '.join(map(str, param))}"
        value = _decoded(at, reading, name, subject, text)
        if value is not _UNREADABLE:
            found[param] = value
    return found


def _decoded(at: StateAt, reading: Reading, name: str, subject: str, raw: str | None) -> Any:
    try:
        return storage_value(at.runtime, *split(name), raw)
    except ValueWrong as error:
        _unreadable(at, reading, subject, error)
        return _UNREADABLE


def _unreadable(at: StateAt, reading: Reading, subject: str, error: ValueWrong) -> None:
    reading.problem(
        UNREADABLE,
        at.block,
        subject=subject,
        what=f"The value of {subject} cannot be read by the metadata of spec version {at.spec_version}: {str(error).rstrip('.')}.",
        repair="Compare with another node; where it says the same, the next version of Secretariat must learn it.",
        refused=True,
    )
