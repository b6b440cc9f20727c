"""Contradictions between the query node's records, worked out over all of them and kept as one document's problems."""

from collections.abc import Container, Iterator, Mapping, Sequence

from sqlalchemy import Connection

from secretariat.facts.moments import Moment
from secretariat.facts.problems import Problem
from secretariat.facts.records import QUERY_NODE, AnyStated
from secretariat.facts.references import (
    ANSWERS,
    ENDED,
    REFERENCES,
    SPANS,
    Start,
    answers_before_questions,
    compared_fields,
    doubts_about,
    ends_before_starts,
    leads_that_ended,
    references_to_nothing,
)
from secretariat.facts.staffing import Worker, WorkingGroup
from secretariat.flow.context import Context
from secretariat.sources.query_node.lists import LISTS
from secretariat.sources.query_node.shapes import file_of
from secretariat.store import live
from secretariat.store.engine import reading, writing
from secretariat.store.facts import records_in_parts
from secretariat.store.live_rows import keys_by_kind, put_problems
from secretariat.store.named import field_values, named_by

PATH = f"{QUERY_NODE}/contradictions"

TARGETS = frozenset(kind for fields in REFERENCES.values() for kind in fields.values())
"""The kinds that others name."""


def expire(connection: Connection) -> None:
    """Remember, in the transaction that changes a record, that contradictions are to be worked out anew."""
    live.forget_list(connection, PATH)


def expired(context: Context) -> bool:
    """Tell whether a record changed since contradictions were worked out, in this run or in one that was killed."""
    with reading(context.engine) as connection:
        return live.list_known(connection, PATH) is None


def write_contradictions(context: Context, height: int, now: Moment) -> None:
    """Find every reference to nothing and every end before its start, and put them in the place of those known.

    All of it is one transaction, so that no other run changes a record meanwhile. What names rows of a list that was never
    read whole, or not in this run, is judged as far as that list was read, and all of it again in the next run.
    """
    with writing(context.engine) as connection:
        read_to = _read_to(connection)
        problems = tuple(_found(connection, read_to))
        put_problems(connection, PATH, QUERY_NODE, problems)
        known = live.ListKnown(name=PATH, source=QUERY_NODE, count=len(problems), height=height, read_at=now)
        live.write_list(connection, known)
        if TARGETS - read_to.keys() or len(set(read_to.values())) > 1:
            expire(connection)


def _read_to(connection: Connection) -> dict[str, int]:
    """Give, for each kind that others name, the block to which all its lists were read; none where one never was."""
    known = live.lists_known(connection)
    found = {}
    for kind in TARGETS:
        lists = [known.get(file_of(listed.name)) for listed in LISTS if listed.shape.kind == kind]
        heights = [one.height for one in lists if one is not None and one.height is not None]
        if lists and len(heights) == len(lists):
            found[kind] = min(heights)
    return found


def _found(connection: Connection, read_to: Mapping[str, int]) -> Iterator[Problem]:
    """Load the records that may be wrong, part by part; in memory are keys, and the starts of what others may answer to."""
    keys = {kind: keys_by_kind(connection, kind) for kind in sorted(read_to)}
    asked = {REFERENCES[kind][reference] for kind, answers in ANSWERS.items() for reference, _, _ in answers}
    starts = {kind: _starts(connection, kind) for kind in sorted(asked)}
    for kind in sorted({*REFERENCES, *SPANS, *ANSWERS}):
        for part in _suspects(connection, kind, keys, starts):
            yield from references_to_nothing(part, keys, read_to)
            yield from ends_before_starts(part)
            yield from answers_before_questions(part, starts)
    if read_to.get(WorkingGroup.KIND) != read_to.get(Worker.KIND):
        return  # a lead that left since would still be the group's in the older list
    states = ((key, values["status"]) for key, values in field_values(connection, QUERY_NODE, Worker.KIND, ("status",)))
    ended = {key: state for key, state in states if state in ENDED}
    for part in _live(connection, WorkingGroup.KIND):
        yield from leads_that_ended(part, ended)


def _starts(connection: Connection, kind: str) -> dict[str, Start]:
    found = field_values(connection, QUERY_NODE, kind, ("created_block", "created_at"))
    return {key: Start(block=values["created_block"], at=values["created_at"]) for key, values in found}


def _suspects(
    connection: Connection, kind: str, keys: Mapping[str, Container[str]], starts: Mapping[str, Mapping[str, Start]]
) -> Iterator[list[AnyStated]]:
    """Load the records of a kind that may be wrong: the store itself tells what their fields are.

    Where only the keys that they name matter, the store tells all of these at once. Fields with several names are told as
    one word, which is no key: then the records are looked at.
    """
    if kind in SPANS or kind in ANSWERS:
        found = field_values(connection, QUERY_NODE, kind, compared_fields(kind))
        in_doubt = doubts_about(kind, keys, starts)
        doubted = [key for key, values in found if in_doubt(values)]
        yield from _live(connection, kind, doubted)
    elif _names_nothing(connection, kind, keys):
        yield from _live(connection, kind)


def _names_nothing(connection: Connection, kind: str, keys: Mapping[str, Container[str]]) -> bool:
    """Tell whether records of a kind name a key that is none."""
    named = named_by(connection, QUERY_NODE, kind, REFERENCES[kind])
    return any(name not in keys[target] for target, names in named.items() if target in keys for name in names)


def _live(connection: Connection, kind: str, keys: Sequence[str] | None = None) -> Iterator[list[AnyStated]]:
    """Load the live records of a kind, or those with certain keys, a part at a time."""
    for part in records_in_parts(connection, kind, keys):
        if live_part := [record for record in part if record.format == QUERY_NODE]:
            yield live_part
