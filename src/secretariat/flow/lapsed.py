"""Repairs of live records that nothing calls for any more: the source has put right what was repaired."""

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection

from secretariat.facts.decisions import ProblemDecision
from secretariat.facts.records import CHAIN, PRICES, QUERY_NODE
from secretariat.store.facts import Document, problem_ids

FOUND_BY_READERS = frozenset(
    {
        "answer-before-question",
        "end-before-start",
        "field-unreadable",
        "rate-impossible",
        "lead-ended",
        "reference-to-nothing",
        "storage-unreadable",
    }
)
"""Codes that only sync gives to problems of live records, from what the source says and not from what was repaired."""


def without_lapsed(
    connection: Connection, decisions: Iterable[ProblemDecision], known: Mapping[str, Document]
) -> tuple[ProblemDecision, ...]:
    """Leave out repairs of live records whose problem the last reading did not find any more.

    A row that changed has a value of its own, which the repair of the former one must not hide. The decision stays in the
    journal, and counts again when the same problem is found again. ``known`` are the store's documents by path.
    """
    decisions = tuple(decisions)
    live = {one.problem.id for one in decisions if _of_live_record(one, known)}
    gone = live - problem_ids(connection, live)
    return tuple(one for one in decisions if one.problem.id not in gone)


def _of_live_record(decision: ProblemDecision, known: Mapping[str, Document]) -> bool:
    document = known.get(decision.problem.file)
    return (
        decision.action == "repair"
        and document is not None
        and document.format in (CHAIN, QUERY_NODE, PRICES)
        and decision.problem.code in FOUND_BY_READERS
    )
