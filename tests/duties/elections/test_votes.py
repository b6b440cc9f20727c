"""Reminders of voting and revealing, votes not revealed, and thin stake: at which block, in which words, from which sources."""

from dataclasses import replace
from typing import Any

import pytest

from secretariat.duties.elections.saying import cast_with
from secretariat.facts.amounts import Amount
from secretariat.facts.election_cycles import Candidacy, ElectionCycle
from tests.duties.elections.invented import BEGAN, CYCLE, JOY, World, as_said, concluded, keys, node, parts, wanted

LONG = BEGAN + 72_000
SHORT = BEGAN + 57_600
DAY = BEGAN + 14_400
STOOD = tuple((BEGAN - 1_000 - number, number) for number in range(1, 6))


def test_no_vote_at_all_is_said_so() -> None:
    assert [cast_with(votes, 7 * JOY) for votes in (0, 1)] == [
        "No vote has been cast",
        "1 vote with 7 JOY has been cast",
    ]


@pytest.mark.parametrize("stage", ["voting", "revealing"])
@pytest.mark.parametrize(
    ("ends", "before_last", "step", "next_step"),
    [
        (LONG, 43_201, None, None),
        (LONG, 43_200, 43_200, 14_400),
        (LONG, 14_401, 43_200, 14_400),
        (LONG, 14_400, 14_400, 3_600),
        (LONG, 3_601, 14_400, 3_600),
        (LONG, 3_600, 3_600, None),
        (LONG, 1, 3_600, None),
        (LONG, 0, None, None),
        (SHORT, 43_200, None, None),
        (SHORT, 14_401, None, None),
        (SHORT, 14_400, 14_400, 3_600),
        (SHORT, 3_600, 3_600, None),
        (DAY, 7_201, None, None),
        (DAY, 7_200, 7_200, 3_600),
        (DAY, 3_600, 3_600, None),
        (DAY, 1, 3_600, None),
    ],
)
def test_reminders_come_at_their_blocks_before_the_last_usable_one(
    stage: str, ends: int, before_last: int, step: int | None, next_step: int | None
) -> None:
    last = ends - 1
    world = World(stage=stage, ends=ends, head=last - before_last, came=STOOD)
    assert keys(world, "reminder") == ([] if step is None else [f"{CYCLE}-{BEGAN}/{stage}-{step}"])
    if step is not None:
        message = wanted(world, "reminder", "discord")
        assert f"{last:,} ([[time {last}]]), in [[left {last}]]" in message.text
        assert [one.id for one in message.mentions] == ["77"]
        assert message.until == (last if next_step is None else last - next_step - 1)
        assert not message.people


@pytest.mark.parametrize("stage", ["announcing", "idle"])
def test_other_stages_have_no_reminder_of_votes(stage: str) -> None:
    assert keys(World(stage=stage, ends=LONG, head=LONG - 3_601), "reminder") == []


def test_a_reminder_rests_on_no_fresh_source_and_tells_the_age_of_an_old_one() -> None:
    head, last = SHORT - 20_000, SHORT - 1
    world = World(stage="voting", ends=SHORT, head=head, carried=last - 14_400)
    (finding,) = [one for key, one in concluded(world).items() if key.startswith("elections/reminder/")]
    assert finding.needs == ()
    assert f"last read at block {head:,}" in finding.wanted[0].text
    assert "last read" not in wanted(replace(world, head=last - 14_400), "reminder", "discord").text
    still = replace(world, carried=last - 14_000)
    assert wanted(still, "reminder", "discord").digest == finding.wanted[0].digest


def test_nothing_is_reminded_of_when_the_end_has_passed_since_the_last_reading() -> None:
    world = World(stage="voting", ends=SHORT, head=SHORT - 20_000, carried=SHORT - 1)
    assert keys(world, "reminder") == []
    assert keys(replace(world, carried=SHORT + 9_000), "reminder") == []


def test_without_a_role_nobody_is_rung() -> None:
    from tests.duties.elections.invented import SETTINGS

    world = World(stage="voting", ends=SHORT, head=SHORT - 3_601)
    assert wanted(world, "reminder", "discord", replace(SETTINGS, reminder_role="")).mentions == ()


VOTES = ((100, 1), (100, 2), (50, None), (50, 1), (20, None))


def revealing(before_last: int, **given: Any) -> World:
    return World(stage="revealing", ends=SHORT, head=SHORT - 1 - before_last, came=STOOD, **{"votes": VOTES, **given})


@pytest.mark.parametrize(
    ("before_last", "discord", "level"),
    [(14_401, [], "task"), (14_400, ["discord"], "alert"), (1, ["discord"], "alert")],
)
def test_votes_not_revealed_are_told_as_numbers_with_words_in_the_last_day(
    before_last: int, discord: list[str], level: str
) -> None:
    world = revealing(before_last, handles={1: "ada", 2: "bob"})
    assert parts(world, "unrevealed") == discord
    finding = concluded(world)[f"elections/unrevealed/{CYCLE}-{BEGAN}"]
    assert finding.level == level
    assert finding.needs == ("chain", "query-node")
    assert "3 of 5 candidates have no revealed vote yet" in finding.why
    for part in finding.wanted:
        text = as_said(part)
        assert "2 votes of 5 not revealed yet" in text
        assert "3 of 5 candidates have no revealed vote yet" in text
        assert not {"voter", "ada", "bob"} & set(text.split())


ALARM = "as it stands, nobody is elected and the election begins anew"
FOUR = tuple((1, member) for member in range(1, 5))


@pytest.mark.parametrize(
    ("votes", "says", "alarm"),
    [
        (((1, None),), "5 of 5 candidates have no revealed vote yet.", True),
        (((1, 1), (1, 2), (1, None)), "3 of 5 candidates have no revealed vote yet.", True),
        ((*FOUR[:3], (1, None)), "2 of 5 candidates have no revealed vote yet.", False),
        ((*FOUR, (1, None)), "1 of 5 candidates has no revealed vote yet.", False),
        ((*FOUR, (1, 5), (1, None)), "All 5 candidates have a revealed vote.", False),
    ],
)
def test_votes_not_revealed_are_told_plainly_and_alarm_only_while_too_few_have_one(
    votes: Any, says: str, alarm: bool
) -> None:
    message = wanted(revealing(100, votes=votes), "unrevealed", "discord")
    text = as_said(message)
    assert f"1 vote of {len(votes)} not revealed yet" in text
    assert says in text
    assert (ALARM in text) == alarm
    assert ("begins anew" in text) == ("needed" in text or alarm)


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        (((1, 1), (1, None), (1, None)), ((1, 1), (1, 1), (1, None)), True),
        (((1, 1), (1, None), (1, None)), ((1, 1), (1, 2), (1, None)), True),
        ((*FOUR[:3], (1, None), (1, None)), (*FOUR, (1, None)), True),
        (((1, 1), (1, 2), (1, None), (1, None)), (*FOUR[:3], (1, None)), False),
    ],
)
def test_a_reveal_is_another_text_only_when_enough_candidates_have_a_vote_by_it(
    before: Any, after: Any, same: bool
) -> None:
    earlier, later = (wanted(revealing(100, votes=votes), "unrevealed", "discord") for votes in (before, after))
    assert earlier.counts != later.counts
    assert (earlier.digest == later.digest) == same


def test_of_two_messages_of_one_block_each_says_its_own() -> None:
    world = revealing(14_400)
    both = [wanted(world, rule, "discord").text.splitlines() for rule in ("unrevealed", "reminder")]
    voting = replace(world, stage="voting", more=past(1_000_000, 1_000_000, 1_000_000))
    either = [wanted(voting, rule, "discord").text.splitlines() for rule in ("thin-stake", "reminder")]
    for one, other in (both, either):
        shared = {line for line in {*one} & {*other} if line}
        assert all(line.startswith("- Last block for") for line in shared), shared


@pytest.mark.parametrize(
    ("votes", "there", "level"),
    [
        (((1, 1), (1, 2), (1, 3), (1, None)), True, "task"),
        (((1, 1), (1, 2), (1, 2), (1, None)), True, "alert"),
        (((1, 1), (1, 2), (1, 3)), False, ""),
        (((1, 1), (1, 2)), True, "alert"),
        (((1, None),), True, "alert"),
        ((), False, ""),
    ],
)
def test_unrevealed_votes_are_an_alert_only_where_the_election_can_fail(votes: Any, there: bool, level: str) -> None:
    world = revealing(100, votes=votes)
    assert keys(world, "unrevealed") == ([f"{CYCLE}-{BEGAN}"] if there else [])
    if there:
        assert concluded(world)[f"elections/unrevealed/{CYCLE}-{BEGAN}"].level == level


def test_votes_are_counted_only_while_they_are_revealed() -> None:
    assert keys(replace(revealing(100), stage="voting"), "unrevealed") == []
    assert keys(revealing(0), "unrevealed") == []


def past(*stakes: int) -> list[Any]:
    """State past elections, each with so much revealed stake on two candidacies, one JOY of it on the second."""
    found: list[Any] = []
    for number, stake in enumerate(stakes):
        key = f"past-{number}"
        cycle = ElectionCycle(
            cycle=number + 1, finished=True, ended_block=number * 100, next_council=f"council-{number}"
        )
        found.append(node(cycle, key, BEGAN))
        for member, part in ((1, stake - 1), (2, 1)):
            fact = Candidacy(election=key, member_id=member, status="elected", vote_power=Amount(part * JOY))
            found.append(node(fact, f"{key}-{member}", BEGAN))
    return found


@pytest.mark.parametrize(
    ("before_last", "stakes", "cast", "there"),
    [
        (14_400, (1_000, 800, 600), (300, 99), True),
        (14_400, (1_000, 800, 600), (300, 100), False),
        (14_401, (1_000, 800, 600), (1,), False),
        (14_400, (1_000, 800), (1,), False),
        (14_400, (1_000, 800, 600, 400), (349,), True),
        (14_400, (1_000, 800, 600, 400), (350,), False),
        (1, (1_000, 800, 600), (1,), True),
        (0, (1_000, 800, 600), (1,), False),
    ],
)
def test_thin_stake_is_below_half_of_the_median_of_three_past_elections_or_more(
    before_last: int, stakes: tuple[int, ...], cast: tuple[int, ...], there: bool
) -> None:
    world = World(
        stage="voting",
        ends=SHORT,
        head=SHORT - 1 - before_last,
        came=STOOD,
        votes=[(stake, None) for stake in cast],
        more=past(*stakes),
    )
    assert keys(world, "thin-stake") == ([f"{CYCLE}-{BEGAN}"] if there else [])
    if there:
        text = as_said(wanted(world, "thin-stake", "discord"))
        said = f"1 vote with {cast[0]} JOY has been cast so far."
        assert (said if len(cast) == 1 else f"{sum(cast):,} JOY together have been cast so far.") in text
        middle = {3: "800", 4: "700"}[len(stakes)]
        assert (
            f"In the last {len(stakes)} elections that elected a council the stake that counted was {middle} JOY"
            in text
        )
        assert f"n = {len(stakes)}" in text
        assert concluded(world)[f"elections/thin-stake/{CYCLE}-{BEGAN}"].needs == ("chain", "query-node")


def test_a_median_between_two_base_units_is_told_as_rounded_and_is_the_threshold_exactly() -> None:
    stakes = (9 * JOY, 6 * JOY + 3, 6 * JOY, 1 * JOY)  # the middle two are 3 base units apart
    facts = past(10, 10, 10, 10)
    facts = [
        one._replace(fact=replace(one.fact, vote_power=Amount(stakes[place // 3] if place % 3 == 1 else 0)))
        if place % 3
        else one
        for place, one in enumerate(facts)
    ]
    world = World(stage="voting", ends=SHORT, head=SHORT - 100, came=STOOD, votes=[(1, None)], more=facts)
    text = as_said(wanted(world, "thin-stake", "discord"))
    assert "the stake that counted was about 6 JOY in the middle (median, n = 4)" in text
    assert (
        keys(replace(world, votes=[(3, None)]), "thin-stake") != []
    )  # half of it is three quarters of a base unit more
    assert keys(replace(world, votes=[(4, None)]), "thin-stake") == []


def test_elections_before_one_whose_stake_is_unknown_are_not_among_the_last_ones() -> None:
    def with_unread(place: int) -> World:
        facts = [one for one in past(1_000, 1_000, 1_000, 1_000) if not one.key.startswith(f"past-{place}-")]
        return World(stage="voting", ends=SHORT, head=SHORT - 100, came=STOOD, votes=[(1, None)], more=facts)

    assert "In the last 3 elections" in as_said(wanted(with_unread(0), "thin-stake", "discord"))
    assert keys(with_unread(3), "thin-stake") == keys(with_unread(1), "thin-stake") == []


@pytest.mark.parametrize(
    ("cast", "says"),
    [((5,), "1 vote with 5 JOY has been cast so far."), ((3, 4), "2 votes with 7 JOY together have been cast so far.")],
)
def test_another_vote_is_no_other_text_about_thin_stake(cast: tuple[int, ...], says: str) -> None:
    def at(votes: tuple[int, ...]) -> Any:
        world = World(
            stage="voting", ends=SHORT, head=SHORT - 100, votes=[(one, None) for one in votes], more=past(900, 900, 900)
        )
        return wanted(world, "thin-stake", "discord")

    assert says in as_said(at(cast))
    assert at(cast).digest == at((1, 2, 3)).digest
