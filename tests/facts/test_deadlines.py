"""Deadlines: every stage, every branch, and what proposals depend on."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.facts.council_constants import BY_SPEC, MAINNET_GENESIS, candidates_needed
from secretariat.facts.council_stages import Election, Revealing, StateWrong, Voting
from secretariat.facts.council_state import CouncilState, OpenProposal
from secretariat.facts.deadlines import TITLES, Deadline, deadlines, outlook
from secretariat.facts.election_ways import FOLLOWS, MEANINGS
from tests.facts import council_states
from tests.facts.council_states import HEAD, TESTING, announcing, idle, over, pace, proposal, revealing, voting

ANNOUNCE, VOTE, REVEAL, IDLE = 86_400, 57_600, 57_600, 201_600
END = HEAD + 1_000


def blocks(state: CouncilState) -> dict[str, list[tuple[str, int]]]:
    """Give each branch's names and blocks in order."""
    found: dict[str, list[tuple[str, int]]] = {}
    for each in deadlines(state):
        found.setdefault(each.branch, []).append((each.name, each.block))
    return found


def one(state: CouncilState, name: str, branch: str = "always", number: int | None = None) -> Deadline:
    """Give the only deadline of a name on a branch."""
    (found,) = (
        each
        for each in deadlines(state)
        if each.name == name and each.branch == branch and (number is None or each.proposal == number)
    )
    return found


def whole(begins: int) -> list[tuple[str, int]]:
    """Give an election that is begun anew in a block and goes well."""
    election = begins + ANNOUNCE + VOTE + REVEAL
    return [
        ("announcing-begins", begins),
        ("last-candidacy", begins + ANNOUNCE),
        ("last-vote", begins + ANNOUNCE + VOTE),
        ("last-reveal", election),
        ("election", election),
        ("announcing-begins", election + IDLE),
    ]


def after_candidacies(ends: int) -> dict[str, list[tuple[str, int]]]:
    """Give what follows when an announcing period ends in a block, on each branch."""
    election = ends + VOTE + REVEAL
    return {
        "enough-candidates": [("last-vote", ends + VOTE), ("last-reveal", election)],
        "council-elected": [("election", election), ("announcing-begins", election + IDLE)],
        "failed-reveal": whole(election),
        "too-few-candidates": whole(ends),
    }


@pytest.mark.parametrize("candidates", [0, 2, 3, 9])
def test_announcing_can_end_both_ways_while_a_block_is_left(candidates: int) -> None:
    assert blocks(announcing(END, candidates)) == {"always": [("last-candidacy", END)], **after_candidacies(END)}


def test_idle_goes_on_with_announcing() -> None:
    ends = END + ANNOUNCE
    always = [("announcing-begins", END), ("last-candidacy", ends)]
    assert blocks(idle(END)) == {"always": always, **after_candidacies(ends)}


def test_voting_goes_on_with_revealing() -> None:
    election = END + REVEAL
    assert blocks(voting(END)) == {
        "always": [("last-vote", END), ("last-reveal", election)],
        "council-elected": [("election", election), ("announcing-begins", election + IDLE)],
        "failed-reveal": whole(election),
    }


@pytest.mark.parametrize("winners", [None, 0, 2])
def test_revealing_can_end_both_ways(winners: int | None) -> None:
    assert blocks(revealing(END, winners)) == {
        "always": [("last-reveal", END)],
        "council-elected": [("election", END), ("announcing-begins", END + IDLE)],
        "failed-reveal": whole(END),
    }


def test_revealing_cannot_fail_once_enough_candidates_have_a_revealed_vote() -> None:
    state = revealing(END, 3)
    assert set(blocks(state)) == {"always", "council-elected"}
    assert outlook(state).branches == ("always", "council-elected")
    assert "cannot fail" in outlook(state).notes[0]


@pytest.mark.parametrize(
    ("state", "branches"),
    [
        (announcing(HEAD + 1, 2), {"always", "too-few-candidates"}),
        (announcing(HEAD + 1, 3), {"always", "enough-candidates", "council-elected", "failed-reveal"}),
        (announcing(HEAD + 1, 4, constants=TESTING), {"always", "too-few-candidates"}),
        (
            announcing(HEAD + 1, 5, constants=TESTING),
            {"always", "enough-candidates", "council-elected", "failed-reveal"},
        ),
        (revealing(HEAD + 1, 2), {"always", "failed-reveal"}),
        (revealing(HEAD + 1, 3), {"always", "council-elected"}),
        (revealing(HEAD + 1, None), {"always", "council-elected", "failed-reveal"}),
        (voting(HEAD + 1), {"always", "council-elected", "failed-reveal"}),
    ],
)
def test_in_the_last_block_of_a_stage_its_end_is_decided(state: CouncilState, branches: set[str]) -> None:
    assert set(blocks(state)) == branches
    first = deadlines(state)[0]
    assert (first.block, first.last_usable_block, first.open) == (HEAD + 1, HEAD, False)


@pytest.mark.parametrize("make", [announcing, idle, voting, revealing])
def test_with_a_block_left_nothing_is_decided(make: Callable[..., CouncilState]) -> None:
    assert {"failed-reveal", "council-elected"} <= set(blocks(make(HEAD + 2)))


@pytest.mark.parametrize("make", [announcing, idle, voting, revealing])
def test_a_stage_keeps_its_stored_end_and_later_ones_take_the_constants(make: Callable[..., CouncilState]) -> None:
    first, later = (deadlines(make(END, constants=BY_SPEC[spec])) for spec in (2001, 2002))
    assert first[0].block == later[0].block == END
    assert [each.block for each in first] != [each.block for each in later]


def test_the_first_rules_have_an_idle_period_of_one_block() -> None:
    state = revealing(END, 3, constants=BY_SPEC[1001])
    assert blocks(state)["council-elected"] == [("election", END), ("announcing-begins", END + 1)]


@pytest.mark.parametrize(
    ("state", "cycles"),
    [
        (
            announcing(END, cycle=9),
            {"always": [9], "enough-candidates": [9, 9], "too-few-candidates": [10, 10, 10, 10, 10, 11]},
        ),
        (idle(END, cycle=9), {"always": [10, 10], "council-elected": [10, 11]}),
        (voting(END), {"always": [40, 40], "council-elected": [40, 41], "failed-reveal": [41, 41, 41, 41, 41, 42]}),
        (revealing(END, cycle=40), {"always": [40]}),
        (announcing(END), {"always": [None]}),
    ],
)
def test_each_announcing_has_the_next_cycle_number(state: CouncilState, cycles: dict[str, list[int | None]]) -> None:
    found: dict[str, list[int | None]] = {}
    for each in deadlines(state):
        found.setdefault(each.branch, []).append(each.cycle)
    assert {branch: found[branch] for branch in cycles} == cycles


def test_a_cycle_that_is_not_the_referendum_s_is_refused() -> None:
    with pytest.raises(StateWrong, match="current_cycle_id is 40"):
        deadlines(voting(END, cycle=39))


def test_times_are_projected_from_the_head() -> None:
    found = one(announcing(END), "last-candidacy")
    assert found.at == END * 6_100
    assert (found.earliest, found.latest) == (END * 6_100 - 30_000, END * 6_100 + 30_000)


@pytest.mark.parametrize(
    ("election_in", "block", "last"),
    [
        (43_100 + 5, HEAD + 43_100, HEAD + 43_099),
        (43_100 + 1, HEAD + 43_100, HEAD + 43_099),
        (43_100, HEAD + 43_100, HEAD + 43_098),
        (43_099, HEAD + 43_099, HEAD + 43_097),
        (500, HEAD + 500, HEAD + 498),
        (2, HEAD + 2, HEAD),
        (1, HEAD + 1, HEAD - 1),
    ],
)
def test_a_vote_counts_until_the_period_or_the_council_ends(election_in: int, block: int, last: int) -> None:
    state = revealing(HEAD + election_in, 3, proposal())
    found = one(state, "last-proposal-vote")
    assert (found.block, found.last_usable_block, found.open) == (block, last, last > HEAD)
    rejects = [each.block for each in deadlines(state) if each.name == "council-change-rejects"]
    assert rejects == ([HEAD + election_in] if election_in <= 43_100 else [])


@pytest.mark.parametrize(
    ("state", "election"),
    [
        (announcing(END, 0, proposal(voting_period=900_000)), END + VOTE + REVEAL),
        (announcing(HEAD + 1, 0, proposal(voting_period=900_000)), HEAD + 1 + ANNOUNCE + VOTE + REVEAL),
        (idle(END, proposal(voting_period=900_000)), END + ANNOUNCE + VOTE + REVEAL),
        (voting(END, proposal(voting_period=900_000)), END + REVEAL),
        (revealing(END, 0, proposal(voting_period=900_000)), END),
        (revealing(HEAD + 1, 0, proposal(voting_period=900_000)), HEAD + 1 + ANNOUNCE + VOTE + REVEAL),
    ],
)
def test_the_earliest_possible_election_counts(state: CouncilState, election: int) -> None:
    assert one(state, "last-proposal-vote").last_usable_block == election - 2


def test_where_the_election_moves_there_is_more_time() -> None:
    found = [
        (each.branch, each.name, each.block, each.last_usable_block)
        for each in deadlines(revealing(END, 0, proposal()))
        if each.proposal
    ]
    expires = HEAD - 100 + 43_200
    assert found == [
        ("always", "last-proposal-vote", END, END - 2),
        ("proposal-approved", "proposal-execution", END - 1 + 1_200, END - 2 + 1_200),
        ("council-elected", "council-change-rejects", END, END - 2),
        ("failed-reveal", "last-proposal-vote", expires, expires - 1),
        ("failed-reveal", "proposal-execution", expires + 1_200, expires + 1_199),
    ]


@pytest.mark.parametrize(("after", "lost"), [(-1, False), (0, True), (1, True)])
def test_a_vote_that_the_council_change_cuts_off_says_so(after: int, *, lost: bool) -> None:
    second = END + ANNOUNCE + VOTE + REVEAL
    state = revealing(END, 0, proposal(activated_at=HEAD, voting_period=second + after - HEAD))
    assert (one(state, "last-proposal-vote", "failed-reveal").note is not None) == lost


@pytest.mark.parametrize(
    ("given_", "election", "block"),
    [
        ({}, 90_000, HEAD - 100 + 43_200 + 1_200),
        ({"grace_period": 0}, 90_000, HEAD - 100 + 43_200),
        ({"exact_execution_block": HEAD + 99_999}, 90_000, HEAD + 99_999),
        ({"exact_execution_block": 5}, 90_000, HEAD - 100 + 43_200 + 1_200),
        ({}, 500, HEAD + 500 - 1 + 1_200),
        ({"constitutionality": 2, "council_confirmations": 1}, 90_000, HEAD - 100 + 43_200 + 1_200),
        ({"constitutionality": 2}, 90_000, None),
        ({"grace_period": 0}, 1, None),
        ({"grace_period": 0}, 2, HEAD + 1),
    ],
)
def test_an_approved_proposal_is_carried_out(given_: dict[str, int], election: int, block: int | None) -> None:
    state = revealing(HEAD + election, 3, proposal(**given_))
    found = [each.block for each in deadlines(state) if each.name == "proposal-execution"]
    assert found == ([] if block is None else [block])


@pytest.mark.parametrize(
    ("given_", "block"),
    [
        ({}, HEAD + 1_199),
        ({"exact_execution_block": HEAD + 7}, HEAD + 1_199),
        ({"exact_execution_block": HEAD + 70_000}, HEAD + 70_000),
        ({"grace_period": 2}, HEAD + 1),
    ],
)
def test_a_pending_execution_survives_a_council_change(given_: dict[str, int], block: int) -> None:
    pending = proposal(status="pending-execution", approved_at=HEAD - 1, **given_)
    found = [each for each in deadlines(revealing(HEAD + 1, 3, pending)) if each.proposal]
    assert [(each.name, each.branch, each.block) for each in found] == [("proposal-execution", "always", block)]


def test_a_dormant_proposal_comes_up_again_with_each_possible_election() -> None:
    dormant = proposal(
        status="pending-constitutionality", voting_period=72_200, constitutionality=3, council_confirmations=1
    )
    state = revealing(END, 0, dormant)
    found = [(each.branch, each.name, each.last_usable_block) for each in deadlines(state) if each.proposal]
    second = END + ANNOUNCE + VOTE + REVEAL
    assert found == [
        ("council-elected", "dormant-proposal-returns", END - 1),
        ("council-elected", "last-proposal-vote", END + 72_199),
        ("failed-reveal", "dormant-proposal-returns", second - 1),
        ("failed-reveal", "last-proposal-vote", second + 72_199),
    ]
    assert "2 councils in a row" in (one(state, "last-proposal-vote", "council-elected").note or "")


def test_a_dormant_proposal_s_vote_ends_with_the_next_council_at_the_latest() -> None:
    dormant = proposal(status="pending-constitutionality", voting_period=900_000)
    found = one(revealing(END, 3, dormant), "last-proposal-vote", "council-elected")
    assert found.last_usable_block == END + 403_200 - 2
    assert found.block == END + 403_200


@pytest.mark.parametrize(
    ("wrong", "place", "words"),
    [
        (proposal(activated_at=HEAD + 1), "proposals[0].activated_at", "after the head"),
        (proposal(activated_at=HEAD - 43_200), "proposals[0]", "was decided"),
        (
            proposal(status="pending-execution", approved_at=HEAD + 1),
            "proposals[0].status.PendingExecution",
            "between activated_at",
        ),
        (
            proposal(status="pending-execution", approved_at=HEAD - 101),
            "proposals[0].status.PendingExecution",
            "between activated_at",
        ),
        (
            proposal(status="pending-execution", approved_at=HEAD, grace_period=0),
            "proposals[0]",
            "carried out in block",
        ),
    ],
)
def test_a_proposal_that_would_not_be_stored_so_is_named(wrong: OpenProposal, place: str, words: str) -> None:
    with pytest.raises(StateWrong, match=words) as caught:
        deadlines(announcing(END, 3, wrong))
    assert caught.value.place == place


@pytest.mark.parametrize(
    ("candidates", "target", "winners", "place", "words"),
    [
        (4, 3, 4, "referendum_stage.Revealing.intermediate_winners", "no more than 3 are kept"),
        (4, 3, 7, "referendum_stage.Revealing.intermediate_winners", "they are 7"),
        (2, 3, 0, "council_stage.stage.Election.candidates_count", "it is 2, and 3 are elected"),
        (0, 3, None, "council_stage.stage.Election.candidates_count", "it is 0"),
        (4, 0, None, "referendum_stage.Revealing.winning_target_count", "it is 0"),
    ],
)
def test_candidates_and_winners_that_do_not_go_together_are_refused(
    candidates: int, target: int, winners: int | None, place: str, words: str
) -> None:
    good = revealing(END)
    assert isinstance(good.referendum, Revealing)
    stage = replace(good.referendum, winning_target_count=target, intermediate_winners=winners)
    with pytest.raises(StateWrong, match=words) as caught:
        deadlines(council_states.state(Election(candidates_count=candidates), stage))
    assert caught.value.place == place


def test_voting_for_more_seats_than_candidates_is_refused_and_for_as_many_is_not() -> None:
    good = voting(END)
    assert isinstance(good.referendum, Voting)
    assert deadlines(council_states.state(Election(candidates_count=3), good.referendum))
    with pytest.raises(StateWrong, match="no election"):
        deadlines(council_states.state(Election(candidates_count=2), good.referendum))


def test_a_referendum_that_began_before_its_election_is_refused() -> None:
    good = voting(END)
    assert isinstance(good.referendum, Voting)
    early = replace(good, referendum=replace(good.referendum, started=HEAD - 2))
    with pytest.raises(StateWrong, match="before the election began") as caught:
        deadlines(early)
    assert caught.value.place == "referendum_stage.Voting.started"


@pytest.mark.parametrize("status", ["active", "pending-constitutionality"])
@pytest.mark.parametrize(("confirmed", "needed"), [(1, 1), (3, 2)])
def test_a_proposal_that_enough_councils_approved_is_not_open_any_more(
    status: Any, confirmed: int, needed: int
) -> None:
    wrong = proposal(status=status, council_confirmations=confirmed, constitutionality=needed)
    with pytest.raises(StateWrong, match="it would be approved") as caught:
        deadlines(announcing(END, 3, wrong))
    assert caught.value.place == "proposals[0].nr_of_council_confirmations"


def test_a_proposal_given_twice_is_named() -> None:
    with pytest.raises(StateWrong, match="given twice"):
        deadlines(announcing(END, 3, proposal(4), proposal(4)))


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (announcing(END, 2), ["As it stands announcing begins anew: 2 of at least 3"]),
        (announcing(END, 3), []),
        (replace(announcing(END, 3), candidates=4), ["4 candidates are listed, and the chain's stage counts 3"]),
        (replace(announcing(END, 3), candidates=3), []),
        (replace(voting(END), candidates=1), ["1 candidate is listed, and the chain's stage counts"]),
        (replace(revealing(END, winners=0), candidates=2), ["2 candidates are listed, and the chain's stage counts"]),
        (replace(idle(END), candidates=2), []),
        (voting(END, constants=TESTING), ["elects 3, and the constants say a council of 5"]),
        (replace(idle(END), constants_from_spec=True, genesis="0x" + "ab" * 32), ["not the main network's"]),
        (replace(idle(END), constants_from_spec=True, genesis=MAINNET_GENESIS.upper().replace("0X", "0x")), []),
        (replace(idle(END), genesis="0x" + "ab" * 32), []),
        (replace(idle(END), pace=pace(HEAD, 600_000)), ["The pace is 600.000000 s per block"]),
        (replace(idle(END), pace=pace(HEAD, 1)), ["The pace is 0.001000 s per block"]),
        (replace(idle(END), pace=pace(HEAD, 1_000)), []),
        (replace(idle(END), pace=over(49, 6_000)), ["measured over 49 blocks only"]),
        (replace(idle(END), pace=over(50, 6_000)), []),
        (replace(idle(END), pace=over(1, 600_000)), ["600.000000 s per block", "measured over 1 block only"]),
    ],
)
def test_what_is_odd_is_noted(state: CouncilState, words: list[str]) -> None:
    notes = outlook(state).notes
    assert len(notes) == len(words)
    assert all(word in note for word, note in zip(words, notes, strict=True))


def test_extra_candidates_are_needed_where_the_constants_say_so() -> None:
    constants = replace(TESTING, min_number_of_extra_candidates=2)
    assert candidates_needed(constants) == 7
    assert set(blocks(announcing(HEAD + 1, 6, constants=constants))) == {"always", "too-few-candidates"}


PROPOSALS = st.lists(
    st.builds(
        lambda age, period, grace, exact, councils, done: proposal(
            activated_at=HEAD - age,
            voting_period=age + period,
            grace_period=grace,
            exact_execution_block=exact,
            constitutionality=councils,
            council_confirmations=min(done, councils - 1),
        ),
        st.integers(0, 10**5),
        st.integers(1, 10**6),
        st.integers(0, 10**5),
        st.none() | st.integers(0, 2 * HEAD),
        st.integers(1, 4),
        st.integers(0, 3),
    ),
    max_size=4,
).map(lambda listed: [replace(each, number=number) for number, each in enumerate(listed)])
STATES = st.builds(
    lambda make, ahead, spec, proposals: make(
        HEAD + ahead, *((2,) if make.__name__ in {"announcing", "revealing"} else ()), *proposals, constants=spec
    ),
    st.sampled_from([announcing, idle, voting, revealing]),
    st.integers(1, 300_000),
    st.sampled_from([*BY_SPEC.values(), TESTING]),
    PROPOSALS,
)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(STATES)
def test_what_holds_of_every_answer(state: CouncilState) -> None:
    found = deadlines(state)
    assert found == deadlines(state)
    for each in found:
        assert each.last_usable_block < each.block
        assert each.block > HEAD
        assert each.earliest <= each.at <= each.latest
        assert each.open == (each.last_usable_block > HEAD)
        assert each.name in TITLES
        assert each.branch in MEANINGS
    by_block = sorted(found, key=lambda each: each.block)
    assert [each.at for each in by_block] == sorted(each.at for each in found)
    keys = [(each.name, each.block, each.last_usable_block, each.proposal, each.branch) for each in found]
    assert len(set(keys)) == len(keys)
    listed = outlook(state).branches
    assert {each.branch for each in found} == set(listed) - {"proposal-approved"} | {
        each.branch for each in found if each.branch == "proposal-approved"
    }
    for branch in listed:
        before = {(e.name, e.block) for e in found if e.branch in FOLLOWS[branch] and e.proposal is None}
        here = {(e.name, e.block) for e in found if e.branch == branch and e.proposal is None}
        assert not before & here, "a branch repeats nothing of those it follows"


@settings(derandomize=True, deadline=None, max_examples=60)
@given(STATES, st.integers(1, 400))
def test_a_head_farther_on_gives_the_same_deadlines(state: CouncilState, ahead: int) -> None:
    on = replace(state, pace=pace(HEAD + ahead))
    try:
        after = deadlines(on)
    except StateWrong:
        return
    before = {(each.name, each.branch, each.block, each.proposal): each.at for each in deadlines(state)}
    kept = {(each.name, each.branch, each.block, each.proposal): each.at for each in after}
    if set(outlook(on).branches) == set(outlook(state).branches):
        assert kept == before


@settings(derandomize=True, deadline=None, max_examples=60)
@given(st.sampled_from([announcing, idle, voting, revealing]), st.integers(1, 10**6), st.integers(0, 10**6))
def test_moving_chain_and_head_together_moves_every_block(
    make: Callable[..., CouncilState], ahead: int, shift: int
) -> None:
    here = make(HEAD + ahead)
    there = make(HEAD + shift + ahead, head=HEAD + shift)
    assert [each.block + shift for each in deadlines(here)] == [each.block for each in deadlines(there)]
