"""Votes invented for the judge: a proposal that runs out, one that a new council rejects, one that the budget does not cover, with their texts."""

from dataclasses import replace
from typing import Any

from secretariat.cli.term.judge.evidence import Arrived, Configured, Evidence, Sample
from tests.demo.term.invented import ANNOUNCING, CONFIGURED, ELECTED, GENESIS, STAKE, at, said, truth

COUNCIL = (11, 12, 13)
"""Its members; of the last one nobody knows who that is on Discord."""

VOTING: Configured = replace(CONFIGURED, duties=("proposals",), mentions={"11": "911", "12": "912", "20": "920"})
RUNS_OUT, LOST, POOR = 7, 8, 9
OVER = ELECTED + 2_000
OPENED = {RUNS_OUT: 120_000, LOST: 290_000, POOR: 130_000}
LAST = {RUNS_OUT: 163_199, LOST: ELECTED - 2, POOR: 173_199}
APPROVED = 132_001
EXECUTED = APPROVED + 1_200
REWARDED, REWARD, OWED = APPROVED + 3, STAKE // 2_000, 17 * STAKE // 2
"""The last payment of the council's rewards before that execution, what a seat gets in a block, and what stayed owed: 10 JOY are due in the next."""

TITLES = {RUNS_OUT: "Help_for 12 films", LOST: "A second network", POOR: "Machines"}
NAMES = {RUNS_OUT: "edda*moss", LOST: "hugo", POOR: "kira_vale"}


def proposal(number: int, proposer: int, votes: dict[int, int], **more: Any) -> dict[str, Any]:
    """Make a funding request with its one voting round; ``votes`` has the block of each member's approval."""
    told = [{"member": member, "vote": "Approve", "block": block, "rationale": ""} for member, block in votes.items()]
    round_ = {"number": 1, "opened": OPENED[number], "votes": told}
    return {
        "id": number,
        "type": "FundingRequest",
        "details": [{"account": "0x01", "amount": str(5_000 * STAKE)}],
        "title": TITLES[number],
        "proposer": proposer,
        "exact_execution_block": None,
        "parameters": {"voting_period": 43_200, "grace_period": 1_200, "constitutionality": 1},
        "created": OPENED[number],
        "executed": more.pop("executed", None),
        "error": more.pop("error", None),
        "rounds": [{**round_, **more}],
    }


def votes_truth() -> dict[str, Any]:
    """Make the truth: member 12 votes on the first proposal between its reminders, on the second nobody, on the third two."""
    told = truth()
    for one in told["councils"]:
        one["members"] = [{"member": member} for member in COUNCIL]
    told["councils"][-2]["payments"] = [[REWARDED, "0", str(OWED)]]
    told["rules"][0] |= {"councilor_reward": str(REWARD), "reward_period": 1_000}
    told["rules"][0] |= {"rejection_fee": str(80 * STAKE), "cancellation_fee": str(10 * STAKE), "refill_period": 14_400}
    told["proposals"] = [
        proposal(RUNS_OUT, 4, {12: 150_000}, closed=163_200, ended="expired"),
        proposal(LOST, 5, {}, closed=ELECTED, ended="council-change"),
        proposal(
            POOR,
            6,
            {11: 131_000, 12: 132_000},
            closed=APPROVED,
            ended="approved",
            executed=EXECUTED,
            error="InsufficientFundsForFundingRequest",
        ),
    ]
    balances = [[0, str(1_000 * STAKE)], [133_000, str(1_090 * STAKE)]]
    told["budgets"] = {
        "council": {"balances": balances, "increment": str(100 * STAKE), "next_refill": 133_000 + 100 * 14_400}
    }
    return told


def named(number: int) -> str:
    """Name a proposal as our words do."""
    title = TITLES[number].replace("_", "\\_")
    return f"Funding request: “{title}”, by {NAMES[number].replace('_', chr(92) + '_').replace('*', chr(92) + '*')}."


def until(number: int, block: int) -> str:
    """Write a last block with the time left from a block."""
    hours, minutes = divmod((LAST[number] - block) * 6 // 60, 60)
    left = f"{hours // 24} d {hours % 24} h" if hours >= 48 else f"{hours} h {minutes:02d} min"
    return f"{LAST[number]:,} ({at(LAST[number])}), in {left} ± 12 min"


def digest(member: int, block: int, *numbers: int) -> Arrived:
    """Write a digest to a member."""
    lines = [
        f"- **Proposal {one}**, {named(one)} Last block in which a vote counts: {until(one, block)}. Discussion and votes: proposal {one}"
        for one in numbers
    ]
    text = "\n".join([f"<@{900 + member}>", "**Proposals that wait for your vote**", "", *lines])
    return said("council", block, text, mentions=(str(900 + member),))


def opened(place: Any, number: int, block: int) -> Arrived:
    """Write that a vote has begun."""
    last = f"- Last block in which a vote counts: {LAST[number]:,} ({at(LAST[number])})"
    change = f"\nThe council may change in block {ELECTED:,}." if number == LOST else ""
    return said(place, block, f"**Proposal {number} is open for votes**\n{named(number)}\n{last}{change}")


def ends(number: int, block: int) -> Arrived:
    """Write that a vote ends soon."""
    text = f"**Proposal {number}: the vote ends soon**\n{named(number)}\n- Last block in which a vote counts: {until(number, block)}"
    return said("council", block, text)


def vote_texts() -> dict[str, Arrived]:
    """Give every text that the votes call for, by a name."""
    found: dict[str, Arrived] = {}
    for number, block in OPENED.items():
        begins = block + 100
        found[f"open {number}"] = opened("discord", number, begins)
        found[f"notice {number}"] = opened("council", number, begins)
        waiting = (RUNS_OUT, POOR) if number == POOR else (number,)
        found |= {f"digest {number} {member}": digest(member, begins, *waiting) for member in (11, 12)}
    for number, before, members in ((RUNS_OUT, 14_400, (11, 12)), (RUNS_OUT, 3_600, (11,)), (LOST, 3_600, (11, 12))):
        block = LAST[number] - before + 100
        found[f"ends {number} {before}"] = ends(number, block)
        found |= {f"digest {number} {before} {member}": digest(member, block, number) for member in members}
    warned = OPENED[LOST] + 110
    found["change"] = said(
        "council",
        warned,
        f"**Proposal {LOST}: the council may change before the period ends**\n{named(LOST)}\nA new council takes office in block "
        f"{ELECTED:,} ({at(ELECTED)}).\n- A vote counts until block {until(LOST, warned)}\n- The fee for a rejected proposal is 80 JOY; "
        "it can be cancelled for 10 JOY",
    )
    lost = f"**Proposal {LOST}: rejected by the change of councils**\n{named(LOST)}\nThe new council took office in block {ELECTED:,}.\n- Fee that its proposer paid: 80 JOY"
    found |= {f"lost, {place}": said(place, ELECTED + 100, lost) for place in ("council", "discord")}
    found["budget"] = said(
        "council",
        APPROVED + 100,
        f"**Proposal {POOR}: the budget does not cover it**\n{named(POOR)} It takes 5,000 JOY.\nIt is carried out in block {EXECUTED:,} "
        f"({at(EXECUTED)}). By what is stored, 1,090 JOY is in the budget then: 3,910 JOY too little.\n- Budget now: 1,000 JOY\n"
        "- Refills until then: 100 JOY\n- Council rewards until then: -10 JOY\n- Other proposals until then: 0 JOY",
    )
    return found


def untold(member: int, block: int, due: str = "Somebody has not voted on 1 proposal") -> Arrived:
    """Write the task about a member whom nothing reaches."""
    title = f"Member {member} has something due and no working contact"
    why = f"How to reach member {member}: no contact is known. Due: {due}. Tell them directly."
    return said("desk", block, f"{title}\n{why}", title="task")


def votes_evidence(told: dict[str, Arrived], untold_of: tuple[int, ...] = (13,), **more: Any) -> Evidence:
    """Give what the judge is shown of the votes; ``untold_of`` are the members of whom a task says that nothing reaches them."""
    tasks = [untold(member, OPENED[number] + 10) for member in untold_of for number in (RUNS_OUT, LOST)]
    made = Evidence(
        truth=votes_truth(),
        genesis=GENESIS,
        began=ANNOUNCING,
        ended=OVER,
        takes=50,
        arrived=(*told.values(), *tasks),
        seen=(),
        samples=tuple(Sample(head=at_, query_node=at_, stage="", ends_at=0) for at_ in range(ANNOUNCING, OVER, 50)),
        configured=VOTING,
    )
    return replace(made, **more)
