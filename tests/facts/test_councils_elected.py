"""How many councils there were before an election: proven by what a query node told before it stood still, or not known."""

from typing import Any

import pytest

from secretariat.facts.councils import CouncilSeat, ElectedCouncil
from secretariat.facts.councils_elected import seated_before
from secretariat.facts.election_cycles import ElectionCycle
from secretariat.facts.schedule import StageName, StageSpan
from secretariat.facts.snapshot import snapshot_of
from tests.duties.elections.invented import node

BEGAN = 1_000


def council(number: int, block: int) -> list[Any]:
    seat = CouncilSeat(council=f"c{number}", member_id=number)
    return [node(ElectedCouncil(elected_block=block), f"c{number}", block), node(seat, f"s{number}", block)]


def cycle(number: int, seated: str | None = None, line: int = 900) -> Any:
    return node(ElectionCycle(cycle=number, finished=seated is not None, next_council=seated), f"e{number}", line)


TWO = [*council(1, 100), *council(2, 500), cycle(3, "c1", 100), cycle(5, "c2", 500)]


@pytest.mark.parametrize(
    ("facts", "stage", "now", "found"),
    [
        ([*TWO, cycle(7)], "idle", 7, 2),
        ([*TWO, cycle(7)], "voting", 7, 2),
        ([*TWO, cycle(7)], "announcing", 7, 2),
        (TWO, "idle", 6, 2),
        (TWO, "announcing", 6, 2),
        (TWO, "idle", 7, None),
        (TWO, "announcing", 7, None),
        ([*TWO, cycle(6)], "announcing", 7, None),
        ([*TWO, cycle(6, line=BEGAN)], "announcing", 7, 2),
        ([*TWO, *council(3, BEGAN), cycle(7, "c3", BEGAN)], "idle", 7, 2),
        ([*TWO, *council(3, BEGAN)], "idle", 7, 2),
        ([*TWO, cycle(6, line=BEGAN)], "idle", 7, None),
        ([*TWO, cycle(6, "c9"), cycle(7)], "idle", 7, None),
        ([cycle(7)], "voting", 7, None),
        (council(0, 0)[:1], "idle", 0, None),
        ([*council(0, 0)[:1], cycle(1)], "announcing", 1, 0),
        ([*council(0, 0)[:1], cycle(1)], "idle", 1, 0),
        ([*council(0, 0)[:1], cycle(0, line=BEGAN)], "idle", 0, 0),
    ],
    ids=[
        "it tells of this cycle", "in voting", "in announcing", "the newest council is of the cycle before", "so it is in announcing",
        "an election may lie between", "in announcing too", "the cycle before may have elected one", "it came to this stage",
        "it tells of the council seated now", "told by its block", "it came to this stage, and its councils did not",
        "a council that is not listed", "no council was read", "genesis was not reached", "the first election", "the first council",
        "at genesis",
    ],
)  # fmt: skip
def test_what_was_told_once_stays_proven(facts: list[Any], stage: StageName, now: int, found: int | None) -> None:
    span = StageSpan(stage=stage, begins=BEGAN, ends=2_000)
    assert seated_before(snapshot_of(facts), span, now) == found
