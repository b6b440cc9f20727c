"""The whole review: pure, never an exception, harmless with hostile texts, silent about what it does not know."""

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.desk.marks import blocks_of
from secretariat.desk.neutrality.gate import concerns
from secretariat.duties.proposals import DUTY
from secretariat.duties.proposals.review import review
from secretariat.duties.proposals.settings import Settings
from secretariat.duties.proposals.texts import NAMES, template
from secretariat.facts.amounts import Amount
from secretariat.facts.kinds import KINDS
from secretariat.facts.now import Now
from secretariat.facts.snapshot import Snapshot, snapshot_of
from secretariat.facts.stored_groups import StoredGroup
from tests.duties.proposals.invented import BEGAN, ELECTION, JOY, SETTINGS, Filed, World, chain, concluded

HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "[click](javascript:alert(1))",
    "@everyone",
    "<@123456789>",
    "admin\u202enimda",
    "x" * 10_000,
    "a\n# Heading\n- item",
    "[[time 5]]",
    "{last_block}",
    "**bold** ||spoiler|| `code`",
    "https://e.invalid/?q=1",
)
EVERYWHERE = replace(SETTINGS, announcements="town", mentions={12: "70012"})


def worlds(title: str | None = "A title", handles: dict[int, str] | None = None) -> list[World]:
    """Give worlds in which every text is wanted."""
    filed = Filed(title=title, votes={11: "A"}, pays=(9_000_000 * JOY,))
    lost = list(Filed(number=5, title=title, told={"status": "rejected", "status_block": BEGAN}).records(BEGAN))
    names = {11: "ada", 20: "edda"} if handles is None else handles
    late = replace(filed, activated=ELECTION - 20_000)
    back = replace(
        filed, type="update-working-group-budget", told={"amount": Amount(-5 * JOY), "group": "forumWorkingGroup"}
    )
    group = StoredGroup(group="forumWorkingGroup", budget=Amount(1), active_workers=0, reward_period=9)
    revealing: Any = {"stage": "revealing", "began": ELECTION - 57_600, "ends": ELECTION, "refill": ELECTION}
    return [
        World(filed=[filed], handles=names, more=[lost[1]]),
        World(filed=[back], handles=names, more=[chain(group, "forumWorkingGroup", BEGAN)]),
        World(filed=[filed], handles=names, head=BEGAN + 40_000, refill=BEGAN + 43_200),
        World(filed=[late], handles=names, head=ELECTION - 10_000, **revealing),
        World(filed=[filed], handles=names, head=BEGAN + 20_000, carried=BEGAN + 41_000, refill=BEGAN + 28_800),
    ]


def texts(title: str | None = "A title", handles: dict[int, str] | None = None) -> list[tuple[str, str]]:
    return [
        (one.template, one.text)
        for world in worlds(title, handles)
        for found in concluded(world, EVERYWHERE).values()
        for one in found.wanted
        if concerns(one) == ()
    ]


def test_every_text_is_wanted_somewhere_and_every_text_is_registered() -> None:
    used = {name.removeprefix("proposals/") for name, _ in texts()}
    assert used | {"line", "age"} == set(NAMES)
    assert all(template(name).text for name in NAMES)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_titles_and_handles_are_harmless_letters(text: str) -> None:
    for _, said in texts(text, {11: text, 12: text, 13: text, 20: text}):
        for raw in ("](", "\u202e", "[[time 5]]", "<img", "<@", "@everyone", "\n# "):
            assert raw not in re.sub(r"\\.", "", said)
        assert "x" * 61 not in said
        assert 5 not in blocks_of(said)
        assert len(said) <= 1_950


def test_nothing_is_said_that_tells_how_to_vote() -> None:
    for _, said in texts():
        assert not re.search(
            r"\b(should|must|recommend\w*|support|please|good|bad|urge\w*|important)\b", said, re.IGNORECASE
        )


def test_what_it_watches_is_known_and_bounded() -> None:
    assert {one.kind for one in DUTY.watches} <= set(KINDS)
    assert all(one.most for one in DUTY.watches if one.which == "newest")


def test_without_facts_it_says_so() -> None:
    found = review(Snapshot(), Now(at=World().now.at), None)
    assert [one.key for one in found] == ["proposals/settings/discord", "proposals/facts/stage"]
    assert "secretariat sync" in found[1].why


def test_a_proposal_that_cannot_be_read_is_an_alert_and_stops_nothing() -> None:
    world = World(filed=[Filed(stored={"status": None}), Filed(number=8), Filed(number=9, activated=BEGAN + 10**6)])
    found = concluded(world)
    assert "proposals 7, 9 status" in found["proposals/facts/unreadable"].why
    assert f"proposals/vote/8/{BEGAN + 1_000}" in found


@pytest.mark.parametrize(("age", "said"), [(0, False), (149, False), (150, True)])
def test_words_wait_a_while_for_a_title_and_then_say_that_it_is_not_known(age: int, *, said: bool) -> None:
    world = World(filed=[Filed(told=None), Filed(number=8)], head=BEGAN + 1_000 + age)
    found = concluded(world, EVERYWHERE)
    digest, notice = found["proposals/unvoted/12"].wanted, found[f"proposals/notice/7/{BEGAN + 1_000}"].wanted
    announced = found[f"proposals/vote/7/{BEGAN + 1_000}"].wanted
    assert bool(digest) == bool(notice) == bool(announced) == said
    assert found["proposals/unvoted/12"].title == "bert has not voted on 2 proposals"
    if said:
        assert "**Proposal 7**, Type not known yet: title not known yet, by edda." in digest[0].text


def test_on_a_practice_network_nothing_links_to_the_real_one() -> None:
    for one in concluded(World(practice=True), EVERYWHERE).values():
        assert all("http" not in wanted.text for wanted in one.wanted)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"mentions": {5: "ada"}}, "in digits"),
        ({"mentions": {5: "7", 6: "7"}}, "same Discord user"),
        ({"mentions": {-1: "7"}}, "no member id"),
        ({"discord": "town", "announcements": "town"}, "two places"),
    ],
)
def test_settings_that_cannot_be_are_refused(given: Any, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        Settings(**given)


NUMBER = st.one_of(st.none(), st.integers(0, 2**32 - 1))


@settings(max_examples=150, deadline=None)
@given(
    stored=st.fixed_dictionaries(
        {},
        optional={
            "activated_at": st.one_of(NUMBER, st.integers(BEGAN - 50_000, BEGAN + 2_000)),
            "voting_period": NUMBER,
            "grace_period": NUMBER,
            "status": st.sampled_from([None, "active", "pending-execution", "pending-constitutionality"]),
            "approved_at": NUMBER,
            "exact_execution_block": NUMBER,
            "approval_quorum": NUMBER,
            "slashing_threshold": NUMBER,
            "approvals": st.one_of(st.none(), st.integers(0, 5)),
            "rejections": st.one_of(st.none(), st.integers(0, 5)),
            "constitutionality": NUMBER,
            "proposer_id": NUMBER,
        },
    ),
    seats=st.lists(st.integers(1, 40), max_size=6, unique=True),
    head=st.integers(BEGAN, BEGAN + 60_000),
    budget=st.one_of(st.none(), st.integers(0, 10**30)),
)
def test_odd_facts_are_no_exception_and_the_same_facts_conclude_the_same(
    stored: Any, seats: Any, head: int, budget: Any
) -> None:
    world = World(filed=[Filed(votes={11: "A"}, stored=stored)], seats=seats, head=head, budget=budget)
    snapshot = snapshot_of(world.records())
    found = review(snapshot, world.now, EVERYWHERE)
    assert found == review(snapshot_of(reversed(list(world.records()))), world.now, EVERYWHERE)
    assert len({one.key for one in found}) == len(found)
