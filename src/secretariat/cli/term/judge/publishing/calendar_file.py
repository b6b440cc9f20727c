"""The calendar that was published: its events read, and held against what is to come by the truth."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from secretariat.cli.term.judge.evidence import Arrived
from secretariat.cli.term.judge.history import History
from secretariat.cli.term.judge.proposals.rounds import rounds

EVENT = re.compile(r"BEGIN:VEVENT\n(.*?)END:VEVENT", re.DOTALL)
LEAST_BAND = 600
"""Seconds by which an event's time may be off at least; beside them as much as its distance allows."""

SHARE = 50
"""An event's time may be off by the distance through so much."""

GROUP_REPORT, REPORT, PLAN, GROUP_PLAN = 7_200, 14_400, 28_800, 43_200
"""Blocks from a council's first one until reports and plans are due."""

SUMMARIES = 28_800
"""Blocks from a term's last one until its summaries are due."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """An event as it was told: its name with the cycle or proposal, its block, how often it was told otherwise, its time in seconds."""

    name: str
    block: int
    sequence: int
    cancelled: bool
    at: float


def read_events(text: str) -> dict[str, Told]:
    """Read the events of a calendar file by their names for good. Raises ValueError for an event that lacks something."""
    unfolded = text.replace("\r\n", "\n").replace("\n ", "")
    found: dict[str, Told] = {}
    for one in EVENT.findall(unfolded):
        values = dict(line.partition(":")[::2] for line in one.splitlines() if ":" in line)
        block = re.search(r"[Bb]lock (\d[\d,\\]*)", values.get("DESCRIPTION", ""))
        if block is None or not {"UID", "DTSTART", "SEQUENCE", "STATUS"} <= set(values):
            raise ValueError(f"an event without name, time, number, status or block: {one[:80]!r}")
        if values["UID"] in found:
            raise ValueError(f"two events named {values['UID']}")
        found[values["UID"]] = Told(
            name=values["UID"].partition("@")[0],
            block=int(re.sub(r"\D", "", block[1])),
            sequence=int(values["SEQUENCE"]),
            cancelled=values["STATUS"] == "CANCELLED",
            at=datetime.strptime(values["DTSTART"], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC).timestamp(),
        )
    return found


def ahead(history: History, block: int) -> Mapping[str, int]:
    """Give what is to come after a block where nothing fails: event and block, the last usable one where something can be done until then."""
    stage, figures = history.stage(block), history.rules(block)
    cycle = int(history.election(block)["cycle"]) + (stage.name == "idle")
    names = {"announcing": "last-candidacy", "voting": "last-vote", "revealing": "last-reveal"}
    ends, found = stage.ends, {}
    if stage.name == "idle":
        found[f"announcing-begins-{cycle}"] = ends
    left = list(names) if stage.name == "idle" else list(names)[list(names).index(stage.name) :]
    for place, name in enumerate(left):
        ends += int(figures[name]) if place or stage.name == "idle" else 0
        found[f"{names[name]}-{cycle}"] = ends - 1
    found[f"election-{cycle}"] = ends
    found[f"announcing-begins-{cycle + 1}"] = ends + int(figures["idle"])
    found |= _of_council(history, block, ends)
    after = ends + sum(int(figures[name]) for name in ("idle", *names))
    for one in rounds(history):
        if one.opened <= block <= one.asks_until and block < one.last(block):
            found[f"last-proposal-vote-{one.number}"] = one.last(block)
        if one.dormant(block):  # the next council votes on it from its first block, until the one after it comes
            period = int(one.proposal["parameters"]["voting_period"])
            found[f"last-proposal-vote-{one.number}"] = min(ends + period - 1, after - 2)
    return {name: at for name, at in found.items() if at > block}


def _of_council(history: History, block: int, election: int) -> Mapping[str, int]:
    """Give when the council's report and plan are due, and the summaries of the term before and, after the next election, of this one."""
    council = _in_office(history, block)
    if council is None:
        return {}
    number, first = council
    found = {
        f"council-plan-{number}": first + PLAN,
        f"term-summaries-{number}": election - 1 + SUMMARIES,
    }
    if number > 1:
        found[f"council-report-{number}"] = first + REPORT
        found[f"term-summaries-{number - 1}"] = first - 1 + SUMMARIES
    return found


def of_groups(history: History, block: int) -> Mapping[str, int]:
    """Give when reports and plans of groups are due: they may be told, as only some groups have a lead at a block."""
    council = _in_office(history, block)
    if council is None:
        return {}
    number, first = council
    names = [f"{group[:1].lower()}{group[1:]}" for group in history.truth["groups"]]
    reports = {f"group-report-{name}-{number}": first + GROUP_REPORT for name in names if number > 1}
    return reports | {f"group-plan-{name}-{number}": first + GROUP_PLAN for name in names}


def _in_office(history: History, block: int) -> tuple[int, int] | None:
    """Give the council in office at a block: its number and first block."""
    found = [one for one in history.truth["councils"] if one["elected"] <= block]
    return (int(found[-1]["number"]), int(found[-1]["elected"])) if found else None


def wrong_of_calendar(
    one: Arrived, before: Arrived | None, history: History, genesis: str, slack: int
) -> Iterator[str]:
    """Say what a published calendar lacks, tells otherwise than it was at one of the last blocks, or names anew."""
    try:
        told, known = read_events(one.text), read_events("" if before is None else before.text)
    except ValueError as error:
        yield f"has {error}"
        return
    for uid in told:
        if not uid.endswith(f"@{genesis.removeprefix('0x')[:16]}.secretariat"):
            yield f"has an event of another chain, {uid}"
    moments = [ahead(history, block) for block in range(one.block, max(0, one.block - slack) - 1, -1)]
    open_ = {each.name: each for each in told.values() if each.block > one.block and not each.cancelled}
    for name in set.intersection(*(set(each) for each in moments)) - set(open_):
        yield f"lacks {name}"
    moments += [of_groups(history, block) for block in range(one.block, max(0, one.block - slack) - 1, -1)]
    for name, event in open_.items():
        if not any(each.get(name) == event.block for each in moments):
            yield f"has {name} at block {event.block:,}, which was not so"
        distance = abs(event.block - one.block) * 6
        if abs(history.milliseconds(event.block) / 1000 - event.at) > LEAST_BAND + distance / SHARE:
            yield f"has {name} at another time than its block's"
    for uid, event in told.items():
        if uid in known and known[uid].block != event.block and event.sequence <= known[uid].sequence:
            yield f"moved {event.name} without a higher number"
    if set(known) - set(told):
        yield f"lost {sorted(set(known) - set(told))}"
