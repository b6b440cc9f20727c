"""Claims of what came to one member alone: votes, reports, budgets and incidents, each number held against the truth."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from secretariat.cli.term.judge.checks import base_units, number, time_fits, time_left_fits
from secretariat.cli.term.judge.claiming import JOY, LEFT, TIME, Claim, N, held
from secretariat.cli.term.judge.digests.claims import CLAIMS as OF_DAYS
from secretariat.cli.term.judge.digests.claims import DayMoment
from secretariat.cli.term.judge.evidence import Arrived
from secretariat.cli.term.judge.forum.talk import Talk
from secretariat.cli.term.judge.history import History
from secretariat.cli.term.judge.private.days import is_told_at, waiting
from secretariat.cli.term.judge.private.groups import Group, groups
from secretariat.cli.term.judge.private.incident_claims import wrong_of_incident
from secretariat.cli.term.judge.private.leads import is_low, owed
from secretariat.cli.term.judge.private.reading import (
    DAY_LIST,
    INCIDENT,
    LEAD,
    PAYMENT,
    REPORT,
    group_of,
)
from secretariat.cli.term.judge.proposals.claims import wrong_of_line
from secretariat.cli.term.judge.proposals.moment import moments_of
from secretariat.cli.term.judge.proposals.reading import NAMED
from secretariat.cli.term.judge.proposals.rounds import rounds
from secretariat.cli.term.judge.terms.term import Known


def wrong_of_private(one: Arrived, kind: str, talk: Talk, known: Known, slack: int, node: int) -> Iterator[str]:
    """Say what a text to one member claims that was so at none of the last blocks, and what it leaves out.

    ``node`` is the block to which the query node had come when the text was written.
    """
    blocks = range(one.block, max(0, one.block - slack) - 1, -1)
    if one.member is None:
        yield "came to an address that nobody gave"
    if kind in (DAY_LIST, "digest"):
        yield from _of_list(one, kind, talk, blocks, node)
    elif kind == LEAD:
        yield from _of_lead(one, talk.history, known, blocks)
    elif kind == INCIDENT:
        yield from wrong_of_incident(one, talk.history, known, blocks)


# ----------------------------------------------------------------------------- lists of votes


def _of_list(one: Arrived, kind: str, talk: Talk, blocks: range, node: int) -> Iterator[str]:
    """Hold a list of votes: exactly what waits, and of the list of a day that no step tells of one of them on that day."""
    listed: set[int] = set()
    rest: list[str] = []
    for line in one.text.splitlines():
        found = NAMED.search(line)
        if found is None or found["number"] is None:
            rest.append(line)
            continue
        listed.add(number(found["number"]))
        moments = moments_of(talk.history, number(found["number"]), blocks, one.member, node)
        yield from wrong_of_line(line, "digest", moments)
    if not any(waiting(talk.history, one.member, block) == listed for block in blocks):
        due = waiting(talk.history, one.member, one.block)
        yield f"lists the votes {sorted(listed)}, and for member {one.member} wait {sorted(due)}"
    _, wrong = held("\n".join(rest), OF_DAYS, [DayMoment(talk, block, 0) for block in blocks])
    yield from wrong
    all_ = list(rounds(talk.history))
    if kind == DAY_LIST and all(is_told_at(all_, one.member or 0, block) for block in blocks):
        yield "comes on a day on which a step of a vote tells of it"


# ------------------------------------------------------------------------------------- leads


@dataclass(frozen=True)
class LeadMoment:
    """A group at the end of a block."""

    history: History
    block: int
    group: Group

    @property
    def short(self) -> int:
        """Give the first payment that is not covered; -1 where there is none."""
        return self.group.short(self.block) or -1


def _is(value: Callable[[LeadMoment], int]) -> Callable[["re.Match[str]", LeadMoment], bool]:
    return lambda found, at: number(found[1]) == value(at)


def _tokens(place: int, value: Callable[[LeadMoment], int]) -> Callable[["re.Match[str]", LeadMoment], bool]:
    return lambda found, at: base_units(found[place]) == value(at)


def _takes(found: "re.Match[str]", at: LeadMoment) -> bool:
    said = number(found[1]), base_units(found[2]), number(found[3])
    return said == (at.group.workers(at.block), at.group.pay(at.block), at.group.period)


REPORTS_COUNTED = rf"\bReports to come or to complete: {N}"
OF_LEADS: tuple[Claim, ...] = (
    Claim("left", LEFT, lambda found, at: time_left_fits(found, at.short, at.block)),
    Claim("time", TIME, time_fits, keeps=1),
    Claim("budget", rf"\bThe chain has {JOY} in the group's budget", _tokens(1, lambda at: at.group.budget(at.block))),
    Claim("takes", rf"\brewards of its {N} workers? take {JOY} every ([\d,]+) blocks", _takes),
    Claim("owed", rf"\bnot paid yet: {JOY}", _tokens(1, lambda at: at.group.owed(at.block))),
    Claim("payment", PAYMENT.pattern, _is(lambda at: at.short)),
    Claim("reports", REPORTS_COUNTED, lambda found, at: True),
)
OF_REPORTS = Claim("listed", REPORT.pattern.replace("(?m)^", ""), lambda found, at: True)
"""Which reports are listed, and how they stand, is held as a whole."""


def _of_lead(one: Arrived, history: History, known: Known, blocks: range) -> Iterator[str]:
    """Hold a digest to a lead: who leads, exactly the reports that can come by now, and the budget where it is low."""
    name = group_of(one.text)
    group = next((each for each in groups(history) if each.name == name), None)
    if group is None:
        yield "is about a group that was not there"
        return
    if not any(group.lead(block) == one.member for block in blocks):
        yield f"came to member {one.member}, and the lead is member {group.lead(one.block)}"
    listed = {(found["state"], number(found["block"])) for found in REPORT.finditer(one.text)}
    if not any(_reports(history, known, group, block) == listed for block in blocks):
        yield f"lists the reports {sorted(listed)}, and due were {sorted(_reports(history, known, group, one.block))}"
    count = re.search(REPORTS_COUNTED, one.text)
    if (0 if count is None else number(count[1])) != len(listed):
        yield "says another number of reports than it lists"
    moments = [LeadMoment(history, at, group) for at in blocks]
    names, wrong = held(" ".join(one.text.split()), (*OF_LEADS, OF_REPORTS), moments)
    yield from wrong
    if ("owed" in names) not in {group.owed(block) > 0 for block in blocks}:
        yield "tells of rewards that nobody is owed" if "owed" in names else "leaves out what is owed"
    if ("payment" in names) not in {is_low(group, block) for block in blocks}:
        yield "tells of a budget that is not low" if "payment" in names else "leaves out that the budget is low"


def _reports(history: History, known: Known, group: Group, block: int) -> set[tuple[str, int]]:
    """Give the reports that a group's lead owes at the end of a block: state and due block; what was due before they led is not theirs."""
    since = group.led_since(block)
    return {
        ("overdue since" if block > one.due else "due by", one.due)
        for one in owed(history, known)
        if one.opens <= block <= one.last and since is not None and (block <= one.due or since <= one.due)
    }
