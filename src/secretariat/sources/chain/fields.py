"""Fields of decoded structs: each of the type a fact needs, or unknown with a problem."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from secretariat.facts.accounts import is_key
from secretariat.facts.amounts import Amount
from secretariat.sources.archives.document import Reading
from secretariat.sources.chain.state import StateAt, split


@dataclass(frozen=True, kw_only=True)
class Fields:
    """One decoded struct, with what problems about its fields need."""

    at: StateAt
    reading: Reading
    subject: str
    values: Mapping[str, Any]


def fields_of(at: StateAt, reading: Reading, subject: str, value: Any) -> Fields:
    """Take a decoded value as a struct; one that is none has no fields, and each asked for becomes a problem."""
    values = value if isinstance(value, Mapping) else {}
    return Fields(at=at, reading=reading, subject=subject, values=values)


def whole(fields: Fields, name: str) -> int | None:
    """Give a whole number; None is an option that is not set, or unknown with a problem."""
    found = _field(fields, name, lambda value: type(value) is int)
    return None if found is None else int(found)


def item_number(at: StateAt, reading: Reading, found: Mapping[str, Any], item: str) -> int | None:
    """Give the whole number of an item, ``Pallet.Item``, out of those read; None where it was not read or is not set."""
    if item not in found:
        return None
    pallet, name = split(item)
    return whole(fields_of(at, reading, pallet, {name: found[item]}), name)


def amount(fields: Fields, name: str) -> Amount | None:
    """Give an amount in base units."""
    found = whole(fields, name)
    return None if found is None else Amount(found)


def flag(fields: Fields, name: str) -> bool | None:
    """Give a yes or no."""
    found = _field(fields, name, lambda value: isinstance(value, bool))
    return None if found is None else bool(found)


def account(fields: Fields, name: str) -> str | None:
    """Give a public key (or another digest of 32 bytes) as hex."""
    found = _field(fields, name, lambda value: isinstance(value, str) and is_key(value))
    return None if found is None else str(found)


def variant(fields: Fields, name: str) -> tuple[str | None, Any]:
    """Give an enum's variant and its content."""
    found = _field(fields, name, lambda value: isinstance(value, str | Mapping))
    return variant_of(found)


def variant_of(value: Any) -> tuple[str | None, Any]:
    """Tell an enum's variant from its content; no variant for what is none."""
    if isinstance(value, Mapping) and len(value) == 1:
        name, content = next(iter(value.items()))
        return str(name), content
    return (value, None) if isinstance(value, str) else (None, None)


def odd(fields: Fields, name: str, what: str) -> None:
    """Report a field that does not say what it should."""
    fields.reading.problem(
        "storage-unreadable",
        fields.at.block,
        subject=f"{fields.subject} {name}",
        what=f"{name} of {fields.subject} {what} in the runtime of spec version {fields.at.spec_version}; it is unknown.",
        repair="Look for what the runtime calls it now; the next version of Secretariat must learn it.",
    )


def _field(fields: Fields, name: str, fits: Callable[[Any], bool]) -> Any:
    if name not in fields.values:
        odd(fields, name, "is missing")
        return None
    value = fields.values[name]
    if value is not None and not fits(value):
        odd(fields, name, f"is {repr(value)[:60]}")
        return None
    return value
