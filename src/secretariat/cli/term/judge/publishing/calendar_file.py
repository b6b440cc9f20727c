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
    for one in rounds(history):
        if one.opened <= block <= one.asks_until and block < one.last(block):
            found[f"last-proposal-vote-{one.number}"] = one.last(block)
    return {name: at for name, at in found.items() if at > block}


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
