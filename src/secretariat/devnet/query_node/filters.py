"""Filters: what a ``where`` of the schema asks, made into bounds, ids, foreign keys and tests of rows.

A comparison with no value is neither true nor false in SQL: it fails, and its negation fails too.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from graphql import GraphQLError

from secretariat.devnet.query_node.declared import Entity
from secretariat.devnet.query_node.orders import NATURAL, Read, Row, reader

Test = Callable[[Row], bool]
Find = Callable[[str, Mapping[str, Any]], Iterable[Row]]
"""Find the rows of an entity that meet a filter."""


@dataclass(slots=True)
class Filter:
    """What rows must meet, all of it: ``bounds`` of natural fields, ``ids``, ``keys`` by column, and ``tests``.

    ``equals`` are those of the tests once more that ask for one value.
    """

    bounds: list[tuple[str, str, Any]] = field(default_factory=list)
    ids: frozenset[str] | None = None
    keys: dict[str, frozenset[str]] = field(default_factory=dict)
    tests: list[Test] = field(default_factory=list)
    equals: dict[str, Any] = field(default_factory=dict)

    def narrow(self, ids: Iterable[str]) -> None:
        """Keep to these ids."""
        found = frozenset(ids)
        self.ids = found if self.ids is None else self.ids & found


class FilterMaker:
    """The making of one entity's filters. ``find`` answers for related entities."""

    def __init__(self, entity: Entity, find: Find) -> None:
        self.entity = entity
        self.find = find

    def filter(self, where: Mapping[str, Any] | None) -> Filter:
        """Take a filter apart. Raises GraphQLError for one that cannot be met by any value."""
        made = Filter()
        self._collect(where or {}, made)
        return made

    def bound_tests(self, made: Filter) -> list[Test]:
        """Make tests of a filter's bounds, for rows that are not in a natural order."""
        return [self._compared(name, operator, value)[0] for name, operator, value in made.bounds]

    def key_tests(self, made: Filter) -> list[Test]:
        """Make tests of a filter's foreign keys."""
        return [_member(column, values) for column, values in made.keys.items()]

    def _collect(self, where: Mapping[str, Any], made: Filter) -> None:
        for name, wanted in where.items():
            if name == "AND":
                for one in wanted or ():
                    self._collect(one, made)
                continue
            base, _, operator = name.rpartition("_")
            if base in NATURAL and operator != "in" and wanted is not None:
                both = ("gte", "lte") if operator == "eq" else (operator,)
                made.bounds += [(base, one, wanted) for one in both]
            elif name == "id_eq" and wanted is not None:
                made.narrow((wanted,))
            elif name == "id_in" and wanted is not None:
                made.narrow(wanted)
            elif name in self.entity.fields and self.entity.fields[name].kind == "one":
                self._related(name, wanted, made)
            else:
                made.tests.append(self._test(name, wanted, negated=False))
                if operator == "eq":
                    made.equals[base] = wanted

    def _related(self, name: str, wanted: Any, made: Filter) -> None:
        """Keep to the rows whose foreign key names a related row that meets the filter."""
        if wanted:
            column, ids = f"{name}Id", self._ids(name, wanted)
            made.keys[column] = made.keys[column] & ids if column in made.keys else ids

    def _ids(self, name: str, wanted: Mapping[str, Any]) -> frozenset[str]:
        return frozenset(row["id"] for row in self.find(self.entity.fields[name].type, wanted))

    # --------------------------------------------------------------------- tests

    def _where(self, where: Mapping[str, Any], *, negated: bool) -> Test:
        tests = [self._test(name, wanted, negated=negated) for name, wanted in where.items()]
        return _any(tests) if negated else _every(tests)

    def _test(self, name: str, wanted: Any, *, negated: bool) -> Test:
        if name in ("AND", "OR", "NOT"):
            return self._several(name, wanted or (), negated=negated)
        if name in self.entity.fields:
            test = self._relation(name, wanted or {})
            return _not(test) if negated else test
        base, _, operator = name.rpartition("_")
        if operator in ("some", "none", "every"):
            test = self._list(base, operator, wanted or {})
            return _not(test) if negated else test
        test, read = self._compared(base, operator, wanted)
        if not negated:
            return test
        if wanted is None or read is None:
            return _not(test)
        return lambda row: read(row) is not None and not test(row)

    def _several(self, word: str, wheres: Iterable[Mapping[str, Any]], *, negated: bool) -> Test:
        """Join filters; NOT means that none of them is met. Negation goes down to the single comparisons."""
        down = negated != (word == "NOT")
        each = [self._where(where, negated=down) for where in wheres if where]
        if not each:
            return lambda _: True
        return _every(each) if (word == "OR") == negated else _any(each)

    def _relation(self, name: str, wanted: Mapping[str, Any]) -> Test:
        declared = self.entity.fields[name]
        if not wanted:
            return lambda _: True
        if declared.kind == "one":
            return _member(f"{name}Id", self._ids(name, wanted))
        owners = frozenset(row.get(declared.by) for row in self.find(declared.type, wanted))
        return lambda row: row["id"] in owners

    def _list(self, name: str, word: str, wanted: Mapping[str, Any]) -> Test:
        if word == "every":
            # Nothing may be there that does not meet it.
            return _not(self._some(name, {"NOT": [wanted]})) if wanted else lambda _: True
        some = self._some(name, wanted)
        return some if word == "some" else _not(some)

    def _some(self, name: str, wanted: Mapping[str, Any]) -> Test:
        declared = self.entity.fields[name]
        met = self.find(declared.type, wanted)
        if declared.kind == "many":
            ids = frozenset(row["id"] for row in met)
            return lambda row: not ids.isdisjoint(row[name])
        owners: set[str | None] = set()
        for row in met:
            named = row.get(declared.by)
            owners.update(named if isinstance(named, list) else (named,))
        return lambda row: row["id"] in owners

    def _compared(self, name: str, operator: str, wanted: Any) -> tuple[Test, Read | None]:
        if operator == "json":
            return _of_type(name, wanted), None
        if operator == "all":
            return (lambda _: True), None
        read = reader(self.entity, name)
        if operator == "eq":
            return (lambda row: read(row) == wanted), read
        if operator == "in":
            if wanted is None:
                raise GraphQLError(f"{name}_in: a list is needed")
            values = frozenset(wanted)
            return (lambda row: read(row) in values), read
        if wanted is None:
            return (lambda _: False), read
        return _COMPARED[operator](read, wanted), read


def _text(test: Callable[[str, str], bool]) -> Callable[[Read, Any], Test]:
    """Compare texts as the generated code does, without regard to case."""

    def made(read: Read, wanted: Any) -> Test:
        low = str(wanted).lower()
        return lambda row: (value := read(row)) is not None and test(str(value).lower(), low)

    return made


def _less(read: Read, wanted: Any) -> Test:
    return lambda row: (value := read(row)) is not None and value < wanted


def _at_most(read: Read, wanted: Any) -> Test:
    return lambda row: (value := read(row)) is not None and value <= wanted


def _more(read: Read, wanted: Any) -> Test:
    return lambda row: (value := read(row)) is not None and value > wanted


def _at_least(read: Read, wanted: Any) -> Test:
    return lambda row: (value := read(row)) is not None and value >= wanted


def _contains_all(read: Read, wanted: Any) -> Test:
    return lambda row: set(wanted) <= set(read(row) or ())


def _contains_any(read: Read, wanted: Any) -> Test:
    return lambda row: not set(wanted).isdisjoint(read(row) or ())


def _contains_none(read: Read, wanted: Any) -> Test:
    return lambda row: set(wanted).isdisjoint(read(row) or ())


_COMPARED: dict[str, Callable[[Read, Any], Test]] = {
    "lt": _less,
    "lte": _at_most,
    "gt": _more,
    "gte": _at_least,
    "contains": _text(lambda value, low: low in value),
    "startsWith": _text(str.startswith),
    "endsWith": _text(str.endswith),
    "containsAll": _contains_all,
    "containsAny": _contains_any,
    "containsNone": _contains_none,
}


def _of_type(name: str, wanted: Any) -> Test:
    """Compare a union's member: its type, or a field of it. Raises GraphQLError for other operators, as Hydra refuses them."""
    tests = []
    for word, value in (wanted or {}).items():
        base, _, operator = word.rpartition("_")
        if operator != "eq":
            raise GraphQLError(f"{name}_json: the operator of {word} is not supported")
        tests.append(_part(name, "__typename" if base == "isTypeOf" else base, value))
    return _every(tests)


def _part(name: str, column: str, value: Any) -> Test:
    return lambda row: (row.get(name) or {}).get(column) == value


def _member(column: str, values: frozenset[str]) -> Test:
    return lambda row: row.get(column) in values


def _not(test: Test) -> Test:
    return lambda row: not test(row)


def _every(tests: list[Test]) -> Test:
    return tests[0] if len(tests) == 1 else lambda row: all(test(row) for test in tests)


def _any(tests: list[Test]) -> Test:
    return tests[0] if len(tests) == 1 else lambda row: any(test(row) for test in tests)
