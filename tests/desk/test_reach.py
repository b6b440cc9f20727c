"""Who has something due and cannot be reached stands on the desk, and goes when they can be or nothing is due."""

from secretariat.desk.contacts import REACHES, Contact, Reach
from secretariat.desk.findings import Due, Finding
from secretariat.desk.reach import unreachable
from tests.desk.words import finding

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


def test_many_things_due_are_counted() -> None:
    many = [finding(f"proposals/unvoted/{number}", title=f"thing {number}", asks=(12,)) for number in range(7)]
    (task,) = found(*many).values()
    assert "thing 4; and 2 more" in task.why
