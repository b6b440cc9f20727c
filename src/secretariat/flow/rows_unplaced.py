"""Rows that cannot be placed: a value is unreadable without which a row of the query node belongs nowhere, or is of no kind.

One council without its block renumbers every term after it, a withdrawn candidacy without its status stands for election, a
reward without its group is spent by none. So no figure is made from such a list until its row can be read or a person decides.
"""

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection

from secretariat.facts.decisions import ProblemDecision, standing
from secretariat.facts.problems import Problem
from secretariat.flow.decided import decisions_now
from secretariat.sources.query_node.lists import LISTS
from secretariat.sources.query_node.reading import row_of
from secretariat.sources.query_node.shapes import file_of
from secretariat.store.facts import problems_coded

UNREADABLE = "field-unreadable"

LISTS_OF_COUNCILS = ("elected-councils", "council-seats", "election-cycles")
"""The query node's lists that tell which council is in office, since and until which block each sat."""

BY_FILE = {file_of(listed.name): listed for listed in LISTS}


def rows_unplaced(connection: Connection) -> dict[str, tuple[Problem, ...]]:
    """Give, by the list's name, the problems of fields without which a row cannot be placed, and that are not settled.

    A value that a person set settles one, and so does a dismissal: figures go on without the value then, as somebody answers
    for it. One that was set to unknown is as unknown as before.
    """
    found: dict[str, list[Problem]] = {}
    coded = problems_coded(connection, UNREADABLE)
    settled = _settled(decisions_now(connection)) if coded else frozenset()
    for one in coded:
        listed = BY_FILE.get(one.file)
        if listed is not None and one.id not in settled and field_of(one) in listed.shape.placing:
            found.setdefault(listed.name, []).append(one)
    return {name: tuple(problems) for name, problems in found.items()}


def _settled(decisions: Iterable[ProblemDecision]) -> frozenset[str]:
    return frozenset(
        key
        for key, one in standing(decisions).items()
        if one.action == "dismiss" or (one.action == "repair" and one.value)
    )


def field_of(one: Problem) -> str:
    """Name the fact's field that a problem is about."""
    return one.target.field if one.target is not None else ""


def told_unplaced(problems: Iterable[Problem]) -> str:
    """Say which value of which row cannot be read, and the problem's name; of several the first."""
    first, *more = problems
    also = f" and {len(more)} more" if more else ""
    return f"{first.what.partition(' is ')[0]}{also}, {first.id}"


def needing_care(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Give those that the rules of duties cannot tell by themselves: the fact does not say that the value is unreadable."""
    return (one for one in problems if field_of(one) not in BY_FILE[one.file].shape.named_unreadable)


def place_of(one: Problem) -> tuple[str, str, str]:
    """Give file, kind and key of the row that a problem is about."""
    return one.file, BY_FILE[one.file].shape.kind, row_of(one)
