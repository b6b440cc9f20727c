"""One function for each type, made when first asked for: what encoding and decoding have in common."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar, cast

from secretariat.devnet.metadata.declarations import Enum, Field, Struct
from secretariat.devnet.metadata.definitions import (
    WIDTHS,
    WRAPPER_OPAQUE,
    Array,
    Compact,
    Definition,
    Primitive,
    Sequence,
    Tuple,
    definition,
)

F = TypeVar("F", bound=Callable[..., Any])


class ByType(ABC, Generic[F]):
    """Functions by their type's text; one for each form that a type can have is made by the methods below."""

    def __init__(self, named: Mapping[str, Struct | Enum]) -> None:
        self._named = named
        self._made: dict[str, F] = {}

    def of(self, text: str) -> F:
        """Give the function for a type. Raises KeyError for a type that is not declared."""
        if text not in self._made:

            def later(*given: Any) -> Any:
                return self._made[text](*given)

            self._made[text] = cast(F, later)  # stands in while the function is made: a type may hold itself
            self._made[text] = self._make(definition(text, self._named))
        return self._made[text]

    def _make(self, told: Definition) -> F:
        match told:
            case Primitive(name):
                return self._primitive(name)
            case Sequence("u8"):
                return self.octets()
            case Sequence(inner):
                return self.sequence(self.of(inner))
            case Array(inner, length):
                return self.array(self.of(inner), length, octets=inner == "u8")
            case Tuple(parts):
                return self.of_fields(tuple(Field(None, part) for part in parts), of_tuple=True)
            case Compact():
                return self.compact(told)
            case Enum("Option"):
                return self.option(self.of(told.variants[1].fields[0].type))
            case Enum():
                return self.enum(told)
            case Struct("BTreeMap" | "BTreeSet"):
                return self.ordered(self.of(told.fields[0].type), pairs=told.path == "BTreeMap")
            case _ if told.path == WRAPPER_OPAQUE:
                return self.wrapped(self.of(told.fields[1].type))
        return self.of_fields(told.fields)

    def _primitive(self, name: str) -> F:
        if name in WIDTHS:
            return self.integer(WIDTHS[name])
        return self.flag() if name == "bool" else self.text()

    @abstractmethod
    def flag(self) -> F:
        """Give the function for bool."""

    @abstractmethod
    def text(self) -> F:
        """Give the function for str."""

    @abstractmethod
    def integer(self, width: int) -> F:
        """Give the function for an unsigned integer of so many bytes."""

    @abstractmethod
    def octets(self) -> F:
        """Give the function for bytes of any number."""

    @abstractmethod
    def sequence(self, inner: F) -> F:
        """Give the function for a ``Vec``."""

    @abstractmethod
    def array(self, inner: F, length: int, *, octets: bool) -> F:
        """Give the function for so many of one type, ``octets`` for bytes."""

    @abstractmethod
    def compact(self, told: Compact) -> F:
        """Give the function for a compact integer."""

    @abstractmethod
    def option(self, inner: F) -> F:
        """Give the function for an ``Option``."""

    @abstractmethod
    def enum(self, told: Enum) -> F:
        """Give the function for any other enum."""

    @abstractmethod
    def ordered(self, entries: F, *, pairs: bool) -> F:
        """Give the function for a map (of ``pairs``) or a set, whose entries stand in their keys' order."""

    @abstractmethod
    def wrapped(self, inner: F) -> F:
        """Give the function for a value within its own length."""

    @abstractmethod
    def of_fields(self, fields: tuple[Field, ...], *, of_tuple: bool = False) -> F:
        """Give the function for what a struct, a variant or an event holds: a dict by field, one value, or a tuple."""


def rank(key: Any) -> Any:
    """Give what a map's keys are ordered by: a struct's fields in their order."""
    return tuple(key.values()) if isinstance(key, dict) else key
