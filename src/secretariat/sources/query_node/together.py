"""Several queries in one request: the first pages of many lists come together, and each is proven by itself.

What follows a first page, and whatever did not come as it should, is asked for list by list.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from secretariat.errors import SecretariatError
from secretariat.sources.query_node.pages import Ask

MOST_LETTERS = 60_000
"""Of the words of one request: servers commonly take bodies of up to 100 kB."""

_OPERATION = re.compile(r"query \w+\((?P<declared>[^()]*)\) \{\n(?P<fields>.*)\}\s*", re.DOTALL)
_SPACE = re.compile(r"\s+")
_VARIABLE = re.compile(r"\$(\w+)")
_ROOT = re.compile(r"^  (\w+)(:?)", re.MULTILINE)
"""The fields of Query stand at two spaces in every document of this package; some have a name of their own."""
_ANSWERED = re.compile(r"q(\d+)_(\w+)", re.ASCII)

Key = tuple[str, str]
"""A document and its variables as text."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Query:
    """One query that is known to be asked, and about how many rows it will give."""

    document: str
    variables: Mapping[str, Any]
    rows: int

    @property
    def key(self) -> Key:
        """Tell it from all others."""
        return _key(self.document, self.variables)


def together(queries: Mapping[int, Query]) -> tuple[str, dict[str, Any]]:
    """Write queries as one document, every name in it with its query's number, and give it with its variables.

    Raises ValueError for a document that is not written as those of this package are.
    """
    declared, fields, variables = [], [], {}
    for number, query in queries.items():
        if (operation := _OPERATION.fullmatch(query.document)) is None:
            raise ValueError(f"a query that is not written as the others are: {query.document[:60]}")
        declared.append(_numbered(operation["declared"], number))
        named = _ROOT.sub(lambda found: _own_name(found, number), operation["fields"])  # noqa: B023
        fields.append(_numbered(named, number))
        variables.update({f"{name}_{number}": value for name, value in query.variables.items()})
    words = f"query Together({', '.join(declared)}) {{ {' '.join(fields)} }}"
    return _SPACE.sub(" ", words), variables


def _numbered(words: str, number: int) -> str:
    return _VARIABLE.sub(rf"$\1_{number}", words)


def _own_name(found: re.Match[str], number: int) -> str:
    name, colon = found[1], found[2]
    return f"  q{number}_{name}:" if colon else f"  q{number}_{name}: {name}"


def apart(data: Mapping[str, Any]) -> dict[int, dict[str, Any]]:
    """Give the answer to each query by its number, with the names that it asked by."""
    answers: dict[int, dict[str, Any]] = {}
    for name, value in data.items():
        if found := _ANSWERED.fullmatch(name):
            answers.setdefault(int(found[1]), {})[found[2]] = value
    return answers


def grouped(queries: Sequence[Query], most_rows: int) -> Iterator[dict[int, Query]]:
    """Part queries, in order and numbered, into requests of at most so many rows and letters each."""
    group: dict[int, Query] = {}
    rows = letters = 0
    for number, query in enumerate(queries):
        length = len(_SPACE.sub(" ", query.document)) + len(query.key[1])
        if group and (rows + query.rows > most_rows or letters + length > MOST_LETTERS):
            yield group
            group, rows, letters = {}, 0, 0
        group[number] = query
        rows, letters = rows + query.rows, letters + length
    if group:
        yield group


class Ahead:
    """Asks as ``ask`` does; what was planned comes in groups, each when the first of its queries is asked.

    A planned answer is given once: what is asked again is asked alone. A group that fails is the last: its queries and
    all later ones are asked one by one, so that what is wrong with one list takes no other with it.
    """

    def __init__(self, ask: Ask, planned: Iterable[Query], most_rows: int) -> None:
        self._ask = ask
        self._answers: dict[Key, Mapping[str, Any]] = {}
        unlike = list({query.key: query for query in planned}.values())
        self._groups = {query.key: group for group in grouped(unlike, most_rows) for query in group.values()}

    def __call__(self, document: str, variables: Mapping[str, Any]) -> Mapping[str, Any]:
        """Give an answer's ``data``. Raises what ``ask`` raises."""
        key = _key(document, variables)
        if key in self._groups:
            self._fetch(self._groups[key])
        answer = self._answers.pop(key, None)
        return self._ask(document, variables) if answer is None else answer

    def _fetch(self, group: Mapping[int, Query]) -> None:
        for query in group.values():
            del self._groups[query.key]
        self._answers.clear()  # lists come in order: what is left of the group before is not asked any more
        if len(group) == 1:
            return
        try:
            answers = apart(self._ask(*together(group)))
        except SecretariatError:
            self._groups.clear()
            return
        self._answers.update((query.key, answers[number]) for number, query in group.items() if number in answers)


def _key(document: str, variables: Mapping[str, Any]) -> Key:
    return document, json.dumps(variables, sort_keys=True, default=str)
