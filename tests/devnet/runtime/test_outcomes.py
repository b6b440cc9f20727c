"""What the desk says can still come of a vote, of what it read, against every way in which votes and the election can go on.

For each rule of the 27 types a proposal stands with every tally there is at the end of a block. The practice network alone says what the
next block decides; what can come of a tally is what it decides at once, or else what can come of any tally that more votes make
of it in the block after.
"""

from collections.abc import Iterator
from functools import cache
from itertools import combinations_with_replacement

import pytest

from secretariat.desk.votes import Vote
from secretariat.facts.proposal_outcomes import ENDINGS
from tests.devnet.runtime.hall import NEW, decisions, filed, hall, votes_on
from tests.devnet.runtime.test_last_vote import DETAILS, FAR, KINDS, TWO, WORDS, parameters
from tests.devnet.runtime.town import vote

LETTERS = "ABRS"
QUORUMS = tuple(f"{side}_{what}_percentage" for side in ("approval", "slashing") for what in ("quorum", "threshold"))
Step = dict[str, tuple[Vote, str]]


@cache
def rules() -> dict[tuple[int, ...], str]:
    """Give a type for each way of deciding that the 27 have: quorums, thresholds, councils in a row."""
    kinds = [kind for kind in KINDS if kind != "VetoProposal"]
    found = {tuple(parameters()[kind][name] for name in (*QUORUMS, "constitutionality")): kind for kind in kinds}
    return dict(sorted(found.items()))


def tallies(most: int) -> Iterator[str]:
    """Give every tally of up to so many votes."""
    for cast in range(most + 1):
        yield from map("".join, combinations_with_replacement(LETTERS, cast))


@cache
def step(kind: str, seats: int, expires: int, head: int, revealed: tuple[int, ...]) -> Step:
    """Read a proposal with every tally at a head, and let one block pass: gives what was said, and what was decided then."""
    one = hall(seats=seats, revealed=revealed)
    one.chain.advance(expires - parameters()[kind]["voting_period"])
    numbers = {ballots: filed(one.chain, DETAILS[kind]) for ballots in tallies(seats)}
    one.chain.advance(head)
    for ballots, number in numbers.items():
        for member, letter in enumerate(ballots):
            vote(one.chain, member, number, WORDS[letter])
    said = votes_on(one.chain)
    one.chain.advance(head + 1)
    found = {}
    for ballots, number in numbers.items():
        ((_, decision),) = decisions(one.chain, number) or [(0, "")]
        found[ballots] = (said[number], "approved" if isinstance(decision, dict) else str(decision).lower())
    return found


@cache
def endings(
    kind: str, seats: int, expires: int, head: int, revealed: tuple[int, ...], ballots: str, election: int
) -> frozenset[str]:
    """Give what can come of a tally at the end of a block, by what the network decides in each block from there on."""
    _, now = step(kind, seats, expires, head, revealed)[ballots]
    if now:
        return frozenset({now})
    reveals = {revealed, NEW} if head + 1 < election else {revealed}
    return frozenset(
        ending
        for more in tallies(seats - len(ballots))
        for shown in reveals
        for ending in endings(kind, seats, expires, head + 1, shown, "".join(sorted(ballots + more)), election)
    )


def compared(kind: str, seats: int, expires: int, heads: range, revealed: tuple[int, ...], election: int) -> None:
    """Hold what is said at each head of each tally against what can come of it."""
    for head in heads:
        for ballots, (said, now) in step(kind, seats, expires, head, revealed).items():
            expected = endings(kind, seats, expires, head, revealed, ballots, election)
            place = (head - election, ballots)
            assert said.outcomes == tuple(one for one in ENDINGS if one in expected), place
            assert len(said.missing or ()) == seats - len(ballots), place
            changes = head + 1 == election and revealed == NEW
            assert said.is_decided == (now not in ("", "expired") and not changes), place


def test_the_rules_of_all_types_are_played() -> None:
    assert len(rules()) == 5
    assert len({rule[:4] for rule in rules()}) == 4


@pytest.mark.parametrize("seats", [3, 4, 5])
@pytest.mark.parametrize("rule", range(5))
def test_far_from_an_election(rule: int, seats: int) -> None:
    kind = list(rules().values())[rule]
    expires = FAR + parameters()[kind]["voting_period"]
    compared(kind, seats, expires, range(expires - 2, expires), (), 10**9)


BESIDE = [(rule, 2) for rule in range(4)] + [(rule, offset) for rule in (0, 2) for offset in (-1, 0)]
"""The four ways in which votes decide, and by how many blocks the end of the period comes after the election."""


@pytest.mark.parametrize("revealed", [NEW, TWO], ids=["certain", "open"])
@pytest.mark.parametrize(("rule", "offset"), BESIDE)
def test_beside_an_election(rule: int, offset: int, revealed: tuple[int, ...]) -> None:
    """Certain is an election for which enough is revealed; it is open while the last reveal can come, and then over: after it votes go on."""
    kind, election = list(rules().values())[rule], hall().election
    expires = election + offset
    until = min(expires, election) if revealed == NEW else expires
    compared(kind, 3, expires, range(election - 3, until), revealed, election)
