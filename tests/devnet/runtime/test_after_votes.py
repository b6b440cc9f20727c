"""What the desk says of votes beyond one council's: stages so short that elections fail within a period, the next council, execution."""

from functools import cache

import pytest

from secretariat.devnet.chain.kernel import Chain
from tests.devnet.runtime.hall import (
    EXECUTED,
    NEW,
    OLD,
    Hall,
    all_stand,
    aside,
    deadlines_on,
    decisions,
    filed,
    hall,
    in_stage,
    played,
    voted,
    votes_on,
)
from tests.devnet.runtime.test_last_vote import (
    DETAILS,
    FAR,
    KINDS,
    TWO,
    Way,
    begun,
    counts,
    held,
    needed,
    parameters,
    ways,
)
from tests.devnet.runtime.town import FUNDING, act, cast, events, reveal, vote

QUICK = ANNOUNCING, VOTING, REVEALING = 4_000, 3_000, 3_000
BEGUN = 100
"""So many blocks of a quick announcing have passed when something is filed."""

TWICE = tuple(kind for kind in KINDS if parameters()[kind]["constitutionality"] == 2)
ONCE = tuple(kind for kind in KINDS if kind not in TWICE)
APPROVED = "AAA"


def left(head: int) -> Way:
    """Let a candidate go, so that announcing fails."""
    return [(head + 1, lambda chain: act(chain, NEW[0], "Council.withdraw_candidacy", membership_id=NEW[0]))]


def too_few(one: Hall, head: int) -> Way:
    """Let announcing fail once; then all stand and are elected."""
    anew = one.election - VOTING - REVEALING
    return [
        *left(head),
        (anew, all_stand),
        (anew + ANNOUNCING, lambda chain: in_stage(chain, "Voting", cast, NEW)),
        (anew + ANNOUNCING + VOTING, lambda chain: in_stage(chain, "Revealing", reveal, NEW)),
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_where_an_election_that_begins_anew_may_come_within_the_period_too(kind: str) -> None:
    """Whichever way it begins anew, votes count until the block that is said; it can fail again and again, until the period is over."""
    one, every = begun(KINDS, BEGUN - sum(QUICK), TWO, lasts=QUICK)
    said = every[kind]
    held(one, said, [*ways(one, said), too_few(one, said.head)])
    assert said.outcomes is not None
    assert {"expired", "rejected"} <= set(said.outcomes)
    with aside(one.chain):
        played(one.chain, left(said.head), said.expires)
        assert decisions(one.chain, said.number) == [(said.expires, "Expired")]


@cache
def dormant() -> tuple[Hall, dict[str, int]]:
    """Let the old council approve what two councils must approve; gives a hall where it waits."""
    one = hall()
    one.chain.advance(FAR)
    numbers = {kind: filed(one.chain, DETAILS[kind]) for kind in TWICE}
    for number in numbers.values():
        for member in OLD:
            vote(one.chain, member, number, "Approve")
    one.chain.advance(FAR + 1)
    return one, numbers


def test_what_waits_for_the_next_council_is_voted_on_by_it_as_was_said_before() -> None:
    one, numbers = dormant()
    assert len(numbers) == 5
    told = {(each.name, each.proposal): each for each in deadlines_on(one.chain) if each.branch == "council-elected"}
    assert votes_on(one.chain) == {}
    one.chain.advance(one.election)
    for number in numbers.values():
        for member in NEW[: needed("Signal") - 1]:
            vote(one.chain, member, number, "Approve")
    again = votes_on(one.chain)
    assert again.keys() == set(numbers.values())
    for number, said in again.items():
        assert told["dormant-proposal-returns", number].block == said.open.activated_at == one.election
        assert told["last-proposal-vote", number].last_usable_block == said.last
        assert said.missing == NEW[2:]
        assert counts(one, said, [], said.last)
        assert not counts(one, said, [], said.last + 1)
        assert not_a_councilor(one.chain, number)


def not_a_councilor(chain: Chain, number: int) -> bool:
    """Tell whether no vote of the council before is taken."""
    taken: list[bool] = []
    with aside(chain):
        played(chain, [(chain.now + 1, voted(number, member, "Reject", taken)) for member in OLD], chain.now + 1)
    return taken == [False, False, False]


def carried_out(chain: Chain) -> dict[int, int]:
    """Give the blocks of executions, also in vain, by proposal."""
    return {number: block for block, number, *_ in events(chain, EXECUTED)}


@cache
def executions(ballots: str, past: int) -> dict[int, int]:
    """Read when what is filed far from an election is carried out, so many blocks later: if it is approved last, or as it is approved."""
    one, _ = begun(ONCE, FAR, NEW, ballots)
    wanted = "proposal-approved" if ballots != APPROVED else "always"
    one.chain.advance(FAR + past)
    return {
        each.proposal: each.block
        for each in deadlines_on(one.chain)
        if each.name == "proposal-execution" and each.branch == wanted and each.proposal is not None
    }


@pytest.mark.parametrize("kind", ONCE)
def test_what_the_last_vote_approves_is_carried_out_when_it_was_said(kind: str) -> None:
    one, said = begun(ONCE, FAR, NEW)
    number, block = said[kind].number, executions("", 0)[said[kind].number]
    with aside(one.chain):
        played(one.chain, [(said[kind].last, voted(number, (said[kind].missing or ())[0], "Approve", []))], block - 1)
        assert number not in carried_out(one.chain)
        one.chain.advance(block)
        assert carried_out(one.chain)[number] == block


def test_what_is_approved_early_is_carried_out_when_it_was_said_and_takes_no_vote_meanwhile() -> None:
    told = executions(APPROVED, 1)
    one, said = begun(ONCE, FAR, NEW, APPROVED)
    at_once = {each.number for kind, each in said.items() if parameters()[kind]["grace_period"] == 0}
    assert told.keys() == {each.number for each in said.values()} - at_once
    assert votes_on(one.chain) == {}
    one.chain.advance(max(told.values()))
    done = carried_out(one.chain)
    assert {number: done[number] for number in told} == told
    assert {done[number] for number in at_once} == {FAR + 1}


def test_an_exact_block_is_waited_for() -> None:
    one = hall()
    one.chain.advance(FAR)
    number = filed(one.chain, FUNDING, exact_execution_block=FAR + 43_200 + 1_200 + 50)
    for member in OLD:
        vote(one.chain, member, number, "Approve")
    one.chain.advance(FAR + 1)
    (told,) = (each.block for each in deadlines_on(one.chain) if each.name == "proposal-execution")
    one.chain.advance(told - 1)
    assert carried_out(one.chain) == {}
    one.chain.advance(told)
    assert carried_out(one.chain) == {number: told}
