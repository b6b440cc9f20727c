"""Why an election failed, from the stage update or the event of the block in which it ended."""

from typing import Any

from secretariat.facts.councils import StageUpdate
from secretariat.facts.election_cycles import ElectionCycle, ElectionEvent
from secretariat.facts.election_failures import failures
from secretariat.facts.records import Stated


def live(fact: Any, key: str) -> Stated[Any]:
    return Stated(kind=fact.KIND, key=key, file=f"query-node/{fact.KIND}s", format="query-node", line=900, fact=fact)


def test_failed_elections_and_only_they_have_their_reason() -> None:
    cycles = [
        live(ElectionCycle(cycle=0, finished=True, ended_block=100, next_council="1"), "a"),
        live(ElectionCycle(cycle=1, finished=True, ended_block=200), "b"),
        live(ElectionCycle(cycle=2, finished=True, ended_block=300), "c"),
        live(ElectionCycle(cycle=3, finished=True, ended_block=400), "d"),
        live(ElectionCycle(cycle=4, finished=True), "e"),
        live(ElectionCycle(cycle=5, finished=False), "f"),
    ]
    updates = [
        live(StageUpdate(stage="announcing", changed_block=200, problem="not-enough-candidates"), "u"),
        live(StageUpdate(stage="idle", changed_block=100), "w"),
    ]
    events = [
        live(ElectionEvent(event="new-council-not-elected", block=300), "x"),
        live(ElectionEvent(event="vote-cast", block=400), "y"),
    ]
    found = failures(cycles, updates, events)
    assert {key: one.reason for key, one in found.items()} == {
        "b": "not-enough-candidates",
        "c": "new-council-not-elected",
        "d": None,
        "e": None,
    }
    assert found["b"].source == "query-node/stage-updates#u at block 900"
    assert (found["c"].cycle, found["c"].ended_block) == (2, 300)
