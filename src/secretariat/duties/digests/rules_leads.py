"""The rule about leads of working groups: a digest to each with reports that are due, or a budget that runs out (row B1)."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from secretariat.desk.filling import fill, joined
from secretariat.desk.findings import Asked, Due, Evidence, Finding, Wanted
from secretariat.desk.marks import left_to, time_of
from secretariat.desk.quoting import plain_line
from secretariat.desk.saying import count, joy
from secretariat.desk.steps import DAY_BLOCKS
from secretariat.desk.wanting import to_member
from secretariat.duties.digests.days import newest_of
from secretariat.duties.digests.groups import DueReport, Group, groups_of
from secretariat.duties.digests.texts import template
from secretariat.duties.digests.view import View
from secretariat.facts.live_groups import name_of_group
from secretariat.facts.records import CHAIN, QUERY_NODE
from secretariat.facts.reporting_cycle import Report, State

LASTS_BLOCKS = 7 * DAY_BLOCKS
"""So many blocks after its occasion a digest on reports still makes sense; one on a budget does until that does not suffice."""
REPORTS: dict[Report, str] = {
    "group-report": "Report on the term of council {past}",
    "group-plan": "Plan for the term of council {now}",
}
LOW = ("", "-low", "-last")
"""What the name of a digest has for how low the budget is (``Group.how_low``)."""

LONGEST = 300
"""Characters of the names of sections that a report lacks."""
STATES: dict[State, str] = {"due": "due by", "announced late": "announced late, due by"}


def to_leads(view: View) -> Iterator[Finding]:
    """Conclude the digests to leads, as long as a group's report is missing or incomplete, or its budget runs out within 14 days.

    Each is told when a report can come, when it is overdue, when it lacks sections, and 14 and 3 days before the first payment that the budget
    does not cover. Which council is in office, and what a report holds, the query node tells: with reports nothing is concluded without it.
    """
    groups = [one for one in groups_of(view) if one.has_to_do] if view.settings.leads else []
    if not groups:
        return
    yield Finding(
        key=f"digests/leads/council-{view.office.number}",
        title=f"Digests to leads: {count(len(groups), 'working group')} with something to do",
        why=" ".join(_said(one) for one in groups)
        + " Each lead gets it by their contact on Telegram or by e-mail, where they have one and want digests.",
        audience="desk",
        due=Due(what="the first of it", block=_due(view, groups)),
        evidence=tuple(_stored(one) for one in groups),
        wanted=tuple(wanted for one in groups for wanted in _to_one(view, one)),
        needs=(CHAIN, QUERY_NODE) if any(one.reports for one in groups) else (CHAIN,),
        asks=tuple(sorted({one.lead for one in groups if one.lead is not None})),
        asked=tuple(_asked(view, one, one.lead) for one in groups if one.lead is not None),
    )


def _asked(view: View, group: Group, lead: int) -> Asked:
    """Say what one lead has to do, for whoever tells them."""
    parts = "; ".join(_parts(group, lambda one: _name(view, one)))
    return Asked(
        member=lead,
        says=f"from the {name_of_group(group.record.fact.group)} working group's lead: {parts}",
        due=Due(what="the first of it", block=_due(view, [group])),
        evidence=(_stored(group),),
    )


def _stored(group: Group) -> Evidence:
    return Evidence(says=f"the group {name_of_group(group.record.fact.group)}, as stored", source=group.record.source)


def _due(view: View, groups: Iterable[Group]) -> int:
    """Give the block of the first of it, not before the desk began: what was due then would not be put on it, with all that is due later."""
    return max(min(block for one in groups for block in one.ends), view.now.since or 0)


def _said(group: Group) -> str:
    lead = "the lead's membership is not known" if group.lead is None else f"its lead is member {group.lead}"
    parts = "; ".join(_parts(group, lambda one: one.report))
    return f"{name_of_group(group.record.fact.group)} ({lead}): {parts}."


def _parts(group: Group, name: Callable[[DueReport], str]) -> Iterator[str]:
    """Say how each report stands, and the budget where it is low."""
    for one in group.reports:
        yield f"{name(one)} {one.state}, {_lacks(one) if one.lacks else f'block {one.block:,}'}"
    if group.is_low:
        yield f"the payment of rewards in block {group.short_block:,} is the first that its budget does not cover"


def _lacks(one: DueReport) -> str:
    return f"thread {one.thread}, sections not recognised in it: {', '.join(one.lacks)}"


def _to_one(view: View, group: Group) -> tuple[Wanted, ...]:
    newest = newest_of(group.moments, view.head)
    if group.lead is None or newest is None:
        return ()
    every = view.settings.every
    until = _until(group, newest, view.head)
    if view.head > until:
        return ()
    days = sorted({block // every for block in group.moments if block <= view.head})
    low = low_told(group, days[-1], view.head, every)
    return to_member(
        group.lead,
        template("lead"),
        _figures(view, group),
        until=until,
        part=_part(group, days[-1], low),
        says_too=(
            *(_part(group, day, each) for day in days[:-1] for each in range(len(LOW))),
            *(_part(group, days[-1], each) for each in range(low)),
        ),
    )


def low_told(group: Group, day: int, head: int, every: int) -> int:
    """Tell how low the budget is that a digest tells of: as it is now, for a payment or spending can make it low after the day's digest is out.

    On the day itself, as it was at its last report's moment: that digest may be out, and what came after it is told on the next day.
    """
    own = [block for block in group.report_moments if block <= head and block // every == day]
    return group.how_low(max(own) if own and head // every == day else head)


def _until(group: Group, newest: int, head: int) -> int:
    """Give the last block at which a digest makes sense: before the next thing becomes new, or the budget does not suffice."""
    short = group.short_block if group.is_low else None
    last = newest + LASTS_BLOCKS if short is None else short
    return min([last, *(block for block in group.moments if block > head)]) - 1


def _part(group: Group, day: int, low: int) -> str:
    return f"{name_of_group(group.record.fact.group).lower()}-day-{day}{LOW[low]}"


def _figures(view: View, group: Group) -> dict[str, str]:
    fact, short = group.record.fact, group.short_block if group.is_low else None
    known = fact.budget is not None and group.per_period is not None and fact.reward_period is not None
    return {
        "group": name_of_group(fact.group),
        "reports_count": str(len(group.reports)) if group.reports else "",
        "report_overdue": _overdue_lines(view, [one for one in group.reports if one.state == "overdue"]),
        "report": _report_lines(view, [one for one in group.reports if one.state in STATES]),
        "report_incomplete": _incomplete_lines(view, [one for one in group.reports if one.lacks]),
        "budget": joy(fact.budget) if known and fact.budget is not None else "",
        "owed": joy(group.owed) if known and group.owed else "",
        "workers": count(group.workers, "worker"),
        "rewards": joy(group.per_period) if group.per_period is not None else "",
        "period": f"{fact.reward_period:,}" if fact.reward_period is not None else "",
        "short_block": "" if short is None else f"{short:,}",
        "short_time": "" if short is None else time_of(short),
        "short_left": "" if short is None else left_to(short),
    }


def _report_lines(view: View, reports: Sequence[DueReport]) -> str:
    lines = [
        fill(
            template("report"),
            {
                "name": _name(view, one),
                "state": STATES[one.state],
                "block": f"{one.block:,}",
                "block_time": time_of(one.block),
            },
        )
        for one in reports
    ]
    return joined(lines)


def _overdue_lines(view: View, reports: Sequence[DueReport]) -> str:
    """Say which reports are overdue, without a time: how long a passed block is to come makes no sense."""
    words = template("report-overdue")
    return joined(fill(words, {"name": _name(view, one), "block": f"{one.block:,}"}) for one in reports)


def _incomplete_lines(view: View, reports: Sequence[DueReport]) -> str:
    lines = [
        fill(
            template("report-incomplete"),
            {
                "name": _name(view, one),
                "thread": str(one.thread),
                "sections": plain_line("; ".join(one.lacks), LONGEST),
            },
        )
        for one in reports
    ]
    return joined(lines)


def _name(view: View, one: DueReport) -> str:
    return REPORTS[one.report].format(past=view.office.number - 1, now=view.office.number)
