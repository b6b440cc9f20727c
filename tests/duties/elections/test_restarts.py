"""Whether announcing began anew: told by chain or query node, waited for while neither tells it, and each failure with its numbers."""

from dataclasses import replace
from typing import Any

import pytest

from secretariat.duties.elections import DUTY
from secretariat.duties.elections.review import review
from secretariat.facts.amounts import Amount
from secretariat.facts.councils import StageUpdate
from secretariat.facts.election_cycles import Candidacy, CastVote, ElectionCycle
from secretariat.facts.past_states import ComparedState, PastState
from secretariat.facts.snapshot import snapshot_of
from secretariat.facts.stored_council import StoredCouncil
from tests.duties.elections.invented import (
    BEGAN,
    ENDS,
    JOY,
    LAST,
    SETTINGS,
    World,
    chain,
    concluded,
    failed_before,
    keys,
    moment,
    node,
    parts,
    thread,
    wanted,
)

ON = f"7-{BEGAN}"
ANNOUNCED = [f"{ON}/announcing"]
EARLY = World(head=BEGAN + 1, seen=BEGAN - 1)
"""The chain has come to announcing, and the query node is two blocks behind."""


def before(outcome: str, **given: Any) -> Any:
    """State what the query node tells of the cycle before."""
    told: dict[str, dict[str, Any]] = {
        "running": {"finished": False},
        "failed": {"finished": True, "ended_block": BEGAN},
        "elected": {"finished": True, "ended_block": BEGAN - 201_600, "next_council": "council-6"},
    }
    return node(ElectionCycle(**{"cycle": 6, **told[outcome], **given}), "cycle-6", BEGAN - 1)


def read(stage: Any, cycle: int, *, kind: Any = ComparedState) -> Any:
    """State what the chain stored at the block to which the query node had come, or at one of the past."""
    council = StoredCouncil(cycle=cycle, stage=stage, stage_changed_at=BEGAN - 86_400, stage_ends_at=BEGAN)
    return chain(kind(council=council), "then", BEGAN - 1)


@pytest.mark.parametrize(
    ("facts", "announced"),
    [
        ([], False),
        ([before("running")], False),
        ([before("running"), read("announcing", 6)], False),
        ([read("election", 6)], False),
        ([read("idle", 5)], False),
        ([before("elected", cycle=5)], False),
        ([before("elected")], True),
        ([read("idle", 6)], True),
        ([read("idle", 6, kind=PastState)], True),
    ],
)
@pytest.mark.parametrize("behind", [2, 20_000])
def test_candidacies_are_said_to_be_open_before_the_query_node_is_there_only_where_no_election_can_have_failed(
    facts: list[Any], announced: bool, behind: int
) -> None:
    world = replace(EARLY, seen=BEGAN + 1 - behind, more=facts)
    assert keys(world, "stage") == (ANNOUNCED if announced else [])
    assert keys(world, "failed") == keys(world, "thread") == []


def test_the_first_announcing_follows_the_idle_stage_at_genesis() -> None:
    first = replace(EARLY, cycle=1)
    assert keys(first, "stage") == [f"1-{BEGAN}/announcing"]
    assert keys(replace(EARLY, cycle=2), "stage") == []


@pytest.mark.parametrize(
    ("facts", "announced"),
    [
        ([], True),  # it began with this cycle, and nothing that it knows of failed
        ([before("elected")], True),
        ([before("running")], False),
        ([before("failed", ended_block=None)], False),
        ([before("failed", ended_block=BEGAN - 1)], False),
        ([before("elected", next_council=None, unreadable=("next_council",))], False),
        ([before("elected", cycle=None)], False),
    ],
)
def test_a_query_node_that_is_there_and_does_not_tell_what_came_before_is_no_all_clear(
    facts: list[Any], announced: bool
) -> None:
    world = World(more=facts)
    assert keys(world, "stage") == (ANNOUNCED if announced else [])
    assert keys(world, "failed") == []
    assert keys(world, "thread") == (["council-7"] if announced else []), "it would open without the explanation"


def test_a_failure_is_told_once_the_query_node_is_there_and_nothing_before() -> None:
    waits = replace(EARLY, more=[before("running"), read("announcing", 6), thread(block=BEGAN - 50_000)])
    assert keys(waits, "stage") == keys(waits, "failed") == []
    there = replace(EARLY, seen=BEGAN)
    there = replace(there, more=[*failed_before(there), thread(block=BEGAN - 50_000)])
    assert keys(there, "stage") == []
    assert parts(there, "failed") == ["discord", "thread"]


@pytest.mark.parametrize(("head", "told"), [(BEGAN + 149, False), (BEGAN + 150, True), (LAST, True)])
def test_the_desk_is_told_what_waits_when_the_query_node_stays_behind(head: int, told: bool) -> None:
    world = replace(EARLY, head=head, more=[before("running")])
    assert keys(world, "facts") == (["restart"] if told else [])
    if told:
        found = concluded(world)["elections/facts/restart"]
        assert (found.level, found.audience, found.wanted) == ("alert", "desk", ())
        assert "what came of cycle 6" in found.why
    thread_waits = [
        f"thread/7-{BEGAN}"
    ]  # opening it, and what is said in it: the query node has not come to this stage
    assert keys(replace(world, more=[before("elected")]), "facts") == (thread_waits if told else [])
    assert keys(replace(world, stage="voting"), "facts") == (thread_waits if told else [])


def failed_at(cycle: int, block: int, *, reveal: bool, stood: int, read: bool = True) -> list[Any]:
    """State that a cycle failed at a block: of those who stood one had a revealed vote, three votes were cast."""
    key = f"cycle-{cycle}"
    problem = "new-council-not-elected" if reveal else "not-enough-candidates"
    stage = StageUpdate(stage="announcing", changed_block=block, ends_at=block + 86_400, problem=problem)
    found = [
        node(ElectionCycle(cycle=cycle, finished=True, ended_block=block), key, BEGAN),
        node(stage, f"update-{cycle}", BEGAN),
    ]
    for number in range(stood if read else 0):
        power = Amount(JOY if reveal and not number else 0)
        one = Candidacy(election=key, member_id=number, status="failed", vote_power=power, created_at=moment(block - 9))
        found.append(node(one, f"stood-{cycle}-{number}", BEGAN))
    for number in range(3 if reveal else 0):
        vote = CastVote(election=key, stake=Amount(JOY), candidacy=None if number else f"stood-{cycle}-0")
        found.append(node(vote, f"voted-{cycle}-{number}", BEGAN))
    return found


IN_A_ROW = [
    *failed_at(3, BEGAN - 300_000, reveal=False, stood=4),
    *failed_at(4, BEGAN - 200_000, reveal=True, stood=5),
    *failed_at(5, BEGAN - 86_400, reveal=False, stood=1),
]
LINES = {
    3: "- Nobody was elected in cycle 3 before it: when announcing ended, 4 candidates stood.",
    4: "- Nobody was elected in cycle 4 before it: when revealing ended, 1 of 5 candidates had a revealed vote; 3 votes had been cast, "
    "and 1 of them revealed.",
    5: "- Nobody was elected in cycle 5 before it: when announcing ended, 1 candidate stood.",
}


def test_each_failure_since_the_last_council_is_told_of_with_its_numbers_oldest_first() -> None:
    bare = World()
    known = [*failed_before(bare), *IN_A_ROW]
    world = replace(bare, more=[*known, thread(block=BEGAN - 350_000)])
    for text in (
        wanted(world, "failed", "discord").text,
        wanted(world, "failed", "thread").text,
        wanted(replace(bare, more=known), "thread", "thread").text,
    ):
        assert "When announcing of cycle 6 ended, 2 candidates stood, and 3 are needed." in text
        assert "\n".join(LINES.values()) in text
    assert len(keys(world, "failed")) == 1


def test_failures_before_the_last_council_was_elected_are_none_of_this_election() -> None:
    bare = World()
    elected = before("elected", cycle=4, ended_block=BEGAN - 200_000)
    known = [
        *failed_at(3, BEGAN - 300_000, reveal=False, stood=4),
        elected,
        *failed_at(5, BEGAN - 86_400, reveal=False, stood=1),
    ]
    text = wanted(replace(bare, more=[*failed_before(bare), *known]), "failed", "discord").text
    assert LINES[5] in text
    assert text.count("before it:") == 1


def test_a_message_tells_of_the_last_failures_and_the_thread_of_all() -> None:
    bare = World()
    more = failed_at(2, BEGAN - 400_000, reveal=False, stood=3)
    world = replace(bare, more=[*failed_before(bare), *IN_A_ROW, *more, thread(block=BEGAN - 390_000)])
    said, posted = wanted(world, "failed", "discord").text, wanted(world, "failed", "thread").text
    assert (said.count("before it:"), posted.count("before it:")) == (3, 4)
    assert "cycle 2 before it" not in said
    assert len(said) < 2_000


def test_of_a_failure_whose_lists_are_not_read_only_that_nobody_was_elected_is_told() -> None:
    bare = World()
    known = [one for one in failed_before(bare) if not isinstance(one.fact, Candidacy)]
    world = replace(bare, more=[*known, *failed_at(5, BEGAN - 86_400, reveal=False, stood=2, read=False)])
    text = wanted(world, "failed", "discord").text
    assert "- Nobody was elected in cycle 5 before it.\n" in text
    assert "stood" not in text


@pytest.mark.parametrize(("seen", "told"), [(BEGAN, True), (BEGAN - 1, False)])
def test_how_candidacies_came_is_left_out_while_the_last_period_may_not_be_known(seen: int, told: bool) -> None:
    """One announcing period before the last council is known; of the one just before this the query node may not tell yet."""
    past = [
        node(
            StageUpdate(stage=stage, changed_block=block, ends_at=ends, created_at=moment(block)),
            f"s-{block}",
            BEGAN - 1,
        )
        for stage, block, ends in (("announcing", 500_000, 586_400), ("election", 586_400, None))
    ]
    came = Candidacy(election="old", member_id=3, status="elected", created_at=moment(586_000))
    world = World(head=ENDS - 14_000, seen=seen, came=((BEGAN - 9, 4),), more=[*past, node(came, "old-3", BEGAN - 1)])
    assert ("last 1 announcing period" in wanted(world, "low-candidacy", "discord").text) == told


@pytest.mark.parametrize("stage", ["voting", "revealing"])
def test_no_thread_is_taken_for_that_of_an_election_which_the_query_node_does_not_tell_of(stage: str) -> None:
    """It knows of the thread of council 7, and may not know yet that council 7 sits."""
    world = World(stage=stage, head=BEGAN + 3, seen=BEGAN - 400_000, more=[thread(block=BEGAN - 350_000)])
    assert parts(world, "stage") == ["discord", "thread"], "it tells of cycle 7"
    later = [one for one in world.records() if one.key != "cycle-7"]
    behind = _Told(**{**vars(world), "told": later})
    assert parts(behind, "stage") == ["discord"]


class _Told(World):
    """A world of which only some facts are told."""

    def __init__(self, told: list[Any], **given: Any) -> None:
        super().__init__(**given)
        object.__setattr__(self, "told", told)

    def records(self) -> list[Any]:
        return list(self.told)  # type: ignore[attr-defined]


@pytest.mark.parametrize("kind", [ComparedState, PastState])
def test_what_proves_that_it_is_no_restart_is_among_what_is_watched(kind: Any) -> None:
    world = replace(EARLY, more=[before("running"), read("idle", 6, kind=kind)])
    kept = snapshot_of(one for one in world.records() if one.kind in {each.kind for each in DUTY.watches})
    assert f"elections/stage/{ANNOUNCED[0]}" in {one.key for one in review(kept, world.now, SETTINGS)}


def test_without_a_query_node_nobody_will_ever_tell_and_candidacies_are_said_to_be_open() -> None:
    world = replace(EARLY, head=BEGAN + 400)
    waits = {one.key for one in review(world.snapshot(), world.now, SETTINGS)}
    assert "elections/facts/restart" in waits
    alone = {one.key for one in review(world.snapshot(), replace(world.now, has_query_node=False), SETTINGS)}
    assert alone - waits == {f"elections/stage/{ANNOUNCED[0]}"}
    assert waits - alone == {"elections/facts/restart"}
