"""Private words invented for the judge: one council member and one lead get mails, another member is rung, a third nothing reaches."""

import re
from dataclasses import replace
from typing import Any

from secretariat.cli.term.judge.evidence import Arrived, Configured, Evidence, Sample
from secretariat.cli.term.judge.history import DAY
from secretariat.cli.term.judge.rows import Judgement
from tests.demo.term.invented import ANNOUNCING, ELECTED, ENDED, IDLE, STAKE, TIME, VOTING, at, said
from tests.demo.term.invented_votes import (
    EXECUTED,
    LAST,
    LOST,
    OPENED,
    POOR,
    RUNS_OUT,
    digest,
    named,
    until,
    vote_texts,
    votes_evidence,
    votes_truth,
)
from tests.demo.term.invented_votes import VOTING as CHOSEN

MEMBER, LEAD, UNTOLD_LEAD = 12, 21, 22
OVER = ELECTED + 45_000
REPORT_DUE, PLAN_DUE = ELECTED + DAY // 2, ELECTED + 3 * DAY
PAY, SHORT = DAY * STAKE, 22 * DAY
"""What a period's rewards of the group take, and the first payment that its budget does not cover."""

UNPAID = ELECTED + 2 * DAY
"""The first payment of the council's rewards that its budget does not cover."""

NEXT_REPORT = ELECTED + IDLE + 86_400 + 57_600 + 57_600 + DAY
WRITTEN: Configured = replace(CHOSEN, duties=("digests", "proposals", "terms"), written_to=(MEMBER, LEAD))


def private_truth() -> dict[str, Any]:
    """Make the truth: that of the votes and three days more, with a group that pays once a day and has nothing left from ``SHORT`` on."""
    told = votes_truth()
    told |= {"block": OVER, "milliseconds": TIME + (OVER - ENDED) * 6_000}
    balances = [[0, str(15 * PAY)], *([block * DAY, str((21 - block) * PAY)] for block in range(7, 22))]
    told["groups"] = {
        "StorageWorkingGroup": {
            "staffed": [[0, None, 0, "0", "0"], [50, LEAD, 1, str(STAKE), "0"], [SHORT, LEAD, 1, str(STAKE), str(PAY)]],
            "reward_period": DAY,
        },
        "ForumWorkingGroup": {"staffed": [[0, UNTOLD_LEAD, 1, "0", "0"]], "reward_period": DAY},
    }
    full, part = [ELECTED + DAY, str(PAY), "0"], [UNPAID, str(PAY - 7), "7"]
    told["councils"][-2]["payments"] = []
    told["councils"][-1]["payments"] = [full, part, [UNPAID + DAY, "0", str(PAY + 7)]]
    told["budgets"]["groups"] = {
        "StorageWorkingGroup": {"balances": balances},
        "ForumWorkingGroup": {"balances": [[0, "0"]]},
    }
    return told


def mail(member: int, block: int, text: str) -> Arrived:
    """Write a mail to one member, in letters alone as mail is."""
    text = re.sub(r"(?m)^- ", "• ", text)
    one = said("private", block, text, member=member)
    return replace(one, receipt=f"mail {member} {block} {text[:40]}")


def step_list(block: int, *numbers: int) -> Arrived:
    """Write the list at a step of a vote."""
    return mail(MEMBER, block, digest(MEMBER, block, *numbers).text.split("\n", 1)[1].replace("**", ""))


def day_list(block: int, *numbers: int) -> Arrived:
    """Write the list of a day, while candidacies can be announced."""
    left = (VOTING - 1 - block) * 6 // 3_600
    lines = [
        f"- Proposal {one}, {named(one)} Last block in which a vote counts: {until(one, block)}. proposal {one}"
        for one in numbers
    ]
    stage = f"Candidacies can be announced until block {VOTING - 1:,} ({at(VOTING - 1)}), in {left // 24} d {left % 24} h ± 12 min."
    return mail(MEMBER, block, "\n".join(["Proposals that wait for your vote", *lines, stage, "At most once a day."]))


def to_lead(block: int, *reports: str, short: int = SHORT) -> Arrived:
    """Write a digest to the lead: reports with how they stand, and the budget."""
    left, budget = (short - block) * 6 // 60, max(0, 21 - block // DAY) * DAY if block >= 7 * DAY else 15 * DAY
    hours, minutes = divmod(left, 60)
    says = (
        f"{hours // 24} d {hours % 24} h"
        if hours >= 48
        else f"{hours} h {minutes:02d} min"
        if hours
        else f"{minutes} min"
    )
    owed = (
        []
        if block < SHORT
        else ["Rewards that were due and are not paid yet: 14,400 JOY. The next payment pays them too."]
    )
    listed = [f"Reports to come or to complete: {len(reports)}", *reports] if reports else []
    text = [
        "The storage working group: reports and budget",
        *listed,
        f"The chain has {budget:,} JOY in the group's budget. The rewards of its 1 worker take 14,400 JOY every 14,400 blocks.",
        *owed,
        f"The payment of rewards in block {short:,} ({at(short)}), in {says} ± 12 min, is the first that is not covered.",
        "At most once a day.",
    ]
    return mail(LEAD, block, "\n".join(text))


def report(state: str) -> str:
    """Write how the group's report on the term before stands."""
    return f"- Report on the term of council 3: {state} block {REPORT_DUE:,} ({at(REPORT_DUE)})"


def plan(state: str) -> str:
    """Write how the group's plan stands."""
    return f"- Plan for the term of council 4: {state} block {PLAN_DUE:,} ({at(PLAN_DUE)})"


def incident(member: int, block: int, council: int, says: str, due: int) -> Arrived:
    """Write an incident to one member."""
    asks = f"Tell the secretary before block {due:,} ({at(due)}), when the report on the term is due."
    first = f"For the report on the term of council {council}: may this need an explanation?"
    return mail(member, block, f"{first}\n{says}\n{asks}")


ERROR = "The chain's error: “InsufficientFundsForFundingRequest”."
REWARDS = "Rewards of the {} working group were not paid when they were due, as its budget did not cover them."
REWARDS_OF_COUNCIL = "Rewards of the members of council {} were not paid in full when they were due, as the council's budget did not cover them."


def _incidents() -> dict[str, Arrived]:
    past, due = ELECTED + DAY, f"was due by block {REPORT_DUE:,}, and is not noted as received."
    plans = f"was due by block {PLAN_DUE:,}, and is not noted as received."
    lost = f"was not decided when the next council took office in block {ELECTED:,}, and was rejected by that."
    found = {
        "expired": incident(
            MEMBER, 163_300, 3, "Proposal 7 “Help_for 12 films” expired in block 163,200: nothing decided.", past
        ),
        "failed": incident(
            MEMBER,
            EXECUTED + 100,
            3,
            f"Proposal 9 “Machines” was approved and could not be carried out in block {EXECUTED:,}. {ERROR}",
            past,
        ),
        "lost": incident(MEMBER, ELECTED + 150, 3, f"Proposal 8 “A second network” {lost}", past),
    }
    for member in (MEMBER, LEAD):
        says = f"The storage working group's report on the term of council 3 {due}"
        found[f"no report {member}"] = incident(member, REPORT_DUE + 100, 4, says, NEXT_REPORT)
        says = f"The storage working group's plan for the term of council 4 {plans}"
        found[f"no plan {member}"] = incident(member, PLAN_DUE + 100, 4, says, NEXT_REPORT)
        found[f"rewards {member}"] = incident(member, SHORT + 110, 4, REWARDS.format("storage"), NEXT_REPORT)
    of_council = REWARDS_OF_COUNCIL.format(4)
    found["rewards of the council"] = incident(MEMBER, UNPAID + 120, 4, of_council, NEXT_REPORT)
    for name, says, over in (
        ("report", "The report of council 3 on its term", ELECTED + DAY),
        ("plan", "The plan of council 4 for its term", ELECTED + 2 * DAY),
        ("group report", "The forum working group's report on the term of council 3", REPORT_DUE),
        ("group plan", "The forum working group's plan for the term of council 4", PLAN_DUE),
    ):
        words = f"{says} was due by block {over:,}, and is not noted as received."
        found[f"no {name} of others"] = incident(MEMBER, over + 120, 4, words, NEXT_REPORT)
    return found


def private_texts() -> dict[str, Arrived]:
    """Give every mail that is called for, by a name."""
    begins = OPENED[POOR] + 100
    return {
        "step 7": step_list(OPENED[RUNS_OUT] + 100, RUNS_OUT),
        "step 9": step_list(begins, RUNS_OUT, POOR),
        "step 8": step_list(OPENED[LOST] + 100, LOST),
        "step 7 14400": step_list(LAST[RUNS_OUT] - 14_300, RUNS_OUT),
        "step 8 3600": step_list(LAST[LOST] - 3_500, LOST),
        "day": day_list(9 * DAY + 100, RUNS_OUT),
        "low": to_lead(SHORT - 14 * DAY + 100),
        "near": to_lead(SHORT - 3 * DAY + 100),
        "report": to_lead(ELECTED + 100, report("due by")),
        "report over": to_lead(REPORT_DUE + 100, report("overdue since")),
        "plan": to_lead(ELECTED + 2 * DAY + 100, report("overdue since"), plan("due by"), short=SHORT + DAY),
        "plan over": to_lead(PLAN_DUE + 100, report("overdue since"), plan("overdue since"), short=SHORT + 2 * DAY),
        **_incidents(),
    }


def private_evidence(told: dict[str, Arrived], **more: Any) -> Evidence:
    """Give what the judge is shown: the mails, and what goes to the council's place and to everybody besides."""
    others = {
        name: one for name, one in vote_texts().items() if not (name.startswith("digest") and name.endswith("12"))
    }
    made = votes_evidence({**others, **told}, truth=private_truth(), began=ANNOUNCING, ended=OVER, configured=WRITTEN)
    lead = "task", "from the forum working group's lead: Plan for the term of council 4 due"
    of_lead = said(
        "desk",
        ELECTED + 50,
        f"Member {UNTOLD_LEAD} has something due and no working contact\nDue: {lead[1]}",
        title=lead[0],
    )
    looks = tuple(Sample(head=at, query_node=at, stage="", ends_at=0) for at in range(ANNOUNCING, OVER, 50))
    return replace(made, **{"arrived": (*made.arrived, of_lead), "samples": looks, **more})


def private(found: Judgement) -> dict[str, list[str]]:
    """Give all that is not as it should be in private, or about whom nothing reaches, by what."""
    known = (", private, ", "unreachable, desk")
    verdicts: dict[str, list[str]] = {}
    for one in found.occasions:
        if one.verdict != "in_time" and any(words in one.occasion for words in known):
            verdicts.setdefault(one.verdict, []).append(one.occasion)
    for name, told in (("doubled", found.doubled), ("wrong", found.wrong)):
        own = [words for _, words in told if words.startswith("private") or "unreachable" in words]
        if own:
            verdicts[name] = own
    return verdicts
