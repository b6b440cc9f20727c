"""A term invented for the judge: a council leaves, the next one's first three days, with every text and task that they call for."""

import hashlib
from collections.abc import Collection
from dataclasses import replace
from typing import Any

from secretariat.cli.term.judge.evidence import Arrived, Configured, Evidence, Noted, Post
from secretariat.cli.term.judge.private.groups import CALLED
from tests.demo.term.invented import CONFIGURED, ELECTED, GENESIS, HANDLES, at, said, truth

BEGAN, OVER = 261_600, ELECTED + 45_000
FIRST, LIMIT, CALL_LAST = ELECTED, ELECTED + 14_400, ELECTED + 7_200
NEAR, DEADLINE = ELECTED - 28_800, ELECTED - 1 + 28_800
FEEDBACK, SUMMARIES, CALL, AGAIN = 50, 51, 52, 53
SIGNAL, CREATED, APPROVED, EXECUTED = 20, FIRST + 8_000, FIRST + 9_000, FIRST + 10_200
SERVING: Configured = replace(
    CONFIGURED, duties=("terms",), role_link="https://pages.example/role-1.md", can_serve=("Has 1 name.",)
)
MEMBERS = {3: (11, 12, 13), 4: (3, 4, 5)}
NOTED = (
    Noted(block=FIRST + 2_100, what="willing", number=3),
    Noted(block=FIRST + 2_100, what="willing", number=4),
    Noted(block=CREATED + 110, what="proposal", number=SIGNAL),
    Noted(block=EXECUTED + 110, what="mandate", number=3),
    Noted(block=EXECUTED + 220, what="permission"),
)
POSTS = (
    Post(thread=SUMMARIES, author=3, block=NEAR + 100, opens=True),
    Post(thread=SUMMARIES, author=11, block=NEAR + 500),
    Post(thread=SUMMARIES, author=7, block=NEAR + 600),
    Post(thread=FEEDBACK, author=2, block=BEGAN + 100, opens=True, number=80),
    Post(thread=FEEDBACK, author=7, block=BEGAN + 900, number=81),
    Post(thread=FEEDBACK, author=5, block=BEGAN + 901, number=82),
    Post(thread=FEEDBACK, author=7, block=FIRST - 1, number=83),
    Post(thread=FEEDBACK, author=5, block=FIRST - 1, number=84, gone=FIRST + 5),
    Post(thread=FEEDBACK, author=4, block=FIRST, number=85),
)


def staffed(told: dict[str, Any], *leads: tuple[int, int | None], of: Collection[str] = CALLED) -> None:
    """Say in a truth who leads working groups, from which block; nobody is paid. ``of`` are the groups, all unless others are named."""
    for name in of:
        staff = [[block, lead, 0 if lead is None else 1, "0", "0"] for block, lead in leads]
        told["groups"][name] = {"lead": 0, "staffed": staff, "reward_period": 14_400}
        told.setdefault("budgets", {}).setdefault("groups", {})[name] = {"balances": [[0, "0"]]}


def term_truth() -> dict[str, Any]:
    """Make the truth: a Signal elects the secretary in time; each working group has a lead."""
    told = truth(block=OVER)
    staffed(told, (0, 30))
    for one in told["councils"]:
        one["members"] = [{"member": member} for member in MEMBERS.get(one["number"], ())]
    round_ = {"number": 1, "opened": CREATED, "closed": APPROVED, "ended": "approved", "votes": []}
    told["proposals"] = [
        {
            "id": SIGNAL,
            "type": "Signal",
            "title": "A Secretary for council 4",
            "created": CREATED,
            "executed": EXECUTED,
            "error": None,
            "rounds": [round_],
        }
    ]
    return told


def task(block: int, title: str, *, alert: bool = False) -> Arrived:
    """Make a task or an alert as the person reads it; its reason is not judged."""
    return Arrived(
        place="desk",
        block=block,
        text=f"{title}\nSo it is: 7.",
        title="alert" if alert else "task",
        receipt=f"{block} {title}",
    )


def thread(number: int, block: int, title: str, text: str) -> Arrived:
    """Open a thread."""
    return said("forum", block, text, title=title, thread=number, opens=True)


def left(until: int, block: int) -> str:
    """Write the time left to a block."""
    hours, minutes = divmod((until - block) * 6 // 60, 60)
    return f"in {hours // 24} d {hours % 24} h ± 12 min" if hours >= 48 else f"in {hours} h {minutes:02d} min ± 12 min"


def listed() -> str:
    """List who is willing, in the drawn order with its seed."""
    seed = f"{GENESIS}/secretary-4"
    drawn = sorted((3, 4), key=lambda one: hashlib.sha256(f"{seed}/{one}".encode()).hexdigest())
    names = {one: HANDLES[one].replace("_", "\\_").replace("*", "\\*") for one in drawn}
    return "\n".join(f"- {names[one]} (member id {one})" for one in drawn) + f"\n\nDrawn by SHA-256 from `{seed}/`."


def summary() -> str:
    """Sum up the feedback on the round of council 3: two posts of member 7 and one of member 5."""
    seed = f"{GENESIS}/feedback-3"
    drawn = sorted((5, 7), key=lambda one: hashlib.sha256(f"{seed}/{one}".encode()).hexdigest())
    names = {one: HANDLES[one].replace("_", "\\_").replace("*", "\\*") for one in drawn}
    posts = {5: (1, 82), 7: (2, 81)}
    listed = "\n".join(
        f"- {names[one]} (member id {one}), posts: {posts[one][0]}, the first: post {posts[one][1]}" for one in drawn
    )
    return (
        "**Council 3: the feedback on the round, at the end of the term**\n\n"
        f"The term of council 3 ended with block {FIRST - 1:,}.\n\n"
        "Posts besides the one that opened it: 3. Members who wrote them: 2.\n\n"
        f"Who posted (2), in an order that was drawn:\n\n{listed}\n\n"
        f"The posts, oldest first: post 81, post 82, post 83\n\nDrawn by SHA-256 from `{seed}/`."
    )


def _council_3() -> dict[str, Arrived]:
    ends = f"The term ends with block {ELECTED - 1:,} ({at(ELECTED - 1)}) at the earliest"
    due = f"block {DEADLINE:,} ({at(DEADLINE)})"
    found = {
        "feedback 3": thread(FEEDBACK, BEGAN + 100, "Council 3: feedback on the round", f"How is it? {ends}."),
        "feedback-open 3": said(
            "discord",
            BEGAN + 110,
            f"**Council 3: how is this term going?**\nEverybody can say here: forum thread {FEEDBACK}",
        ),
        "summaries": thread(
            SUMMARIES,
            NEAR + 100,
            "Council 3: term summaries",
            f"The deadline is 28,800 blocks after the last block of the term. {ends}, and the deadline is then {due}.\n"
            f"Feedback on the round, by everybody: forum thread {FEEDBACK}",
        ),
        "summaries-open": said(
            "discord",
            NEAR + 110,
            f"**Council 3: the thread for term summaries is open**\n- Thread: forum thread {SUMMARIES}\n"
            f"- Deadline: 28,800 blocks after the term, at the earliest {due}",
        ),
    }
    deadline = f"**Council 3: the term has ended, and summaries are due**\n- Deadline: {due}"
    found["deadline"] = said("discord", FIRST + 100, f"{deadline}\n- Thread: forum thread {SUMMARIES}")
    found["deadline, thread"] = said("forum", FIRST + 101, deadline, thread=SUMMARIES)
    found["feedback-summary"] = said("forum", FIRST + 104, summary(), thread=FEEDBACK)
    for before in (14_400, 3_600):
        block = DEADLINE - before + 10
        found[f"reminder {before}"] = said(
            "discord",
            block,
            f"<@&77>\n**Council 3: the deadline for term summaries is near**\n- Deadline: {due}, {left(DEADLINE, block)}\n"
            f"- Thread: forum thread {SUMMARIES}",
            mentions=("77",),
        )
    return found


def _council_4() -> dict[str, Arrived]:
    until = f"until block {CALL_LAST:,} ({at(CALL_LAST)})"
    limit = f"approved in block {LIMIT:,} ({at(LIMIT)}) or before"
    who = f"The role: {SERVING.role_link}\n- Has 1 name. ({SERVING.source}, as of {SERVING.date})"
    end = ELECTED + 201_600 + 201_600 - 1
    willing = f"**Council 4: who is willing to serve as secretary**\n{listed()}\n- In time when {limit}.\n"
    return {
        "call, thread": thread(
            CALL, FIRST + 100, "Council 4: who is willing to serve as secretary?", f"Say so {until}; {limit}.\n{who}"
        ),
        "call": said(
            "discord",
            FIRST + 110,
            f"**Council 4: who is willing to serve as secretary or deputy?**\nSay so {until}; {limit}.\n- Say so here: forum thread "
            f"{CALL}\n{who}",
        ),
        "willing": said("discord", CALL_LAST + 110, f"{willing}- Questions to them: forum thread {CALL}"),
        "willing, thread": said("forum", CALL_LAST + 111, willing, thread=CALL),
        "feedback 4": thread(
            AGAIN, FIRST + 100, "Council 4: feedback on the round", f"The term ends with block {end:,} ({at(end)})."
        ),
        "feedback-open 4": said(
            "discord",
            FIRST + 110,
            f"**Council 4: how is this term going?**\nEverybody can say here: forum thread {AGAIN}",
        ),
    }


GROUPS = "9 of 9 groups missing: "
TASKS: tuple[tuple[str, int, str, bool], ...] = (
    ("clock-over", BEGAN, "No proposal elects the secretary of council 3, and the time for it is over", True),
    ("group-report 3", BEGAN, f"{GROUPS}reports of the working groups on the term of council 2", False),
    ("council-report 3", BEGAN, "Not there yet: the report of council 2 on its term", False),
    ("council-plan 3", BEGAN, "Not there yet: the plan of council 3 for its term", False),
    ("group-plan 3", BEGAN, f"{GROUPS}plans of the working groups for the term of council 3", False),
    ("not-posted", FIRST + 5, "2 of 3 members of council 3 have not posted a term summary", False),
    ("untold 12", FIRST + 5, "Member 12 has something due and no working contact: 2 of 3 have not posted a term summary", False),
    ("untold 13", FIRST + 5, "Member 13 has something due and no working contact: 2 of 3 have not posted a term summary", False),
    ("clock-none", FIRST + 5, "No proposal elects the secretary of council 4 yet", False),
    ("which", CREATED + 10, f"Does proposal {SIGNAL} elect the secretary?", False),
    ("clock-created", CREATED + 120, f"Proposal {SIGNAL}, which elects the secretary of council 4, is being voted on", False),
    ("clock-in-time", APPROVED + 10, f"Proposal {SIGNAL}, which elects the secretary of council 4, was approved in time and waits", False),
    ("mandate", EXECUTED + 10, f"Record the mandate that proposal {SIGNAL} gives", False),
    ("permission", EXECUTED + 120, "Look at what the secretary may do on GitHub", False),
    ("group-report", FIRST + 5, f"{GROUPS}reports of the working groups on the term of council 3", False),
    ("group-report over", FIRST + 7_210, f"{GROUPS}reports of the working groups on the term of council 3", True),
    ("council-report", FIRST + 5, "Not there yet: the report of council 3 on its term", False),
    ("council-report over", FIRST + 14_410, "Not there yet: the report of council 3 on its term", True),
    ("council-plan", FIRST + 14_410, "Not there yet: the plan of council 4 for its term", False),
    ("council-plan over", FIRST + 28_810, "Not there yet: the plan of council 4 for its term", True),
    ("group-plan", FIRST + 28_810, f"{GROUPS}plans of the working groups for the term of council 4", False),
    ("group-plan over", FIRST + 43_210, f"{GROUPS}plans of the working groups for the term of council 4", True),
)  # fmt: skip


def term_texts() -> dict[str, Arrived]:
    """Give every text and task that the term calls for, by a name."""
    tasks = {name: task(block, title, alert=alert) for name, block, title, alert in TASKS}
    return {**_council_3(), **_council_4(), **tasks}


def term_evidence(told: dict[str, Arrived], **more: Any) -> Evidence:
    """Give what the judge is shown of the term."""
    made = Evidence(
        truth=term_truth(),
        genesis=GENESIS,
        began=BEGAN,
        ended=OVER,
        takes=50,
        arrived=tuple(told.values()),
        seen=(),
        samples=(),
        configured=SERVING,
        noted=NOTED,
        posts=POSTS,
    )
    return replace(made, **more)
