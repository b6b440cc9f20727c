"""The notation in which entities are declared, and what it says.

A declaration is a name on a line of its own, and below it one field to a line:

``name Type``, ``name Type!``
    a scalar, an enumeration or a union; ``!`` means that it always has a value
``name String! unique``
    the same, by which one row can be asked for
``name [String!]!``
    a list of scalars
``name Entity! < others``
    a foreign key, and the name of the list that the other entity has of these (never null)
``name Entity! <? others``
    the same, where the schema lets the list be null
``name Entity! <1 other``, ``name Entity! <1! other``
    the same, where the other entity has but one of these, perhaps none or always
``name Entity!``
    a foreign key whose list the schema names by itself: ``castvotevoteFor``
``name [Entity!]! <> others``
    many to many; this side keeps the ids
``nameId String``
    a foreign key's id once more, where the schema lets one filter and order by it

Every entity has the fields of ``BASE`` too, an event (its name ends so) those of ``EVENT``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

SCALARS = ("ID", "String", "Int", "Float", "Boolean", "BigInt", "DateTime", "Bytes")

BASE = """
id ID!
createdAt DateTime!
createdById ID!
updatedAt DateTime
updatedById ID
deletedAt DateTime
deletedById ID
version Int!
"""

EVENT = """
inExtrinsic String
inBlock Int!
network Network!
indexInBlock Int!
type EventTypeOptions
"""

Kind = Literal[
    "scalar", "scalars", "enum", "union", "one", "key", "many", "reverse-many", "reverse-one", "reverse-some"
]
"""One: a foreign key's row; key: its id; many: rows by kept ids; reverse: rows whose foreign key, or kept ids, name this."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Field:
    """One field. ``type`` is the name of its scalar, enumeration, union or entity; ``by`` the other side's field."""

    name: str
    kind: Kind
    type: str
    required: bool
    by: str = ""
    unique: bool = False


@dataclass(kw_only=True, slots=True)
class Entity:
    """One entity and its fields by name."""

    name: str
    fields: dict[str, Field] = field(default_factory=dict)

    @property
    def is_event(self) -> bool:
        """Tell whether it is one of the interface ``Event``."""
        return self.name.endswith("Event")

    @property
    def single(self) -> str:
        """Give its name as a field of the root."""
        return self.name[0].lower() + self.name[1:]

    @property
    def plural(self) -> str:
        """Give the name of its list."""
        single = self.single
        if single.endswith("y"):
            return f"{single[:-1]}ies"
        return single if single.endswith(("s", "Metadata")) else f"{single}s"


@dataclass(frozen=True, kw_only=True, slots=True)
class Model:
    """All that the schema is made of. ``unions`` name their members, ``members`` are these by name."""

    entities: Mapping[str, Entity]
    enums: Mapping[str, tuple[str, ...]]
    unions: Mapping[str, tuple[str, ...]]
    members: Mapping[str, Entity]


@dataclass(frozen=True, kw_only=True, slots=True)
class _Written:
    """A field as it is written: the mark and the name of the other side are empty where there is none."""

    name: str
    type: str
    mark: str
    other: str

    @property
    def bare(self) -> str:
        return self.type.strip("[]!").replace("!]", "")

    @property
    def required(self) -> bool:
        return self.type.endswith("!")


def model_of(entities: str, *, enums: Mapping[str, str], unions: Mapping[str, str], members: str) -> Model:
    """Read the declarations of a whole schema. Raises ValueError for a type that nothing declares."""
    values = {name: tuple(words.split()) for name, words in enums.items()}
    of_unions = {name: tuple(words.split()) for name, words in unions.items()}
    written = _blocks(entities)
    values["EventTypeOptions"] = tuple(name for name in written if name.endswith("Event"))
    known = _Known(frozenset(written), frozenset(values), frozenset(of_unions))
    made = {name: Entity(name=name) for name in written}
    for entity in made.values():
        for line in _fields(BASE + (EVENT if entity.is_event else "")):
            entity.fields[line.name] = known.plain(line)
    for name, lines in written.items():
        for line in lines:
            _declare(made, name, line, known)
    parts = {name: _member(name, lines, known) for name, lines in _blocks(members).items()}
    return Model(entities=made, enums=values, unions=of_unions, members=parts)


@dataclass(frozen=True, slots=True)
class _Known:
    entities: frozenset[str]
    enums: frozenset[str]
    unions: frozenset[str]

    def plain(self, line: _Written) -> Field:
        """Make a field that is no relation."""
        unique = line.mark == "unique"
        return Field(name=line.name, kind=self._kind(line), type=line.bare, required=line.required, unique=unique)

    def _kind(self, line: _Written) -> Kind:
        if line.bare in SCALARS:
            return "scalars" if line.type.startswith("[") else "scalar"
        if line.bare in self.enums:
            return "enum"
        if line.bare in self.unions:
            return "union"
        raise ValueError(f"{line.name}: nothing declares the type {line.bare}")


def _declare(made: dict[str, Entity], name: str, line: _Written, known: _Known) -> None:
    own = made[name].fields
    if line.bare not in known.entities:
        own[line.name] = known.plain(line)
        return
    other = made[line.bare].fields
    if line.mark == "<>":
        own[line.name] = Field(name=line.name, kind="many", type=line.bare, required=True, by=line.other)
        other[line.other] = Field(name=line.other, kind="reverse-some", type=name, required=True, by=line.name)
        return
    own[line.name] = Field(name=line.name, kind="one", type=line.bare, required=line.required)
    key = f"{line.name}Id"
    own[key] = Field(name=key, kind="key", type="String", required=line.required)
    back = line.other or f"{name.lower()}{line.name}"
    kind: Kind = "reverse-one" if line.mark.startswith("<1") else "reverse-many"
    other[back] = Field(name=back, kind=kind, type=name, required=line.mark in ("<", "<1!"), by=key)


def _member(name: str, lines: list[_Written], known: _Known) -> Entity:
    """Make a member of a union: a relation has no key beside it, one without fields has the schema's placeholder."""
    entity = Entity(name=name)
    for line in lines or _fields("phantom Int"):
        related = line.bare in known.entities
        entity.fields[line.name] = (
            Field(name=line.name, kind="one", type=line.bare, required=line.required) if related else known.plain(line)
        )
    return entity


def _blocks(text: str) -> dict[str, list[_Written]]:
    found: dict[str, list[_Written]] = {}
    for line in text.splitlines():
        words = line.split("#")[0].split()
        if len(words) == 1:
            found[words[0]] = current = []
        elif words:
            current.append(_written(words))
    return found


def _fields(text: str) -> list[_Written]:
    return [_written(line.split()) for line in text.splitlines() if line.strip()]


def _written(words: list[str]) -> _Written:
    return _Written(
        name=words[0],
        type=words[1],
        mark=words[2] if len(words) > 2 else "",
        other=words[3] if len(words) > 3 else "",
    )
