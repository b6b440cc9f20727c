"""Shapes: which field of a row becomes which field of a fact, and the reading of one row by its shape."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from typing import Any

from msgspec.json import Encoder

from secretariat.facts.problems import Problem, Target, problem
from secretariat.facts.records import QUERY_NODE, AnyStated, Stated
from secretariat.facts.texts import quoted
from secretariat.sources.query_node.values import LONGEST_NAME, Reader, Unreadable

READER = "1"
"""Raised when the same row is to become another fact than before: every row is then read as changed."""

_EMPTY = blake2b(digest_size=16, salt=READER.encode())
_ABSENT = object()
_UNREADABLE = "unreadable"
"""The field of facts that names those of their fields that may be none and could not be read, so that they are not taken for none."""
_WORDS = Encoder(order="sorted").encode
_SORTED = json.JSONEncoder(sort_keys=True, separators=(",", ":"), default=str, check_circular=False).encode


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its path in the row (``createdInEvent.inBlock``), the fact's field, and how its value is read.

    ``optional`` says that the schema allows null on the path. ``partial`` says that only some members of a union have it.
    ``places`` says that a row whose value cannot be read cannot be placed, classed or counted: figures are built without its list
    then. Other fields are told as unknown where they stand. ``of`` names the members of the union, by their ``__typename``, that have
    the field: of these it is to be there. ``needed`` says that in them null tells nothing, although the schema allows it.
    """

    path: str
    name: str
    read: Reader
    optional: bool = False
    partial: bool = False
    places: bool = False
    of: tuple[str, ...] = ()
    needed: bool = False

    def may_lack(self, value: Any, union: Any) -> bool:
        """Tell whether a row may be without the field, by what is in its place, null or nothing, and by its ``union``: what its path begins with."""
        if union.__class__ is dict and union.get("__typename") in self.of:
            return self.optional and not self.needed
        return self.optional if value is None else self.partial


def placing(one: Field) -> Field:
    """Give a field that several shapes share, for one of which a row cannot be placed without it."""
    return replace(one, places=True)


@dataclass(frozen=True, kw_only=True, slots=True)
class Shape:
    """The fact that the rows of one list become. ``fixed`` is what the list itself says, such as the event's name.

    ``key`` names the fact's field that holds the id as a number, where it has one. ``reader`` does what ``READER`` does for rows of this shape alone: another
    one when they are to become other facts.
    """

    fact: type
    fields: tuple[Field, ...]
    fixed: Mapping[str, Any] = field(default_factory=dict)
    reader: str = ""
    plan: tuple[tuple[str, tuple[str, ...], str, Reader, Field], ...] = field(init=False)

    def __post_init__(self) -> None:
        """Take the fields apart once, since they are read of every row: first step, further steps, name and reader."""
        steps = [(one, one.path.split(".")) for one in self.fields]
        plan = tuple((first, tuple(rest), one.name, one.read, one) for one, (first, *rest) in steps)
        object.__setattr__(self, "plan", plan)

    @property
    def kind(self) -> str:
        """Name the kind of fact."""
        kind: str = self.fact.KIND  # type: ignore[attr-defined]
        return kind

    @property
    def placing(self) -> frozenset[str]:
        """Name the fact's fields without which a row cannot be placed."""
        return frozenset(one.name for one in self.fields if one.places)

    @property
    def named_unreadable(self) -> frozenset[str]:
        """Name the fact's fields that the fact itself tells to be unreadable, so that rules about it can take care."""
        if _UNREADABLE not in self.fact.__dataclass_fields__:  # type: ignore[attr-defined]
            return frozenset()
        return frozenset(one.name for one in self.fields if one.optional)


@dataclass(frozen=True, slots=True)
class RowRead:
    """One row as a record, or none where its id cannot be read, with the problems of its fields."""

    record: AnyStated | None
    problems: tuple[Problem, ...]


def key_of(row: Any) -> str | None:
    """Give a row's id, or None when it has none that can be read."""
    key = row.get("id") if row.__class__ is dict else None
    if key.__class__ is str and 0 < len(key) <= LONGEST_NAME and key.isprintable():  # as ``name`` reads it
        return key
    return None


def digest_of(row: Any, reader: str = "") -> str:
    """Name the content of a row, as it was asked for and by its shape's reader, in 32 hexadecimal digits.

    The order of the fields is no content: another server, or another wording of the query, may give them in another.
    """
    try:
        words = _WORDS(row)
    except (UnicodeEncodeError, RecursionError):  # half a character, or nested without end
        return earlier_digest_of(row, reader)
    return _digest(words, reader)


def earlier_digest_of(row: Any, reader: str = "") -> str:
    """Name the content of a row as stores of earlier versions do, by its words as Python's own JSON writes them."""
    try:
        words = _SORTED(row)
    except RecursionError:
        words = "nested too deeply"
    return _digest(words.encode(), reader)


def _digest(words: bytes, reader: str) -> str:
    digest = _EMPTY.copy()
    digest.update(words)
    digest.update(reader.encode())
    return digest.hexdigest()


def read_row(shape: Shape, list_name: str, row: Any, height: int) -> RowRead:
    """Turn one row into a record at a block. A wrong field is a problem and unknown; the row arrives all the same.

    A row without a readable id is no record, and a problem.
    """
    file = file_of(list_name)
    key = key_of(row)
    if key is None:
        shown = _shown(row.get("id")) if isinstance(row, dict) else "of no object"
        refused = problem(
            "row-without-id",
            file=file,
            line=height,
            subject=f"{shape.kind} {digest_of(row)}",
            what=f"A row of the list {list_name} has the id {shown}, which names nothing; it was left out, as "
            "[query_node] without_rows_of says.",
            repair="Ask the operator of the query node, or use another one.",
            refused=True,
        )
        return RowRead(None, (refused,))
    return RowRead(*read_named_row(shape, file, key, row, height))


def read_named_row(shape: Shape, file: str, key: str, row: Any, height: int) -> tuple[AnyStated, tuple[Problem, ...]]:
    """Turn a row whose key was read already into a record of the store's document ``file``, as ``read_row`` does."""
    values: dict[str, Any] = dict(shape.fixed)
    problems: list[Problem] = []
    for first, rest, name_, read, one in shape.plan:
        value = row.get(first, _ABSENT)
        if rest:
            for step in rest:  # null on the way ends a path as null, and what has no such step as absent
                value = value.get(step, _ABSENT) if value.__class__ is dict else None if value is None else _ABSENT
        try:
            if value is not None and value is not _ABSENT:
                found = read(value)
            elif one.may_lack(value, row.get(first)) if one.of else one.optional if value is None else one.partial:
                continue
            else:
                found = _promised()
        except Unreadable as expected:
            problems.append(_unreadable(shape, file, key, one, None if value is _ABSENT else value, expected, height))
            if one.optional and _UNREADABLE in shape.fact.__dataclass_fields__:  # type: ignore[attr-defined]
                values[_UNREADABLE] = (*values.get(_UNREADABLE, ()), name_)
            continue
        if found is not None and name_ not in values:
            values[name_] = found
    fact = shape.fact(**values)
    return Stated(shape.kind, key, file, QUERY_NODE, height, fact), tuple(problems)  # by place: so many are made


def file_of(list_name: str) -> str:
    """Name the store's document of a list."""
    return f"{QUERY_NODE}/{list_name}"


def _promised() -> Any:
    raise Unreadable("there at all: the schema promises it")


def _unreadable(
    shape: Shape, file: str, key: str, one: Field, value: Any, expected: Unreadable, height: int
) -> Problem:
    shown = "missing" if value is None else _shown(value)
    return problem(
        "field-unreadable",
        file=file,
        line=height,
        subject=f"{shape.kind} {key} {one.name} {one.path}",
        what=f"{one.path} of {shape.kind} {key} is {shown}, and should be {expected}.",
        repair="Run `secretariat sync`: it reads the row anew each time. If it stays so, look the value up and set it; until then it "
        + (
            f"is unknown, and no figure is made from the list {file.removeprefix(f'{QUERY_NODE}/')}."
            if one.places
            else "is unknown."
        ),
        target=Target(kind=shape.kind, key=key, field=one.name),
    )


def _shown(value: Any) -> str:
    """Show a value in a message: a plain one as it is written, any other by what it is."""
    if isinstance(value, dict):
        return "an object"
    return "a list" if isinstance(value, list) else quoted(value)
