"""Elections of the main network, failed ones and withdrawn candidacies included."""

from dataclasses import replace
from typing import Any

import pytest

from secretariat.duties.leaderboard.election_view import elections as election_rows
from secretariat.duties.leaderboard.elections import TABLE
from secretariat.duties.leaderboard.unknown_reasons import reason_of_election
from secretariat.duties.leaderboard.unknown_words import NOT_READ
from secretariat.facts.councils import StageUpdate
from secretariat.facts.election_cycles import Candidacy, CastVote, ElectionCycle
from secretariat.facts.live_elections import LiveElection, live_elections, stake_of
from secretariat.facts.snapshot import snapshot_of
from tests.mainnet import candidacies, councils, cycles, joy, live, mainnet


def elections() -> dict[int | None, LiveElection]:
    return {election.record.fact.cycle: election for election in live_elections(mainnet())}


@pytest.mark.parametrize(
    ("cycle", "term", "outcome", "failure"),
    [
        (1, 1, "elected", None),
        (2, None, "failed", "not-enough-candidates"),
        (3, 2, "elected", None),
        (4, None, "failed", "new-council-not-elected"),
        (5, 3, "elected", None),
        (6, None, "running", None),
    ],
)
def test_each_cycle_has_an_outcome_and_only_a_result_has_a_term(
    cycle: int, term: int | None, outcome: str, failure: str | None
) -> None:
    found = elections()[cycle]
    assert (found.term.term if found.term else None, found.outcome, found.failure) == (term, outcome, failure)


@pytest.mark.parametrize(
    ("cycle", "announcing", "voting", "revealing"),
    [
        (1, 1, 40_000, 70_000),
        (2, 200_000, None, None),
        (3, 250_000, 270_000, 285_000),
        (4, 400_000, 440_000, 470_000),
        (5, 500_000, 540_000, 570_000),
        (6, 690_000, None, None),
    ],
)
def test_stages_begin_where_the_chain_says(
    cycle: int, announcing: int, voting: int | None, revealing: int | None
) -> None:
    found = elections()[cycle]
    assert (found.announcing_start, found.voting_start, found.revealing_start) == (announcing, voting, revealing)


def test_where_a_cycle_is_missing_its_successors_announcing_is_not_guessed() -> None:
    records = [record for record in [*councils(), *cycles()] if record.key != "e3"]
    found = {election.record.fact.cycle: election for election in live_elections(snapshot_of(records))}
    assert found[4].announcing_start is None
    assert found[5].announcing_start == 500_000


def test_who_withdraws_and_announces_again_stood_once_with_the_last_candidacy() -> None:
    third = elections()[3]
    assert [(c.record.key, c.outcome, c.counts) for c in third.candidacies if c.record.fact.member_id == 3] == [
        ("k8", "withdrew", False),
        ("k9", "won", True),
    ]
    assert sorted(str(c.record.fact.member_id) for c in third.standing) == ["1", "3", "4"]
    assert third.withdrawn == 1


def test_nobody_wins_or_loses_an_election_that_seats_no_council() -> None:
    assert {c.outcome for c in elections()[4].candidacies} == {"stood"}
    assert {c.outcome for c in elections()[1].candidacies} == {"won", "lost"}


def test_votes_are_counted_by_the_candidacy_they_were_revealed_for() -> None:
    first = elections()[1]
    assert (len(first.votes), len(first.revealed), str(first.reveal_rate)) == (4, 3, "75.00")
    assert {c.record.key: (c.votes, c.votes_stake) for c in first.candidacies} == {
        "k1": (1, joy(500)),
        "k2": (1, joy(400)),
        "k3": (1, joy(300)),
        "k4": (0, joy(0)),
    }


def test_a_stake_that_is_not_known_makes_the_sum_unknown() -> None:
    assert stake_of([joy(1), None]) is None
    assert stake_of([]) == 0


def test_no_votes_means_none_only_where_the_list_was_read() -> None:
    unread = [record for record in [*councils(), *cycles(), *candidacies()] if record.kind != CastVote.KIND]
    assert not any(election.votes_read for election in live_elections(snapshot_of(unread)))
    lost = [record for record in [*councils(), *cycles(), *candidacies()] if record.key not in ("v11", "v12", "v13")]
    read = {election.record.fact.cycle: election.votes_read for election in live_elections(snapshot_of(lost))}
    assert read == {1: True, 2: True, 3: True, 4: True, 5: False, 6: True}


def test_unreadable_fields_leave_their_own_figure_unknown_and_the_rest_as_it_is() -> None:
    records = [*councils(), *cycles(), *candidacies()]
    broken = [
        live(ElectionCycle(), "e9"),
        live(Candidacy(), "k99"),
        live(Candidacy(election="e9"), "k98"),
        live(CastVote(), "v99"),
        live(StageUpdate(), "s99"),
    ]
    before = [replace(e, candidacies=()) for e in live_elections(snapshot_of(records))]
    after = live_elections(snapshot_of([*records, *broken]))
    assert [replace(e, candidacies=()) for e in after[:-1]] == before
    assert (after[-1].outcome, after[-1].announcing_start, len(after[-1].candidacies)) == (None, None, 1)


def test_the_cycle_that_the_query_node_begins_with_is_no_election() -> None:
    bootstrap = live(ElectionCycle(cycle=0, finished=True, ended_block=1, council="c0"), "e0")
    stage = live(StageUpdate(stage="announcing", changed_block=0, ends_at=0, candidates=0), "s-bootstrap")
    found = live_elections(snapshot_of([*mainnet().of(ElectionCycle), *mainnet().of(StageUpdate), bootstrap, stage]))
    assert [election.record.fact.cycle for election in found] == [1, 2, 3, 4, 5, 6]
    assert found[0].announcing_start == 1


def spoilt(kind: Any, key: str, **fields: Any) -> dict[int | None, LiveElection]:
    """Give the elections where one record has other fields."""
    records = [
        one._replace(fact=replace(one.fact, **fields)) if one.fact.__class__ is kind and one.key == key else one
        for found in mainnet().by_kind.values()
        for one in found
    ]
    return {election.record.fact.cycle: election for election in live_elections(snapshot_of(records))}


def test_a_vote_of_which_it_cannot_be_read_whose_it_is_counts_as_no_unrevealed_one() -> None:
    whole = elections()
    vote = whole[1].revealed[0]
    hidden, unread = (spoilt(CastVote, vote.key, candidacy=None, unreadable=names) for names in ((), ("candidacy",)))
    assert (hidden[1].reveals_read, len(hidden[1].revealed)) == (True, len(whole[1].revealed) - 1)
    assert all(one.votes is not None for one in hidden[1].candidacies)
    assert (unread[1].reveals_read, unread[1].reveal_rate, unread[1].votes_read) == (False, None, True)
    assert {(one.votes, one.votes_stake) for one in unread[1].candidacies} == {(None, None)}
    assert unread[3] == whole[3], "other elections are as they were"
    repaired = spoilt(CastVote, vote.key, unreadable=("candidacy",))
    assert (repaired[1].reveals_read, repaired[1].reveal_rate) == (True, whole[1].reveal_rate)


def test_a_cycle_whose_next_council_cannot_be_read_has_not_failed() -> None:
    cycle = elections()[1].record.key
    assert spoilt(ElectionCycle, cycle, next_council=None)[1].outcome == "failed"
    assert spoilt(ElectionCycle, cycle, next_council=None, unreadable=("next_council",))[1].outcome is None


def test_figures_that_need_an_unreadable_vote_are_empty_with_why() -> None:
    vote = elections()[1].revealed[0]
    unread = replace(vote.fact, candidacy=None, unreadable=("candidacy",))
    records = [
        one._replace(fact=unread) if one.kind == vote.kind and one.key == vote.key else one
        for found in mainnet().by_kind.values()
        for one in found
    ]
    snapshot = snapshot_of(records)
    rows = [one for one in election_rows(snapshot) if one.live is not None and one.live.record.fact.cycle == 1]
    empty = ("votes_revealed", "stake_revealed", "reveal_rate")
    for column in TABLE.columns:
        if column.name in (*empty, "votes_cast", "stake_cast"):
            assert (column.value(rows[0]) is None) == (column.name in empty), column.name
            assert reason_of_election(column.name, rows[0]) == NOT_READ
