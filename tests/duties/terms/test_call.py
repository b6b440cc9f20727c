"""People willing to serve as secretary: the call, the list in the drawn order, and nobody having said so."""

from dataclasses import replace
from typing import Any

import pytest

from secretariat.desk.neutrality.gate import concerns
from secretariat.desk.neutrality.order import drawn
from secretariat.desk.reconcile import Silence
from secretariat.duties.terms.review import review
from secretariat.duties.terms.settings import Settings
from secretariat.duties.terms.view import view_of
from secretariat.facts.election_cycles import ElectionCycle
from secretariat.facts.memberships import Membership
from secretariat.facts.opened_threads import RECEIPT, OpenedThread
from secretariat.facts.records import QUERY_NODE, Stated
from secretariat.facts.secretary_decisions import NotWilling
from secretariat.facts.snapshot import Snapshot, snapshot_of
from tests.duties.elections.invented import GENESIS, node
from tests.duties.terms.invented import (
    BEGAN,
    COUNCIL,
    ELECTION,
    SETTINGS,
    World,
    concluded,
    decided,
    gracing,
    keys,
    noted,
    parts,
    taken,
    the,
    thread,
    told,
    wanted,
    willing,
)

LAST, LIMIT = BEGAN + 7_200, BEGAN + 14_400
TITLE = "Council 7: who is willing to serve as secretary?"
OPENED = thread(TITLE, 56)
THREE = [willing(31, 1), willing(41, 2), willing(12, 3)]
AFTER = World(head=LAST + 1, more=[OPENED, *THREE])


def not_willing(member: int, seq: int) -> Any:
    return decided(NotWilling(taken=taken(seq), council=COUNCIL, member_id=member))


@pytest.mark.parametrize(("head", "there"), [(BEGAN, True), (LAST, True), (LAST + 1, False), (ELECTION - 1, False)])
def test_the_call_goes_out_at_the_start_of_the_term(head: int, *, there: bool) -> None:
    assert keys(World(head=head), "call") == (["council-7"] if there else [])


def test_the_call_says_what_the_role_is_who_can_serve_and_until_when() -> None:
    world = World(head=BEGAN + 50)
    opens = wanted(world, "call", "thread")
    assert (opens.kind, opens.title, opens.until) == ("forum-thread", TITLE, LAST)
    message = wanted(replace(world, more=[OPENED]), "call", "discord")
    for made in (opens, message):
        for said in (
            f"block {LAST:,} ([[time {LAST}]])",
            f"block {LIMIT:,} ([[time {LIMIT}]])",
            "https://example.org/secretary",
            "published at https://example.org/proposal/5, as of 2024-02-01",
            "- Not on the council",
        ):
            assert said in made.text
    assert "https://pioneerapp.xyz/#/forum/thread/56" in message.text


@pytest.mark.parametrize(
    ("after", "more", "settings", "wants"),
    [
        (50, [], SETTINGS, ["thread"]),
        (1_199, [], SETTINGS, ["thread"]),
        (1_200, [], SETTINGS, ["thread", "discord"]),
        (50, [OPENED], SETTINGS, ["discord"]),
        (50, [], replace(SETTINGS, forum_category=None), ["discord"]),
        (50, [], replace(SETTINGS, member=None, discord=""), []),
    ],
    ids=["waits", "waits still", "no longer", "opened", "no category", "nowhere"],
)
def test_the_message_waits_two_hours_for_its_thread_where_one_can_be_opened(
    after: int, more: list[Any], settings: Settings, wants: list[str]
) -> None:
    assert parts(World(head=BEGAN + after, more=more), "call", settings) == wants


@pytest.mark.parametrize(
    ("given", "section", "task"),
    [
        ({}, True, []),
        ({"eligibility_items": ()}, False, ["missing"]),
        ({"eligibility_date": "2023-11-11"}, True, []),
        ({"eligibility_date": "2023-11-10"}, False, ["2023-11-10"]),
        ({"eligibility_date": "2023-11-10", "eligibility_days": 400}, True, []),
        ({"eligibility_date": "2024-03-11"}, True, []),
        ({"eligibility_date": "2099-03-01"}, False, ["2099-03-01-ahead"]),
    ],
    ids=["fresh", "not configured", "120 days", "too old", "longer", "today in the east", "to come"],
)
def test_who_can_serve_is_withheld_with_a_task_when_it_is_missing_or_too_old(
    given: dict[str, Any], *, section: bool, task: list[str]
) -> None:
    settings = replace(SETTINGS, **given)
    assert ("Who can serve" in wanted(World(), "call", "thread", settings).text) is section
    assert keys(World(), "eligibility", settings) == task


def test_what_the_role_is_is_asked_for_and_left_out() -> None:
    settings = replace(SETTINGS, role_link="")
    assert keys(World(), "settings", settings) == ["role-link"]
    assert "What the role is" not in wanted(World(), "call", "thread", settings).text


@pytest.mark.parametrize(
    ("more", "there"),
    [
        ([told(8, "deciding"), noted(8)], True),
        ([told(8, "gracing"), noted(8), gracing(8, BEGAN + 9)], False),
        ([told(8, "gracing"), noted(8, elects=False)], True),
        ([told(8, "rejected"), noted(8)], True),
    ],
)
def test_nobody_is_called_any_more_once_a_proposal_is_approved(more: list[Any], *, there: bool) -> None:
    assert bool(keys(World(more=more), "call")) is there
    assert bool(keys(replace(AFTER, more=[*AFTER.more, *more]), "willing")) is there


def test_all_who_are_willing_are_listed_alike_in_the_drawn_order() -> None:
    seed = f"{GENESIS}/secretary-7"
    order = [str(member) for member in drawn([12, 31, 41], seed, str)]
    for part in ("discord", "thread"):
        made = wanted(replace(AFTER, handles={31: "ada", 41: "o"}), "willing", part)
        assert [entry.subject for entry in made.entries] == order
        assert made.order_seed == seed
        assert f"`{seed}/`" in made.text
        assert made.people
        assert concerns(made) == ()
        assert made.until == LIMIT
    assert wanted(AFTER, "willing", "thread").destination.thread == 56


@pytest.mark.parametrize(
    ("people", "said"),
    [
        ([willing(31, 1, deputy_id=5), willing(41, 2, deputy_id=6)], True),
        ([willing(31, 1, deputy_id=5), willing(41, 2)], False),
        ([willing(31, 1), willing(41, 2)], False),
    ],
)
def test_deputies_are_told_of_all_or_of_none(people: list[Any], *, said: bool) -> None:
    made = wanted(replace(AFTER, more=people), "willing", "discord")
    assert ("deputy" in "".join(entry.text for entry in made.entries)) is said
    assert concerns(made) == ()


@pytest.mark.parametrize(
    ("more", "subject", "members"),
    [
        ([], "council-7/3-3", {12, 31, 41}),
        ([not_willing(41, 4)], "council-7/4-2", {12, 31}),
        ([willing(50, 4)], "council-7/4-4", {12, 31, 41, 50}),
        ([not_willing(41, 4), willing(41, 5)], "council-7/5-3", {12, 31, 41}),
        ([willing(41, 4, deputy_id=9)], "council-7/4-3", {12, 31, 41}),
        ([willing(60, 4, council=6)], "council-7/3-3", {12, 31, 41}),
    ],
    ids=["as noted", "one leaves", "one joins", "leaves and comes back", "noted anew", "of another term"],
)
def test_who_joins_or_leaves_makes_another_list(more: list[Any], subject: str, members: set[int]) -> None:
    world = replace(AFTER, more=[OPENED, *THREE, *more])
    assert keys(world, "willing") == [subject]
    assert {int(one.subject) for one in wanted(world, "willing", "discord").entries} == members


@pytest.mark.parametrize(("head", "there"), [(LAST, False), (LAST + 1, True), (LIMIT, True), (LIMIT + 1, False)])
def test_the_list_is_told_from_the_end_of_the_call_to_the_limit(head: int, *, there: bool) -> None:
    assert bool(keys(replace(AFTER, head=head), "willing")) is there


def test_a_list_too_long_for_a_message_is_in_the_thread_alone() -> None:
    many = [willing(100_000 + number, number) for number in range(1, 40)]
    assert parts(replace(AFTER, more=[OPENED, *many]), "willing") == ["thread"]


def test_without_the_genesis_nobody_is_listed() -> None:
    found = review(AFTER.snapshot(), replace(AFTER.now, genesis=None), SETTINGS)
    assert not any(one.key.startswith(("terms/willing/", "terms/signal/")) for one in found)


@pytest.mark.parametrize(
    ("head", "more", "there"),
    [
        (LAST - 1, [], False),
        (LAST, [], True),
        (LIMIT + 50_000, [], True),
        (LAST, [willing(31)], False),
        (LAST, [willing(31), not_willing(31, 2)], True),
        (LAST, [told(8, "deciding"), noted(8)], False),
        (LAST, [told(8, "deciding"), noted(8, elects=False)], True),
    ],
)
def test_nobody_having_said_so_is_an_alert_from_half_a_day_on(head: int, more: list[Any], *, there: bool) -> None:
    world = World(head=head, more=more)
    assert keys(world, "nobody") == (["council-7"] if there else [])
    if there:
        assert the(world, "nobody").level == "alert"
        assert parts(world, "nobody") == (["discord"] if head <= LIMIT else [])


def test_the_words_are_the_same_whoever_holds_the_office_or_is_willing() -> None:
    plain, known = World(), World(handles={900: "ada"}, more=[willing(900), willing(31, 2)])
    assert wanted(plain, "call", "thread") == wanted(known, "call", "thread")
    for handles in ({31: "ada", 41: "bert"}, {31: "bert", 41: "ada"}):
        made = wanted(replace(AFTER, handles=handles), "willing", "discord")
        bare = made.text
        for entry in made.entries:
            bare = bare.replace(entry.name, "NAME")
        assert "ada" not in bare.replace("NAME", "")


@pytest.mark.parametrize("strangers", [(31,), (44,)])
def test_who_is_not_known_is_in_no_list_and_asked_about(strangers: tuple[int, ...]) -> None:
    """Neither is who named a deputy that is not known: the list would name that one."""
    more = [OPENED, willing(31, 1, deputy_id=44), willing(41, 2)]
    world = replace(AFTER, more=more, strangers=strangers)
    (asked,) = keys(world, "willing-unknown")
    assert asked == "council-7/31"
    assert f"member {strangers[0]} is not known" in concluded(world)[f"terms/willing-unknown/{asked}"].title
    for part in ("discord", "thread"):
        assert [one.subject for one in wanted(world, "willing", part).entries] == ["41"]
    assert keys(replace(world, strangers=()), "willing-unknown") == []
    alone = replace(world, more=[willing(31, 1, deputy_id=44)])
    assert (keys(alone, "willing"), keys(alone, "nobody")) == ([], []), "they said that they are willing"
    assert keys(alone, "willing-unknown") == ["council-7/31"]


@pytest.mark.parametrize("strangers", [(), (31,)])
def test_while_the_query_node_is_stale_all_are_listed_or_the_list_waits_and_somebody_is_told(
    strangers: tuple[int, ...],
) -> None:
    world = replace(AFTER, more=[OPENED, willing(31, 1), willing(41, 2)], strangers=strangers)
    found, stale = concluded(world), Silence(duties={}, sources={QUERY_NODE: "stale"})
    listed = [key for key, one in found.items() if key.startswith("terms/willing/") and not stale.why(one)]
    asked = [key for key, one in found.items() if key.startswith("terms/willing-unknown/") and not stale.why(one)]
    assert listed == ([] if strangers else ["terms/willing/council-7/2-2"])
    assert asked == (["terms/willing-unknown/council-7/31"] if strangers else [])


def test_a_list_is_another_one_when_it_names_others_and_only_then() -> None:
    """A note of who is not known changes no list; it is another list once they are, also when somebody else was noted since."""
    one, two, three = willing(41, 2), willing(31, 3), willing(51, 4)
    stranger = replace(AFTER, strangers=(31,))
    before = keys(replace(AFTER, more=[OPENED, one]), "willing")
    assert keys(replace(stranger, more=[OPENED, one, two]), "willing") == before
    assert keys(replace(stranger, more=[OPENED, one, two, not_willing(31, 5)]), "willing") == before
    later = [
        keys(replace(AFTER, more=[OPENED, one, two]), "willing"),
        keys(replace(stranger, more=[OPENED, one, two, three]), "willing"),
        keys(replace(AFTER, more=[OPENED, one, two, three]), "willing"),
        keys(replace(AFTER, more=[OPENED, one, two, three, not_willing(41, 6)]), "willing"),
    ]
    assert len({before[0], *(key for found in later for key in found)}) == 1 + len(later)


def test_who_is_a_member_is_gathered_once_for_all_who_are_willing(monkeypatch: pytest.MonkeyPatch) -> None:
    many = [OPENED, *(willing(100 + number, number) for number in range(1, 40))]
    read: list[type] = []
    of = Snapshot.of

    def counted(self: Snapshot, kind: Any) -> Any:
        read.append(kind)
        return of(self, kind)

    monkeypatch.setattr(Snapshot, "of", counted)
    few = _reads(World(head=LAST + 1, more=[OPENED, willing(100, 1)]), read)
    assert _reads(World(head=LAST + 1, more=many), read) == few


def _reads(world: World, read: list[type]) -> int:
    """Count how often memberships are read to tell who is willing, and who of them is not known."""
    seen = view_of(world.snapshot(), world.now, SETTINGS)
    read.clear()
    assert seen.willing
    assert all(seen.unknown_of(one) == () for one in seen.noted_willing)
    return read.count(Membership)


def test_before_the_first_election_nobody_is_called() -> None:
    world = World(councils=(), began=0, ends=200_000, head=20_000, cycle=0)
    assert not any(key.split("/")[1] in ("call", "nobody", "clock", "which") for key in concluded(world))


@pytest.mark.parametrize(
    ("more", "needs"),
    [
        ([OPENED, *THREE], ("chain",)),
        (THREE, ("chain", "query-node")),
        ([OPENED, *THREE, noted(8)], ("chain", "query-node")),
    ],
    ids=["the thread is known", "it is not", "a proposal may have settled it"],
)
def test_the_list_in_a_known_thread_needs_no_query_node(more: list[Any], needs: tuple[str, ...]) -> None:
    assert the(replace(AFTER, more=more), "willing").needs == needs


@pytest.mark.parametrize(
    ("told_before", "needs"),
    [([node(ElectionCycle(cycle=6), "cycle-6", BEGAN - 50)], ("chain",)), ([], ("chain", "query-node"))],
    ids=["of the cycle that elected it", "of none"],
)
def test_the_query_node_that_stood_still_before_the_election_proves_the_council_or_does_not(
    told_before: list[Any], needs: tuple[str, ...]
) -> None:
    """Without a word of the cycle another council may have been elected that nobody here knows of: the thread would be another one's."""
    fact = OpenedThread(thread_id=56, title=TITLE, category_id=4, author_id=900, created_block=BEGAN + 5)
    ours = Stated(kind=fact.KIND, key="56", file="outbox", format=RECEIPT, line=1, fact=fact)
    world = replace(AFTER, councils=AFTER.councils[:-1], more=[ours, *THREE, *told_before])
    rows = [one for kind in world.snapshot().by_kind.values() for one in kind]
    behind = [one._replace(line=min(one.line, BEGAN - 50)) if one.format == QUERY_NODE else one for one in rows]
    found = {one.key: one for one in review(snapshot_of(behind), world.now, SETTINGS)}
    made = found["terms/willing/council-7/3-3"]
    assert made.needs == needs
    assert [one.destination.thread for one in made.wanted if one.part == "thread"] == [56]
