"""The fields of one dumped entry, each read as what it should be, or noted as a problem of its record."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from secretariat.facts.moments import Moment, moment_of_milliseconds
from secretariat.facts.problems import Target
from secretariat.facts.texts import quoted
from secretariat.sources.archives.dumps.pseudo_json_body import folded
from secretariat.sources.archives.dumps.quoted_map import repeated_names
from secretariat.sources.archives.reading.texts import clean

U32 = 2**32 - 1
"""The largest block height and count the chain can hold."""
U64 = 2**63 - 1
"""The largest number any store takes; ids are 64 bits wide on the chain."""
U128 = 2**128 - 1
"""The largest balance the chain can hold."""

_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+")
_HEX_NUMBER = re.compile(r"0x[0-9a-fA-F]{1,32}")
_HEX_BYTES = re.compile(r"0x(?:[0-9a-fA-F]{2})+")
_ACCOUNT = re.compile(r"[1-9A-HJ-NP-Za-km-z]{46,49}")
_MAX_DIGITS = 50
_FORMS_OF_NONE = ("null", "None")


@dataclass(frozen=True, kw_only=True, slots=True)
class Note:
    """A problem that is reported if its entry becomes a record: at ``line``, else where the field ``name`` stands.

    ``summed``: reported once for all entries that have it. ``said``: the sentence without the record, which many may share.
    """

    code: str
    subject: str
    name: str = ""
    line: int = 0
    what: str
    repair: str = ""
    applied: bool = False
    target: Target | None = None
    summed: bool = False
    said: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One entry on its way to becoming one fact.

    ``fields`` have folded names. ``label`` names the record in messages. A ``private`` entry holds words about a person
    that must not be kept: messages quote none of its values.
    """

    kind: str
    key: str
    label: str
    chain: str | None
    fields: Mapping[str, Any]
    repeated: frozenset[str] = frozenset()
    private: bool = False
    notes: list[Note] = field(default_factory=list)


def fold_fields(fields: Mapping[str, Any]) -> tuple[dict[str, Any], frozenset[str]]:
    """Fold the names of an entry's fields; also name those that stand more than once, in any spelling."""
    found: dict[str, Any] = {}
    twice = {folded(name) for name in repeated_names(fields)}
    for name, value in fields.items():
        if folded(name) in found:
            twice.add(folded(name))
        found[folded(name)] = value
    return found, frozenset(twice)


def inside(row: Row, *names: str) -> Row | None:
    """Give the row of the mapping that one of the fields holds; None when none does."""
    value = _value(row, names)
    if not isinstance(value, Mapping):
        return None
    fields, twice = fold_fields(value)
    return replace(row, fields=fields, repeated=row.repeated | twice)


def variant(value: object) -> tuple[str, Any] | None:
    """Read an enum: ``Executed``, ``Executed: null`` or ``ExecutionFailed: {...}`` as folded name and content."""
    if isinstance(value, str) and value.strip() and value not in _FORMS_OF_NONE:
        return folded(value.strip().removesuffix(",")), None
    if isinstance(value, Mapping) and len(value) == 1 and not repeated_names(value):
        ((name, content),) = value.items()
        return folded(str(name)), None if content in _FORMS_OF_NONE else content
    return None


def whole(row: Row, names: str | tuple[str, ...], target: str, *, limit: int = U32, needed: bool = True) -> int | None:
    """Read a whole number from the first of the fields that is there; None, with a note, when it is not one."""
    names = (names,) if isinstance(names, str) else names
    value = _read(row, names, target, needed=needed)
    if value is None:
        return None
    number = whole_number(value)
    if number is None:
        note(row, "row-malformed", names[0], target, f"{_words(target)}{_quoted(row, value)} is not one whole number")
    elif number > limit:
        note(
            row,
            "impossible-figure",
            names[0],
            target,
            f"{_words(target)}{_quoted(row, value)} is larger than the chain can hold",
        )
        return None
    return number


def whole_number(value: object) -> int | None:
    """Read a whole number as dumps print it (``1,345``, ``0x541``); None for anything else."""
    if isinstance(value, int):
        return value if value >= 0 and not isinstance(value, bool) else None
    if isinstance(value, Decimal):
        small = value.is_finite() and 0 <= value < 10**_MAX_DIGITS
        return int(value) if small and value == value.to_integral_value() else None
    if not isinstance(value, str) or len(value) > _MAX_DIGITS + 20:
        return None
    printed = value.strip().removesuffix(",")
    if _GROUPED.fullmatch(printed):
        return int(printed.replace(",", ""))
    return int(printed, 16) if _HEX_NUMBER.fullmatch(printed) else None


def moment(row: Row, names: str | tuple[str, ...], target: str, *, needed: bool = True) -> Moment | None:
    """Read milliseconds since 1970. A zero is how the chain says that it does not know."""
    names = (names,) if isinstance(names, str) else names
    value = _read(row, names, target, needed=needed)
    if value is None:
        return None
    milliseconds = whole_number(value)
    if milliseconds == 0:
        what = f"The {_words(target)} is 0 at {row.label}: the chain did not know the time, so it is left unknown."
        row.notes.append(
            Note(
                code="date-unparsable",
                subject=f"{row.kind} {target} zero",
                name=names[0],
                what=what,
                applied=True,
                summed=True,
            )
        )
        return None
    try:
        if milliseconds is not None:
            return moment_of_milliseconds(milliseconds)
    except ValueError:
        pass
    what = f"{_words(target)}{_quoted(row, value)} is not a time in milliseconds"
    note(row, "date-unparsable", names[0], target, what)
    return None


def flag(row: Row, name: str, target: str, *, needed: bool = True) -> bool | None:
    """Read ``true`` or ``false``."""
    value = _read(row, (name,), target, needed=needed)
    if value is None or isinstance(value, bool):
        return value
    word = value.strip().removesuffix(",").lower() if isinstance(value, str) else ""
    if word not in ("true", "false"):
        note(row, "row-malformed", name, target, f"{_words(target)}{_quoted(row, value)} is neither true nor false")
        return None
    return word == "true"


def account(row: Row, name: str, target: str, *, needed: bool = True) -> str | None:
    """Read an account's address; only its alphabet and length are checked."""
    value = _read(row, (name,), target, needed=needed)
    if value is None:
        return None
    address = value.strip().removesuffix(",") if isinstance(value, str) else ""
    if _ACCOUNT.fullmatch(address):
        return address
    note(row, "row-malformed", name, target, f"{_words(target)}{_quoted(row, value)} is not an account's address")
    return None


def is_account(text: object) -> bool:
    """Tell whether a text has the alphabet and the length of an account's address."""
    return isinstance(text, str) and _ACCOUNT.fullmatch(text.strip()) is not None


def line_of_text(row: Row, name: str, target: str) -> str:
    """Read a short text: bytes printed as hexadecimal are decoded, a wrong encoding is undone; empty when missing.

    The chain-state page prints a text with letters beyond ASCII as the hexadecimal of its UTF-8 bytes.
    """
    value = row.fields.get(name)
    if name in row.repeated or name not in row.fields:
        _read(row, (name,), target, needed=True)
        return ""
    printed = value if isinstance(value, str) else ""
    if not isinstance(value, str):
        note(row, "row-malformed", name, target, f"{_words(target)}{_quoted(row, value)} is not a text")
    return _clean(row, name, target, _from_hex(row, name, target, printed))


def _from_hex(row: Row, name: str, target: str, printed: str) -> str:
    if not _HEX_BYTES.fullmatch(printed.strip()):
        return printed
    try:
        decoded = bytes.fromhex(printed.strip()[2:]).decode("utf-8")
    except UnicodeDecodeError:
        decoded = ""
    if not decoded.strip() or clean(decoded).damaged:
        what = f"{_words(target)}{_quoted(row, printed)} is hexadecimal but not a text in UTF-8"
        note(row, "hex-title", name, target, what, repair="Give the text as it was meant.")
        return printed
    what = f"{row.label}: {_words(target)} is stored as hexadecimal bytes" + (
        "." if row.private else f" for {quoted(decoded)}."
    )
    row.notes.append(
        Note(
            code="hex-title",
            subject=f"{row.kind} {row.key} {target}",
            name=name,
            what=what,
            repair="Decode the bytes as UTF-8.",
            applied=True,
            target=Target(kind=row.kind, key=row.key, field=target),
        )
    )
    return decoded


def _clean(row: Row, name: str, target: str, text: str) -> str:
    cleaned = clean(text)
    if cleaned.damaged:
        what = f"{_words(target)}{_quoted(row, cleaned.text)} has characters that cannot be read"
        note(row, "mojibake", name, target, what, repair="Give the text as it was meant.")
    elif cleaned.repair:
        what = f"{row.label}: {_words(target)}{_quoted(row, cleaned.text)} was {cleaned.repair}."
        row.notes.append(
            Note(
                code="mojibake",
                subject=f"{row.kind} {row.key} {target}",
                name=name,
                what=what,
                repair=f"It is {cleaned.repair}.",
                applied=True,
                target=Target(kind=row.kind, key=row.key, field=target),
            )
        )
    return cleaned.text


def _value(row: Row, names: tuple[str, ...]) -> Any:
    """Give the value of the first of the fields that is there; None when none is or it holds nothing."""
    value = next((row.fields[name] for name in names if name in row.fields), None)
    return None if isinstance(value, str) and value in _FORMS_OF_NONE else value


def _read(row: Row, names: tuple[str, ...], target: str, *, needed: bool) -> Any:
    """Give a field's value; None, with a note, when it stands twice or is missing though ``needed``."""
    if any(name in row.repeated for name in names):
        note(row, "row-malformed", names[0], target, f"{_words(target)} stands there more than once")
        return None
    if needed and not any(name in row.fields for name in names):
        note(row, "row-malformed", names[0], target, f"{_words(target)} is missing")
        return None
    value = _value(row, names)
    if value is None and needed:
        note(row, "row-malformed", names[0], target, f"{_words(target)} is empty")
    return value


def _words(target: str) -> str:
    return target.replace("_", " ")


def _quoted(row: Row, value: object) -> str:
    return "" if row.private else f" {quoted(value)}"


def note(row: Row, code: str, name: str, target: str, what: str, *, repair: str = "") -> None:
    """Note an open problem of one field; ``what`` is a sentence without the record's name.

    ``name`` is the field in the dump (folded), ``target`` in the fact.
    """
    row.notes.append(
        Note(
            code=code,
            subject=f"{row.kind} {row.key} {target}",
            name=name,
            what=f"{row.label}: {what}.",
            repair=repair or "Look the value up and repair it; until then it is unknown.",
            target=Target(kind=row.kind, key=row.key, field=target),
            said=what,
        )
    )
