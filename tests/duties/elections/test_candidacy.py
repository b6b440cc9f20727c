"""Too few candidates, exactly enough, withdrawals and late candidacies: what is said at which block."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from secretariat.facts.councils import StageUpdate
from secretariat.facts.election_cycles import Candidacy
from tests.duties.elections.invented import (
    BEGAN,
    CONSTANTS,
    ENDS,
    LAST,
    World,
    concluded,
    keys,
    moment,
    node,
    parts,
    wanted,
)

T72, T24 = ENDS - 43_200, ENDS - 14_400
ON = f"7-{BEGAN}"
TWO = ((BEGAN + 100, 1), (BEGAN + 200, 2))
THREE = (*TWO, (BEGAN + 300, 3))
FOUR = (*THREE, (BEGAN + 400, 4))
FIVE = (*FOUR, (BEGAN + 500, 5))
LOW, WITHDRAWAL = "low-candidacy", "late-withdrawal"


@pytest.mark.parametrize(
    ("head", "came", "subjects"),
    [
        (T72 - 1, TWO, []),
        (T72, TWO, [f"{ON}/72h"]),
        (T72, THREE, [f"{ON}/72h"]),
        (T72, FOUR, []),
        (T72, (), [f"{ON}/72h"]),
        (T24 - 1, TWO, [f"{ON}/72h"]),
        (T24, TWO, [f"{ON}/24h"]),
        (T24 + 1, TWO, [f"{ON}/24h"]),
        (LAST - 1, TWO, [f"{ON}/24h"]),
        (LAST, TWO, []),
    ],
)
def test_each_step_has_its_own_finding_from_its_block_to_the_next(head: int, came: Any, subjects: list[str]) -> None:
    assert keys(World(head=head, came=came), LOW) == subjects


@pytest.mark.parametrize(
    ("came", "words"),
    [
        ((), "no candidate so far, 3 needed"),
        (TWO[:1], "1 candidate so far, 3 needed"),
        (TWO, "2 candidates so far, 3 needed"),
        (THREE, "3 candidates, exactly as many as are needed"),
    ],
)
def test_the_words_say_how_many_stand_and_the_last_usable_block(came: Any, words: str) -> None:
    text = wanted(World(head=T24, came=came), LOW, "discord").text
    assert words in text
    assert f"{LAST:,} ([[time {LAST}]]), in [[left {LAST}]]" in text
    finding = concluded(World(head=T24, came=came))[f"elections/{LOW}/{ON}/24h"]
    assert finding.due is not None
    assert finding.due.block == LAST
    assert finding.level == ("task" if len(came) == 3 else "alert")
    assert finding.needs == ("chain",)
    assert all(one.source for one in finding.evidence)


def test_extra_candidates_that_the_runtime_asks_for_are_needed() -> None:
    world = World(head=T24, came=FOUR, constants={**CONSTANTS, "Council.MinNumberOfExtraCandidates": 2})
    assert "4 candidates so far, 5 needed" in wanted(world, LOW, "discord").text


@pytest.mark.parametrize(
    ("extra", "came", "words", "not_words"),
    [
        (0, THREE, "each candidate needs a revealed vote: if one has none, nobody is elected", "can be without"),
        (
            1,
            FOUR,
            "there are 4 candidates for 3 seats, and 1 of them can be without a revealed vote.",
            "each candidate",
        ),
        (
            2,
            FIVE,
            "there are 5 candidates for 3 seats, and 2 of them can be without a revealed vote.",
            "each candidate",
        ),
    ],
)
def test_of_exactly_enough_as_many_can_be_without_a_revealed_vote_as_stand_above_the_seats(
    extra: int, came: Any, words: str, not_words: str
) -> None:
    world = World(head=T24, came=came, constants={**CONSTANTS, "Council.MinNumberOfExtraCandidates": extra})
    text = wanted(world, LOW, "discord").text
    assert "exactly as many as are needed" in text
    assert words in text
    assert not_words not in text
    why = concluded(world)[f"elections/{LOW}/{ON}/24h"].why
    assert ("each candidate needs" in why) == (extra == 0)
    assert (f"{extra} of them can be without" in why) == (extra > 0)


@pytest.mark.parametrize("came", [(), THREE, FOUR])
def test_the_chain_counts_and_not_the_query_node(came: Any) -> None:
    world = World(head=T24, came=came, standing=2, seen=T24 - 100)
    assert "2 candidates so far, 3 needed" in wanted(world, LOW, "discord").text


def test_words_hold_until_the_next_step() -> None:
    assert wanted(World(head=T72, came=TWO), LOW, "discord").until == T24 - 1
    assert wanted(World(head=T24, came=TWO), LOW, "discord").until == LAST


def test_who_joins_and_leaves_again_makes_no_second_finding() -> None:
    came, left = (*THREE, (T24 + 100, 4)), ((T24 + 200, 4),)
    for head, discord in ((T24 + 50, ["discord"]), (T24 + 150, []), (T24 + 250, ["discord"])):
        world = World(head=head, came=came, left=left)
        assert keys(world, LOW) == [f"{ON}/24h"]
        assert parts(world, LOW) == discord
        (found,) = [one for key, one in concluded(world).items() if key.startswith(f"elections/{LOW}/")]
        assert found.needs_nobody == (not discord), "enough stand: nobody has to do anything"


@pytest.mark.parametrize("lag", [0, 50])
def test_a_withdrawal_after_the_step_has_words_of_its_own(lag: int) -> None:
    at = LAST - 400
    before = World(head=at - 1, came=THREE, left=((at, 3),))
    after = replace(before, head=at + 10, seen=at + 10 - lag)
    assert keys(before, WITHDRAWAL) == []
    assert parts(before, LOW) == ["discord"]
    assert keys(after, WITHDRAWAL) == [f"{ON}/24h-1"]
    assert "after a withdrawal 2 candidates, 3 needed" in wanted(after, WITHDRAWAL, "discord").text
    assert keys(after, LOW) == [f"{ON}/24h"]
    assert parts(after, LOW) == []


def test_a_withdrawal_at_the_step_itself_is_told_by_the_step_alone() -> None:
    world = World(head=T24, came=THREE, left=((T24, 3),))
    for head in (T24, T24 + 1, T24 + 5_000):
        assert keys(replace(world, head=head), WITHDRAWAL) == []
        assert parts(replace(world, head=head), LOW) == ["discord"]


def test_a_second_withdrawal_after_somebody_came_is_another_occasion() -> None:
    world = World(head=T24 + 1_000, came=(*THREE, (T24 + 200, 4)), left=((T24 + 100, 3), (T24 + 300, 4)))
    assert keys(replace(world, head=T24 + 150), WITHDRAWAL) == [f"{ON}/24h-1"]
    assert keys(replace(world, head=T24 + 250), WITHDRAWAL) == []
    assert keys(world, WITHDRAWAL) == [f"{ON}/24h-2"]


def test_a_withdrawal_of_one_of_too_few_is_no_new_occasion() -> None:
    world = World(head=T24 + 200, came=TWO, left=((T24 + 100, 2),))
    assert keys(world, WITHDRAWAL) == []
    assert keys(world, LOW) == [f"{ON}/24h"]


def test_of_a_short_period_the_half_is_the_step() -> None:
    world = World(head=BEGAN + 29, ends=BEGAN + 60)
    assert keys(world, LOW) == []
    assert keys(replace(world, head=BEGAN + 30), LOW) == [f"{ON}/half"]


@pytest.mark.parametrize("stage", ["voting", "revealing", "idle"])
def test_nothing_is_said_of_candidacies_when_announcing_is_over(stage: str) -> None:
    world = World(stage=stage, head=T24, came=TWO)
    assert keys(world, LOW) == keys(world, WITHDRAWAL) == keys(world, "late-candidates") == []


@pytest.mark.parametrize("missing", ["Council.CouncilSize", "Council.MinNumberOfExtraCandidates"])
def test_without_the_number_needed_a_task_says_so_and_nothing_is_held_against_it(missing: str) -> None:
    world = World(head=T24, came=TWO, constants={key: value for key, value in CONSTANTS.items() if key != missing})
    assert keys(world, LOW) == []
    assert missing in concluded(world)["elections/facts/constants"].why


ARRIVALS = ((200_000, 150_000, 3_600), (400_000, 300_000, 200_000, 86_406), ())


def past_periods(periods: Sequence[Sequence[int]] = ARRIVALS, blocks: int = 86_400) -> list[Any]:
    """State past announcing periods, as seconds before the end at which candidacies came.

    Else three: one with a late candidacy that made it enough, one early, one with nobody.
    """
    found = []
    for number, arrivals in enumerate(periods):
        begins = 100_000 * (number + 1) // (len(periods) // 8 + 1)
        ends = begins + blocks
        for place, (stage, block, until) in enumerate((("announcing", begins, ends), ("election", ends, None))):
            update = StageUpdate(stage=stage, changed_block=block, ends_at=until, created_at=moment(block))
            found.append(node(update, f"stage-{number}-{place}", ends))
        for place, seconds in enumerate(arrivals):
            candidacy = Candidacy(
                election=f"past-{number}", member_id=place, status="failed", created_at=moment(ends - seconds // 6)
            )
            found.append(node(candidacy, f"past-{number}-{place}", ends))
    return found


def test_late_candidacies_of_the_past_are_told_with_their_n() -> None:
    world = World(head=T72, came=TWO, more=past_periods())
    finding = concluded(world)[f"elections/late-candidates/{ON}"]
    assert finding.why.startswith(
        "Of 7 candidacies in the last 3 announcing periods, 1 came in the last 24 hours before the end and 5 in the last 72 "
        "(median about 2 d 7 h before it, n = 7). There were enough only in the last 24 hours in 1 of these periods."
    )
    more = replace(world, constants={**CONSTANTS, "Council.MinNumberOfExtraCandidates": 2})
    assert "in none of these periods." in concluded(more)[f"elections/late-candidates/{ON}"].why
    assert finding.wanted == ()
    assert finding.needs == ("chain", "query-node")
    assert "n = 7)" in wanted(world, LOW, "discord").text
    assert keys(replace(world, came=FOUR), "late-candidates") == []
    assert keys(World(head=T72, came=TWO), "late-candidates") == []
    assert keys(World(head=T72, came=TWO, more=past_periods(((), ()))), "late-candidates") == []


def test_the_median_arrival_lies_halfway_between_two_middle_ones() -> None:
    more = past_periods(((400_000, 300_000, 36_000, 3_600),))
    why = concluded(World(head=T72, came=TWO, more=more))[f"elections/late-candidates/{ON}"].why
    assert "Of 4 candidacies in the last 1 announcing period, 2 came" in why
    assert "(median about 46 h 40 min before it, n = 4)" in why  # of 300,000 and 36,000 s


@pytest.mark.parametrize("empty", [0, 3, 12])
def test_the_last_twelve_announcing_periods_are_counted_with_those_in_which_nobody_came(empty: int) -> None:
    periods = ((200_000,), *[(150_000,)] * (12 - empty), *[()] * empty)
    world = World(head=T72, came=TWO, more=past_periods(periods, blocks=40_000))
    if empty == 12:
        assert keys(world, "late-candidates") == []
    else:
        why = concluded(world)[f"elections/late-candidates/{ON}"].why
        assert why.startswith(f"Of {12 - empty} candidacies in the last 12 announcing periods, none")


@pytest.mark.parametrize(
    ("blocks", "says"),
    [
        (43_201, "none came in the last 24 hours before the end and 1 in the last 72 (median"),
        (43_200, "none came in the last 24 hours before the end (median"),
        (14_401, "none came in the last 24 hours before the end (median"),
        (14_400, None),
    ],
)
def test_no_span_is_told_that_is_as_long_as_a_period(blocks: int, says: str | None) -> None:
    world = World(
        head=T72, came=TWO, more=past_periods(((86_406,),) if blocks > 14_400 else ((80_000,),), blocks=blocks)
    )
    assert keys(world, "late-candidates") == ([] if says is None else [ON])
    assert (says or "") in wanted(world, LOW, "discord").text
    assert ("median" in wanted(world, LOW, "discord").text) == (says is not None)
