"""Words to one member go by their contact; who has something due and cannot be reached stands on the desk until they can be."""

from dataclasses import replace

import pytest

from secretariat.desk.acts import Destination, Mention
from secretariat.desk.contacts import REACHES, Contact, Reach
from secretariat.desk.findings import Asked, Due, Evidence, Finding
from secretariat.desk.reach import by_their_way, unreachable
from tests.desk.words import finding, wanted

ALL: dict[Reach, bool] = dict.fromkeys(REACHES, True)
VOTE = finding(
    "proposals/unvoted/12", title="ada has not voted", asks=(12,), due=Due(what="the vote", block=900), needs=("chain",)
)
POST = finding(
    "terms/summaries-posted/7",
    title="2 have not posted",
    asks=(12, 31),
    due=Due(what="the deadline", block=700),
    needs=("chain", "query-node"),
    level="alert",
)


def found(*findings: Finding, contacts: tuple[Contact, ...] = (), on: dict[Reach, bool] = ALL) -> dict[str, Finding]:
    made = unreachable(findings, {one.member_id: one for one in contacts}, on)
    return {one.key: one for one in made}


def test_each_is_one_task_with_all_that_is_due_and_what_is_over_first() -> None:
    tasks = found(VOTE, POST)
    assert list(tasks) == ["contacts/unreachable/12", "contacts/unreachable/31"]
    task = tasks["contacts/unreachable/12"]
    assert (task.due, task.level, task.audience) == (POST.due, "alert", "desk")
    assert "ada has not voted; 2 have not posted" in task.why
    assert "no contact is known" in task.why
    assert task.needs == ("chain", "query-node")
    assert task.wanted == ()


def test_what_one_is_asked_apart_is_named_with_its_own_end_and_evidence() -> None:
    """A finding that asks several for different things says what each has to do: the others' is not due by them."""
    group = Evidence(says="the forum group, as stored", source="chain/groups#forumWorkingGroup")
    forum = Asked(member=12, says="from the forum lead: a plan", due=Due(what="it", block=800), evidence=(group,))
    leads = finding("digests/leads/7", title="2 groups", asks=(12, 31), due=Due(what="the first of it", block=100))
    leads = replace(leads, asked=(forum, Asked(member=31, says="from the storage lead: a report")))
    task = found(VOTE, leads)["contacts/unreachable/12"]
    assert "Due: ada has not voted; from the forum lead: a plan. " in task.why
    assert task.due == forum.due
    assert task.evidence[-1] == Evidence(says=forum.says, source=group.source)
    assert found(leads)["contacts/unreachable/31"].due is None


def test_who_can_be_reached_or_has_nothing_due_is_no_task() -> None:
    reached = Contact(member_id=12, email="ada@practice.example", consent=True)
    assert list(found(VOTE, POST, contacts=(reached,))) == ["contacts/unreachable/31"]
    assert found(finding("proposals/votes/3")) == {}
    assert found() == {}


def test_a_contact_that_does_not_work_is_a_task_that_says_why_and_no_address() -> None:
    mute = Contact(member_id=12, telegram="@ada_practice", email="ada@practice.example", consent=True, opted_out=True)
    (task,) = found(VOTE, contacts=(mute,)).values()
    assert "asked not to be contacted" in task.why
    assert "practice" not in repr(task)
    assert list(found(VOTE, contacts=(Contact(member_id=12, email="a@b.example", consent=True),), on={"discord": True}))


def test_whom_discord_alone_can_reach_is_a_task_for_places_tell_one_member_nothing() -> None:
    """Words to one member are dropped there, so that the task is what is left of them."""
    discord = Contact(member_id=12, discord_user_id="700000000000000012", consent=True)
    alone = finding("digests/leads/7", wanted(channel="email", destination=Destination(place="member/12")))
    alone = replace(alone, asks=(12,))
    alone_on: dict[Reach, bool] = {"discord": True}
    for on in (ALL, alone_on):
        (made,) = by_their_way([alone], {12: discord}, on)
        assert made.wanted == ()
        (task,) = found(alone, contacts=(discord,), on=on).values()
        assert "they gave Discord alone" in task.why
        assert "7000" not in repr(task)


@pytest.mark.parametrize(
    ("said", "does", "says_not"),
    [
        (None, "Tell them directly", "Do not"),
        ({}, "Tell them directly", "Do not"),
        ({"telegram": "@ada_practice"}, "Tell them directly", "Do not"),
        ({"opted_out": True, "email": "a@b.example"}, "Do not write to them, call them or ring them", "Tell them"),
        ({"consent": False}, "Where they say of their own accord", "Tell them"),
    ],
)
def test_the_task_says_what_somebody_may_do(said: dict[str, object] | None, does: str, says_not: str) -> None:
    contacts = () if said is None else (Contact(**{"member_id": 12, "consent": True, **said}),)  # type: ignore[arg-type]
    (task,) = found(VOTE, contacts=contacts).values()
    assert does in task.why
    assert says_not not in task.why


def test_an_address_of_two_members_reaches_neither_alone_and_each_is_a_task() -> None:
    both = (
        Contact(member_id=12, email="ada@practice.example", consent=True),
        Contact(member_id=31, email="ADA@practice.example", telegram="700", consent=True),
    )
    tasks = found(POST, contacts=both)
    assert list(tasks) == ["contacts/unreachable/12"], "the other has a second way"
    assert "is kept for member 31 as well" in tasks["contacts/unreachable/12"].why
    assert "Ask each of them for an address of their own" in tasks["contacts/unreachable/12"].why
    assert "practice" not in repr(tasks)
    alone = [wanted(part=f"p{member}", destination=Destination(place=f"member/{member}")) for member in (12, 31)]
    (made,) = by_their_way([finding("digests/x/1", *alone)], {one.member_id: one for one in both}, ALL)
    assert [(one.channel, one.destination.place) for one in made.wanted] == [("telegram", "member/31")]


def test_many_things_due_are_counted() -> None:
    many = [finding(f"proposals/unvoted/{number}", title=f"thing {number}", asks=(12,)) for number in range(7)]
    (task,) = found(*many).values()
    assert "thing 4; and 2 more" in task.why


ADDRESSES = {"discord_user_id": "700000000000000012", "telegram": "12345", "email": "ada@practice.example"}


@pytest.mark.parametrize(
    ("said", "on", "reminder", "digest"),
    [
        ({}, ALL, "telegram", "telegram"),
        ({"channel": "email"}, ALL, "email", "email"),
        ({"channel": "discord"}, ALL, "telegram", "telegram"),
        ({"telegram": "@ada_practice"}, ALL, "email", "email"),
        ({}, {"discord": True, "email": True}, "email", "email"),
        ({"telegram": "", "email": ""}, ALL, None, None),
        ({}, {}, None, None),
        ({"digest": False}, ALL, "telegram", None),
        ({"opted_out": True}, ALL, None, None),
        ({"consent": False}, ALL, None, None),
        (None, ALL, None, None),
    ],
)
def test_words_to_one_member_go_by_the_channel_of_their_contact(
    said: dict[str, object] | None, on: dict[Reach, bool], reminder: str | None, digest: str | None
) -> None:
    """A place, whose words everybody there reads, is as it was; what a member does not want is not drafted."""
    contacts = {} if said is None else {12: Contact(**{"member_id": 12, "consent": True, **ADDRESSES, **said})}  # type: ignore[arg-type]
    place = wanted()
    alone = wanted(part="alone", channel="email", destination=Destination(place="member/12"))
    for key, channel in (("proposals/unvoted/12", reminder), ("digests/council/7", digest)):
        (made,) = by_their_way([finding(key, place, alone)], contacts, on)
        assert [one.channel for one in made.wanted] == (["discord"] if channel is None else ["discord", channel])
        assert made.wanted[0] == place
        assert "practice" not in repr(made)
        assert "12345" not in repr(made)


PERSON = Mention(kind="user", id="70012")


@pytest.mark.parametrize(
    ("said", "on", "channel", "task"),
    [
        (None, ALL, "discord", False),
        ({"discord_user_id": "700000000000000012"}, ALL, "discord", False),
        ({"discord_user_id": "700000000000000012"}, {"email": True}, "discord", True),
        ({"telegram": "12345"}, ALL, "telegram", False),
        ({"email": "ada@practice.example"}, ALL, "email", False),
        ({"email": "ada@practice.example", "digest": False}, ALL, "email", False),
        ({"email": "ada@practice.example", "digest": False}, {"discord": True}, None, True),
        ({"digest": False}, ALL, None, True),
        ({**ADDRESSES, "opted_out": True}, ALL, None, True),
        ({**ADDRESSES, "consent": False}, ALL, None, True),
    ],
)
def test_a_place_rings_a_member_whom_nothing_reaches_alone_and_who_lets_it(
    said: dict[str, object] | None, on: dict[Reach, bool], channel: str | None, *, task: bool
) -> None:
    """Who is not written to and not rung is a task; a ring of a channel that is off is none."""
    contacts = {} if said is None else {12: Contact(**{"member_id": 12, "consent": True, **said})}  # type: ignore[arg-type]
    ring = wanted(mentions=(PERSON,))
    vote = replace(VOTE, wanted=(ring,))
    (made,) = by_their_way([vote], contacts, on)
    assert [one.channel for one in made.wanted] == ([] if channel is None else [channel])
    if channel == "discord":
        assert made.wanted == (ring,)
    elif channel is not None:
        assert (made.wanted[0].destination.place, made.wanted[0].mentions) == ("member/12", ())
        assert (made.wanted[0].part, made.wanted[0].text) == (ring.part, ring.text), "the same words, told once"
    assert [one.key for one in unreachable([vote], contacts, on)] == (["contacts/unreachable/12"] if task else [])


def test_a_ring_of_a_role_or_beside_several_members_reaches_none_of_them() -> None:
    role = replace(VOTE, wanted=(wanted(mentions=(Mention(kind="role", id="9"),)),))
    several = replace(POST, wanted=(wanted(mentions=(PERSON,)),))
    assert list(found(role)) == ["contacts/unreachable/12"]
    assert list(found(several)) == ["contacts/unreachable/12", "contacts/unreachable/31"]
    assert by_their_way([role, several], {}, ALL) == (role, several)
