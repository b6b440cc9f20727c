"""Contradictions between the query node's records, worked out over all of them and kept as one document's problems."""

from collections.abc import Container, Iterable, Iterator, Mapping

from sqlalchemy import Connection

from secretariat.facts.moments import Moment
from secretariat.facts.problems import Problem
from secretariat.facts.records import QUERY_NODE, AnyStated
from secretariat.facts.references import (
    ANSWERS,
    REFERENCES,
    SPANS,
    Start,
    answers_before_questions,
    ends_before_starts,
    references_to_nothing,
    start_of,
)
from secretariat.flow.context import Context
from secretariat.store import live
from secretariat.store.engine import reading, writing
from secretariat.store.facts import records_in_parts
from secretariat.store.live_rows import keys_by_kind, put_problems
from secretariat.store.named import named_keys

PATH = f"{QUERY_NODE}/contradictions"


def expire(connection: Connection) -> None:
    """Remember, in the transaction that changes a record, that contradictions are to be worked out anew."""
    live.forget_list(connection, PATH)


def expired(context: Context) -> bool:
    """Tell whether a record changed since contradictions were worked out, in this run or in one that was killed."""
    with reading(context.engine) as connection:
        return live.list_known(connection, PATH) is None


def write_contradictions(context: Context, height: int, now: Moment) -> None:
    """Find every reference to nothing and every end before its start, and put them in the place of those known.

    All of it is one transaction, so that no other run changes a record meanwhile.
    """
    with writing(context.engine) as connection:
        problems = tuple(_found(connection))
        put_problems(connection, PATH, QUERY_NODE, problems)
        known = live.ListKnown(name=PATH, source=QUERY_NODE, count=len(problems), height=height, read_at=now)
        live.write_list(connection, known)


def _found(connection: Connection) -> Iterator[Problem]:
    """Load the records part by part; in memory are keys, and the starts of what others may answer to."""
    targets = {kind for fields in REFERENCES.values() for kind in fields.values()}
    keys = {kind: keys_by_kind(connection, kind) for kind in sorted(targets)}
    starts: dict[str, dict[str, Start]] = {}
    asked = {REFERENCES[kind][answer[0]] for kind, answer in ANSWERS.items()}
    for part in _live(connection, asked):
        starts.setdefault(part[0].kind, {}).update((record.key, start_of(record)) for record in part)
    for part in _live(
        connection, (kind for kind in {*REFERENCES, *SPANS, *ANSWERS} if _may_be_wrong(connection, kind, keys))
    ):
        yield from references_to_nothing(part, keys)
        yield from ends_before_starts(part)
        yield from answers_before_questions(part, starts)


def _may_be_wrong(connection: Connection, kind: str, keys: Mapping[str, Container[str]]) -> bool:
    """Tell whether records of a kind need to be looked at: the store itself tells which keys they name.

    Fields with several names are told as one word, which is no key: then the records are looked at.
    """
    if kind in SPANS or kind in ANSWERS:
        return True
    fields = REFERENCES[kind]
    return any(
        name not in keys[target]
        for target in sorted(set(fields.values()))
        for name in named_keys(connection, QUERY_NODE, target, {kind: fields})
    )


def _live(connection: Connection, kinds: Iterable[str]) -> Iterator[list[AnyStated]]:
    """Load the live records of some kinds, a part of one kind at a time."""
    for kind in sorted(kinds):
        for part in records_in_parts(connection, kind):
            if live_part := [record for record in part if record.format == QUERY_NODE]:
                yield live_part
