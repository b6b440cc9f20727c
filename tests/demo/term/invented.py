"""A term invented for the judge: its truth, and texts in words of their own in which every number is right."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from secretariat.cli.term.judge.evidence import Arrived, Configured, Evidence, Place, Sample
from secretariat.cli.term.judge.history import History
from secretariat.cli.term.judge.rows import Judgement

GENESIS = "0x" + "ab" * 32
TIME = 1_700_000_000_000
ANNOUNCING, VOTING, REVEALING, ELECTED, IDLE = 100_000, 186_400, 244_000, 301_600, 201_600
ENDED = ELECTED + 2_000
THREAD = 40
STAKE = 10**10
CONFIGURED = Configured(role="77", items=("Say what you did.",), source="https://criteria.example", date="2023-11-01")
HANDLES = {3: "dario_frost", 4: "edda*moss", 5: "hugo", 6: "kira_vale", 7: "leon_park"}


def vote(stake: int, cast: int, member: int, revealed: int | None) -> dict[str, Any]:
    """Make a vote; one that is not revealed is for nobody."""
    made = {"stake": str(stake * STAKE), "cast": cast, "commitment": "0x00", "for": None, "revealed": None}
    return made if revealed is None else {**made, "for": member, "revealed": revealed}


def candidacy(member: int, announced: int, withdrawn: int | None = None, stake: int = 0) -> dict[str, Any]:
    """Make a candidacy with the stake that was revealed for it."""
    return {"member": member, "announced": announced, "withdrawn": withdrawn, "vote_stake": str(stake * STAKE)}


def cycle(number: int, begins: int, **more: Any) -> dict[str, Any]:
    """Make a cycle whose announcing began at a block; nothing happened in it yet."""
    return {
        "cycle": number,
        "announcing_from": begins,
        "announcing_ends": begins + 86_400,
        **{f"{name}_{end}": None for name in ("voting", "revealing") for end in ("from", "ends")},
        "ended": None,
        "outcome": "running",
        "winners": [],
        "candidacies": [],
        "votes": {},
        **more,
    }


def past() -> list[dict[str, Any]]:
    """Make three elections of old, in each of which three stood, the last of them late, and 100 tokens counted."""
    return [
        cycle(
            number,
            -400_000 + number,
            ended=-200_000 + number,
            outcome="elected",
            candidacies=[candidacy(3, -390_000, stake=60), candidacy(4, -390_000, stake=40), candidacy(5, -313_700)],
        )
        for number in (2, 3, 4)
    ]


def played() -> dict[str, Any]:
    """Make the cycle: two stand three days before the end, a third is there a day before; a vote stays unrevealed, little stake votes."""
    return cycle(
        5,
        ANNOUNCING,
        voting_from=VOTING,
        voting_ends=REVEALING,
        revealing_from=REVEALING,
        revealing_ends=ELECTED,
        ended=ELECTED,
        outcome="elected",
        winners=[3, 4, 5],
        candidacies=[candidacy(3, ANNOUNCING + 50), candidacy(4, ANNOUNCING + 60), candidacy(5, VOTING - 30_000)],
        votes={
            "0x01": vote(10, VOTING + 100, 3, REVEALING + 100),
            "0x02": vote(10, VOTING + 200, 4, REVEALING + 200),
            "0x03": vote(10, VOTING + 300, 5, REVEALING + 57_000),
            "0x04": vote(10, VOTING + 400, 5, None),
        },
    )


def truth(*elections: dict[str, Any], block: int = ENDED) -> dict[str, Any]:
    """Make the truth of a network at a block; without elections those that are played."""
    figures = {"seats": 3, "extra_candidates": 0, "salt_bytes": 32, "announcing": 86_400, "voting": 57_600}
    stakes = {"candidate_stake": str(500 * STAKE), "vote_stake": str(STAKE), "bind_stake": str(2 * STAKE)}
    rest = {"revealing": 57_600, "idle": IDLE, "councilor_reward": str(STAKE // 2)}
    listed = list(elections) or [*past(), played()]
    elected = [one["ended"] for one in listed if one["outcome"] == "elected"]
    return {
        "block": block,
        "milliseconds": TIME + (block - ENDED) * 6_000,
        "rules": [{"from": -(10**6), "spec_version": 2004, **figures, **stakes, **rest}],
        "elections": listed,
        "councils": [{"number": number, "elected": at} for number, at in enumerate(elected, 1)],
        "groups": {"ForumWorkingGroup": {"lead": 0}},
        "members": {str(member): handle for member, handle in HANDLES.items()},
        "acts": [],
    }


def restarted(outcome: str) -> History:
    """Make a cycle that failed, and the one after it."""
    ended = VOTING if outcome == "too-few-candidates" else ELECTED
    failed = {**played(), "outcome": outcome, "ended": ended, "winners": []}
    if outcome == "too-few-candidates":
        failed |= {f"{name}_{end}": None for name in ("voting", "revealing") for end in ("from", "ends")}
    return History(truth(*past(), failed, cycle(6, ended), block=ended + 5_000))


def at(block: int) -> str:
    """Write a block's time with its band."""
    moment = datetime.fromtimestamp((TIME + (block - ENDED) * 6_000) / 1000, UTC)
    return f"{moment:%Y-%m-%d %H:%M} UTC ± 12 min"


def last(words: str, ends: int, block: int) -> str:
    """Write a last usable block with the time left from a block."""
    hours, minutes = divmod((ends - 1 - block) * 6 // 60, 60)
    return f"- Last block for {words}: {ends - 1:,} ({at(ends - 1)}), in {hours} h {minutes:02d} min ± 12 min"


def listed(*members: int) -> str:
    """List people in the drawn order, with its seed."""
    drawn = sorted(members, key=lambda one: hashlib.sha256(f"{GENESIS}/5/{one}".encode()).hexdigest())
    names = {one: HANDLES[one].replace("_", "\\_").replace("*", "\\*") for one in members}
    lines = "\n".join(f"- {names[one]} (member id {one})" for one in drawn)
    return f"{lines}\n\nDrawn by SHA-256 from `{GENESIS}/5/` and the number."


def said(place: Place, block: int, text: str, **more: Any) -> Arrived:
    """Make an arrived text; its receipt is made of place and block."""
    return Arrived(place=place, block=block, text=text, receipt=f"{place} {block}", **more)


_REWARD = "A seat gets 0.5 JOY a block, about 7,200.00 JOY in 14,400 blocks."
_FIRST = "3 seats are to be filled, at least 3 must stand."
_QUESTIONS = """Questions and answers (spec version 2004)
- Announcing, 86,400 blocks; Voting, 57,600 blocks; Revealing, 57,600 blocks.
- An account holds at least 500 JOY and needs 2 JOY on it; the salt has at most 32 bytes."""


def texts() -> dict[str, Arrived]:
    """Give every text that the term calls for, by a name."""
    ring = {"mentions": ("77",)}
    voting = "Voting is open (cycle 5)\n3 candidates for 3 seats, with a stake of at least 1 JOY.\n"
    revealing = f"Reveal now (cycle 5)\n3 candidates with a revealed vote are needed.\n{last('revealing', ELECTED, REVEALING + 5)}"
    elected = f"Cycle 5: a council is elected\nIt took office in block {ELECTED:,}.\n{listed(3, 4, 5)}"
    checklist = "For Jsgenesis (https://criteria.example, as of 2023-11-01):\n- Say what you did."
    first = f"{_FIRST}\n{last('a candidacy', VOTING, ANNOUNCING + 100)}\n- Stake of a candidacy: at least 500 JOY\n{_REWARD}"
    before = {steps: REVEALING - 1 - steps + 10 for steps in (14_400, 3_600)}
    reveal = {steps: ELECTED - 1 - steps + 10 for steps in (14_400, 3_600)}
    thin = (
        "4 votes with 40 JOY together. In the last 3 elections that elected a council what counted was 100 JOY in the middle "
        "(median, n = 3)."
    )
    return {
        "introductions": said(
            "forum",
            ANNOUNCING + 100,
            f"Council 4 is to be elected in cycle 5.\n{first}\n{checklist}",
            title="Who stands introduces themselves",
            thread=THREAD,
            opens=True,
        ),
        "announcing": said("discord", ANNOUNCING + 100, f"Candidacies are open (cycle 5)\nFor council 4. {first}"),
        "questions": said("file", ANNOUNCING + 100, _QUESTIONS),
        "few": said(
            "discord",
            VOTING - 43_100,
            f"2 candidates, 3 needed (cycle 5)\n{last('a candidacy', VOTING, VOTING - 43_100)}",
        ),
        "enough": said(
            "discord",
            VOTING - 14_300,
            f"3 candidates, exactly as many as needed (cycle 5)\n{last('a candidacy', VOTING, VOTING - 14_300)}",
        ),
        "voting": said(
            "discord",
            VOTING + 100,
            f"{voting}{last('a vote', REVEALING, VOTING + 100)}\nWho stands: forum thread {THREAD}.",
        ),
        "voting, thread": said(
            "forum",
            VOTING + 100,
            f"{voting}{last('a vote', REVEALING, VOTING + 100)}\n{listed(3, 4, 5)}",
            thread=THREAD,
        ),
        **{
            f"voting, {steps}": said(
                "discord", block, f"Voting ends soon (cycle 5)\n{last('a vote', REVEALING, block)}", **ring
            )
            for steps, block in before.items()
        },
        "thin": said(
            "discord",
            before[14_400] + 20,
            f"Little stake has voted (cycle 5)\n{thin}\n{last('a vote', REVEALING, before[14_400] + 20)}",
        ),
        "revealing": said("discord", REVEALING + 5, revealing),
        "revealing, thread": said("forum", REVEALING + 5, revealing, thread=THREAD),
        **{
            f"revealing, {steps}": said(
                "discord", block, f"Revealing ends soon (cycle 5)\n{last('revealing a vote', ELECTED, block)}", **ring
            )
            for steps, block in reveal.items()
        },
        "unrevealed": said(
            "discord",
            reveal[14_400] + 20,
            "2 votes of 4 not revealed yet (cycle 5)\n1 of 3 candidates has no revealed vote.\n"
            + last("revealing a vote", ELECTED, reveal[14_400] + 20),
        ),
        "elected": said("discord", ELECTED + 100, elected),
        "elected, thread": said("forum", ELECTED + 100, elected, thread=THREAD),
    }


def evidence(change: Callable[[dict[str, Arrived]], None] = lambda told: None, **more: Any) -> Evidence:
    """Give what the judge is shown of the term, with the texts changed."""
    told = texts()
    change(told)
    looks = tuple(
        Sample(head=block, query_node=block - 5, stage="", ends_at=0) for block in range(ANNOUNCING, ENDED, 1_800)
    )
    made = Evidence(
        truth=truth(),
        genesis=GENESIS,
        began=ANNOUNCING,
        ended=ENDED,
        takes=50,
        arrived=tuple(told.values()),
        seen=(),
        samples=looks,
        configured=CONFIGURED,
    )
    return replace(made, **more)


def counted(judgement: Judgement, what: str) -> dict[str, int]:
    """Give the rows in which something is counted."""
    return {str(row["id"]): int(row[what]) for row in judgement.rows if row[what]}


def blamed(judgement: Judgement) -> dict[str, dict[str, int]]:
    """Give all that is not as it should be, by what and by row."""
    names = ("late_by_person", "late_by_source", "late_by_product", "missed", "doubled", "wrong")
    return {name: rows for name in names if (rows := counted(judgement, name))}
