"""A forum invented for the judge: questions, a week, a thread in a wrong category, a quiet pre-proposal, a day, a bulletin and guides."""

from dataclasses import replace
from typing import Any

from secretariat.cli.term.judge.evidence import Arrived, Configured, Evidence, Wrote
from tests.demo.term.invented import CONFIGURED, ELECTED, GENESIS, IDLE, STAKE, at, said, truth

BEGAN, OVER = ELECTED + 100, 332_400
BORDER = 302_400
"""A week of 100,800 blocks ends before it, and a day of 14,400."""

NEXT_DAY, BULLETIN = BORDER + 14_400, ELECTED + 14_400
OFFICE, OPENED = 12, 301_800
HALL, KEYS, BAKERS, CLOCK, BRIDGE, PAINT = 60, 61, 70, 30, 31, 20
ANNOUNCING = ELECTED + IDLE
READING: Configured = replace(CONFIGURED, duties=("digests", "forum", "guidance"), bulletin_after=14_400)


def _thread(number: int, block: int, category: int, author: int, title: str, text: str = "It is so here.") -> Wrote:
    return Wrote(
        where="thread",
        number=number,
        post=number * 10,
        block=block,
        author=author,
        text=text,
        title=title,
        category=category,
    )


def _post(number: int, block: int, author: int, text: str, where: Any = "thread") -> Wrote:
    return Wrote(where=where, number=number, post=block, block=block, author=author, text=text)


OVENS = ("one", "two", "three", "four", "five")
WROTE: tuple[Wrote, ...] = (
    *(_thread(50 + n, 280_000 + n, 6, 3 + n, f"Ovens for bakers, part {word}") for n, word in enumerate(OVENS)),
    _thread(HALL, 286_000, 1, 7, "Lamps of the hall"),
    _post(HALL, 287_500, 5, "Is there a spare lamp?"),
    _thread(KEYS, 295_000, 1, 4, "Who keeps the 2 keys?", "I have looked everywhere."),
    _thread(62, 296_000, 1, 3, "A plan of it", "Where is the hall now?"),
    _post(62, 297_000, 6, "It is where it was before."),
    _post(PAINT, OPENED + 100, 6, "What does it cost in all?", where="proposal"),
    _thread(63, 318_000, 1, OFFICE, "From the office", "How does it look to you?"),
    _thread(BAKERS, BORDER + 600, 1, 7, "Bakers with old ovens"),
    _thread(CLOCK, 100_900, 8, 3, "A clock for the tower"),
    _thread(BRIDGE, 101_000, 8, 3, "A bridge to the island"),
)
ASKED = {
    "lamp": (287_500, "thread “Lamps of the hall”", f"forum thread {HALL}"),
    "keys": (295_000, "thread “Who keeps the 2 keys?”", f"forum thread {KEYS}"),
    "cost": (OPENED + 100, f"discussion of proposal {PAINT}, “Paint for ten doors”", f"proposal {PAINT}"),
}
FILED = (("SlashWorkingGroupLead", -300_000), ("Signal", -150_000), *(("FundingRequest", at) for at in (150_000, 210_000, 220_000)))  # fmt: skip
NEEDS = {
    "voting_period": 43_200,
    "grace_period": 1_200,
    "approval_quorum_percentage": 66,
    "approval_threshold_percentage": 66,
    "required_stake": str(70 * STAKE),
    "constitutionality": 1,
}
SELDOM = ("SetReferralCut", "SetMembershipPrice", "RuntimeUpgrade", "SetMaxValidatorCount", "AmendConstitution")
AGAINST = ("SlashWorkingGroupLead", "TerminateWorkingGroupLead", "DecreaseWorkingGroupLeadStake")
TYPES: dict[str, Any] = {
    **dict.fromkeys(("Signal", "FundingRequest", "UpdateGlobalNftLimit", *SELDOM, *AGAINST), NEEDS),
    "AmendConstitution": {**NEEDS, "grace_period": 0, "constitutionality": 2, "approval_threshold_percentage": 100},
}


def forum_truth() -> dict[str, Any]:
    """Make the truth: one open vote, one opening, three categories."""
    told = truth(block=OVER)
    for one in told["councils"]:
        one["members"] = [{"member": member} for member in (3, 4, 5)]
    told["rules"][0] |= {
        "proposal_types": TYPES,
        "rejection_fee": str(8 * STAKE),
        "cancellation_fee": str(4 * STAKE),
        "most_funding": str(900 * STAKE),
    }
    told["forum"] = {
        "categories": [
            {"id": 1, "title": "General"},
            {"id": 6, "title": "Food"},
            {"id": 8, "title": "Pre-proposal threads"},
        ]
    }
    told["groups"] = {
        "StorageWorkingGroup": {"openings_ever": [{"id": 3, "title": "Cook", "opened": 300_500, "closed": None}]}
    }
    old = [_proposal(number, kind, block, block + 50) for number, (kind, block) in enumerate(FILED, 1)]
    old[2]["title"] = "A bridge to the island"
    told["proposals"] = [*old, {**_proposal(PAINT, "FundingRequest", OPENED, None), "title": "Paint for ten doors"}]
    return told


def _proposal(number: int, kind: str, created: int, closed: int | None) -> dict[str, Any]:
    vote = {"member": 3, "vote": "Approve", "block": created + 30}
    ended = "open" if closed is None else "approved"
    return {
        "id": number,
        "type": kind,
        "title": f"Of old {number}",
        "proposer": 6,
        "created": created,
        "details": [],
        "parameters": {"voting_period": 43_200, "grace_period": 1_200, "constitutionality": 1},
        "exact_execution_block": None,
        "executed": None,
        "error": None,
        "rounds": [{"number": 1, "opened": created, "closed": closed, "ended": ended, "votes": [vote]}],
    }


def _question(name: str, block: int) -> Arrived:
    asked, place, where = ASKED[name]
    day = at(asked)[:10]
    return said(
        "discord",
        block,
        f"**A question waits for an answer**\n\nIt was asked in the {place}.\n\n- Asked in block {asked:,}, {day}\n- Post it there: {where}",
    )


def _week() -> str:
    threads = "\n".join(f"- “Ovens for bakers, part {word}”: forum thread {50 + n}" for n, word in enumerate(OVENS[:3]))
    return (
        f"**Taking part: the week up to block {BORDER:,}**\n\nOpen for the council's votes: 1\n\n- “Paint for ten doors”: proposal {PAINT}\n\n"
        f"Questions without an answer: 1\n\n- “Lamps of the hall”: forum thread {HALL}\n\n"
        f"New threads: 8\n\n{threads}\n- and 5 more\n\nOpenings in working groups: 1\n\n"
        "- “Cook” (Storage): opening storageWorkingGroup-3\n\nEach is listed once."
    )


FIRST_WEEK = (
    f"**Taking part: the week up to block {BORDER - 100_800:,}**\n\nNew threads: 2\n\n- “A clock for the tower”: forum thread {CLOCK}\n"
    f"- “A bridge to the island”: forum thread {BRIDGE}"
)


def _day(border: int, new: str, *votes: str) -> str:
    listed = "\n".join(votes)
    return (
        f"**The council and its proposals: the day up to block {border:,}**\n\nNo election is under way. Candidacies can be announced from block "
        f"{ANNOUNCING:,} ({at(ANNOUNCING)}) on.\n\n"
        + (f"Open for the council's votes: {len(votes)}\n\n{listed}\n\n" if votes else "")
        + f"New in the 14,400 blocks before: {new}."
    )


LAST = OPENED + 43_200 - 1
VOTE = (
    f"- Proposal {PAINT}, Funding request: “Paint for ten doors”, by kira\\_vale. 1 of 3 council members have voted. Last block in which a "
    f"vote counts: {LAST:,} ({at(LAST)}). proposal {PAINT}"
)


def _bulletin() -> str:
    seldom = "\n".join(f"- {words(one)}: 0, in the term before 0. It changes something." for one in SELDOM)
    against = f"- {words(AGAINST[0])}: 1, in the term before 0\n- {', '.join(map(words, AGAINST[1:]))}: 0, in the term before 0"
    return (
        f"**Types of proposals that are seldom used**\n\nCouncil 4 took office in block {ELECTED:,}. Before that block 5 proposals had been "
        f"filed, 4 of them in the term before. How often each type was:\n\n{seldom}\n\nIn figures alone:\n\n{against}\n\n"
        "Update global nft limit cannot be filed: the runtime refuses it.\n\nMore: https://pages.example/2"
    )


def words(kind: str) -> str:
    """Write a type as people do."""
    return "".join(f" {sign.lower()}" if sign.isupper() else sign for sign in kind).strip().capitalize()


def _guide(kind: str) -> str:
    name = words(kind).lower().replace(" ", "-")
    if kind == "UpdateGlobalNftLimit":
        return f"== {name}\nIt would limit. Nobody can file it: nobody can file one."
    own, filed = TYPES[kind], sum(one == kind for one, _ in FILED)
    grace = f"{own['grace_period']:,} blocks" if own["grace_period"] else "none"
    several = "2 councils in a row must approve it." if own["constitutionality"] == 2 else "One is enough."
    return (
        f"== {name}\nStake: 70 JOY. Rejected: 8 JOY. Cancelled: 4 JOY. Bound: 2 JOY.\n"
        f"2 of 3 council members must approve.\n"
        f"Voting period: 43,200 blocks.\nGrace period: {grace}.\n{several}\n{filed} times among 5 proposals."
    )


GUIDED = BEGAN + 10


def forum_texts() -> dict[str, Arrived]:
    """Give every text that the forum, the day and the types of proposals call for, by a name."""
    fresh = "voting began on 1 proposal, 2 threads on the forum, 1 opening in a working group"
    guides = "\n".join(_guide(kind) for kind in TYPES)
    day = at(100_900)[:10]
    return {
        "lamp": _question("lamp", 302_000),
        "keys": _question("keys", 309_500),
        "cost": _question("cost", 316_400),
        "week": said("discord", BORDER + 100, _week()),
        "first week": said("discord", BEGAN + 20, FIRST_WEEK),
        "first day": said("discord", BEGAN + 30, _day(BORDER - 14_400, "6 threads on the forum")),
        "day": said("discord", BORDER + 110, _day(BORDER, fresh, VOTE)),
        "next day": said("discord", NEXT_DAY + 100, _day(NEXT_DAY, "1 thread on the forum", VOTE)),
        "last day": said("discord", NEXT_DAY + 14_500, _day(NEXT_DAY + 14_400, "1 thread on the forum", VOTE)),
        "hint": said(
            "forum",
            BORDER + 700,
            "Thank you for opening this. More may find it in the category “Food”: 5 threads with words like these are there.\n\nIt stands in "
            "“General” now.",
            thread=BAKERS,
        ),
        "dormant": said(
            "forum",
            BORDER + 200,
            f"Is this still planned? The last post here was in block 100,900, {day}, and no proposal with a title like this has been filed.",
            thread=CLOCK,
        ),
        "bulletin": said("discord", BULLETIN + 100, _bulletin()),
        "guides": Arrived(place="page", block=GUIDED, text=guides, title="guides", receipt="guides"),
    }


def forum_evidence(told: dict[str, Arrived], **more: Any) -> Evidence:
    """Give what the judge is shown of the forum."""
    made = Evidence(
        truth=forum_truth(),
        genesis=GENESIS,
        began=BEGAN,
        ended=OVER,
        takes=50,
        arrived=tuple(told.values()),
        seen=(),
        samples=(),
        configured=READING,
        wrote=WROTE,
        office=OFFICE,
    )
    return replace(made, **more)
