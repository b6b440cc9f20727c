"""Which events of the calendar did not happen, as their election had failed by then."""

from dataclasses import replace
from typing import Any

import pytest

from secretariat.facts.calendar import KeptEvent, kept_up
from secretariat.facts.calendar_void import failed_elections, void_events
from secretariat.facts.council_state import CouncilState
from secretariat.facts.deadlines import outlook
from secretariat.facts.election_cycles import ElectionCycle
from secretariat.facts.moments import Moment
from secretariat.facts.records import AnyStated
from tests.duties.elections.invented import node
from tests.facts.council_states import HEAD, announcing, idle, revealing
from tests.facts.test_calendar import event

FIRST, LATER = Moment("2026-01-01T00:00:00Z"), Moment("2026-01-02T00:00:00Z")
ANEW = replace(announcing(HEAD + 1_000), cycle=40)
BEGAN = outlook(ANEW).span.begins


def cycle(number: int, **given: Any) -> AnyStated:
    return node(
        ElectionCycle(**{"cycle": number, "finished": True, "ended_block": HEAD - 500, **given}), str(number), 1
    )


@pytest.mark.parametrize(
    ("state", "cycles", "failed"),
    [
        (ANEW, [], {39: BEGAN}),
        (ANEW, [cycle(39)], {39: BEGAN}),
        (ANEW, [cycle(39, next_council="council-9")], {}),
        (replace(idle(HEAD + 1_000), cycle=39), [], {}),
        (replace(revealing(HEAD + 1_000), cycle=40), [cycle(39)], {39: HEAD - 500}),
        (replace(revealing(HEAD + 1_000), cycle=40), [cycle(39, ended_block=None)], {39: None}),
        (replace(revealing(HEAD + 1_000), cycle=40), [cycle(39, finished=False)], {}),
        (replace(revealing(HEAD + 1_000), cycle=40), [cycle(39, unreadable=("next_council",))], {}),
        (replace(revealing(HEAD + 1_000), cycle=40), [cycle(0)], {}),
        (replace(revealing(HEAD + 1_000), cycle=40), [cycle(39)._replace(format="archive")], {}),
    ],
)
def test_an_election_failed_where_chain_or_query_node_prove_it(
    state: CouncilState, cycles: list[AnyStated], failed: dict[int, int | None]
) -> None:
    assert failed_elections(outlook(state), cycles) == failed


@pytest.mark.parametrize(
    ("name", "block", "failed", "void"),
    [
        ("election-39", 500, {39: 500}, True),
        ("election-39", 500, {39: None}, True),
        ("election-39", 500, {38: 500}, False),
        ("last-reveal-39", 499, {39: 500}, False),
        ("last-reveal-39", 499, {39: None}, False),
        ("last-vote-39", 600, {39: 500}, True),
        ("announcing-begins-40", 700, {39: 500}, True),
        ("announcing-begins-40", 500, {39: 500}, False),
        ("announcing-begins-39", 700, {39: 500}, False),
        ("last-proposal-vote-39", 600, {39: 500}, False),
        ("council-plan-39", 600, {39: 500}, False),
    ],
)
def test_void_is_what_was_told_for_the_block_of_the_failure_or_later(
    name: str, block: int, failed: dict[int, int | None], *, void: bool
) -> None:
    """It is cancelled once, whatever the head; what happened stays."""
    before = KeptEvent(event=event(f"{name}@x.secretariat", block), sequence=2, changed_at=FIRST)
    found = void_events([before], failed)
    assert bool(found) == void
    (after,) = kept_up([before], (), head=9_000, at=LATER, void=found)
    assert (after.sequence, after.cancelled) == ((3, True) if void else (2, False))
    assert kept_up([after], (), head=9_100, at=LATER, void=void_events([after], failed)) == (after,)
