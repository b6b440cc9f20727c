"""Freshness: how far behind each live source is, and what may be concluded from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Literal

from secretariat.facts.moments import Moment
from secretariat.facts.records import CHAIN, QUERY_NODE

CLOCKS_APART_SECONDS = 60
"""From this difference between council time and machine time on, one of the two clocks is wrong on mainnet."""

AHEAD_BLOCKS = 100
"""Ten minutes of blocks: a query node follows finalised blocks, so that no more than moments lie between it and a node."""

USUAL_PACE = Fraction(6_000)
"""Milliseconds per block, where none was measured."""

Verdict = Literal["fresh", "stale", "unknown"]


@dataclass(frozen=True, kw_only=True, slots=True)
class SourceState:
    """What is known of a source after its last successful reading.

    ``height`` is the newest block its facts cover and ``height_at`` that block's own time, both None where the source
    has none (prices). ``read_at`` is the machine's time of the reading, ``failure`` why a later one failed.
    ``lower_bound`` tells that the source did not say its height: it is that of its newest event.
    """

    source: str
    address: str
    height: int | None = None
    height_at: Moment | None = None
    read_at: Moment | None = None
    lower_bound: bool = False
    failure: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Freshness:
    """Whether a source's facts may be relied on: its lag and the most it may have, in seconds, and why not.

    ``height_told`` tells whether the height that the source gives of itself can be one.
    """

    source: str
    verdict: Verdict
    lag: int | None
    limit: int
    reason: str = ""
    height_told: bool = True

    @property
    def fresh(self) -> bool:
        """Tell whether duties may open and close something from this source's facts."""
        return self.verdict == "fresh"


def seconds_between(earlier: Moment, later: Moment) -> int:
    """Count the seconds from one moment to another, negative when the second is the earlier one.

    Raises ValueError for a text that is no moment.
    """
    return round((datetime.fromisoformat(later) - datetime.fromisoformat(earlier)).total_seconds())


def council_time(head: SourceState, now: Moment, *, machine_clock: bool) -> Moment:
    """Give the moment that deadlines, quiet hours and lag are measured at.

    It is the finalised head's time carried forward by the time since it was read. ``machine_clock`` says that blocks
    carry the time of day (mainnet does, a practice network need not): then it is never before ``now``.
    """
    if head.height_at is None or head.read_at is None:
        return now
    if machine_clock:
        return max(now, head.height_at)
    carried = datetime.fromisoformat(head.height_at) + (
        datetime.fromisoformat(now) - datetime.fromisoformat(head.read_at)
    )
    return Moment(carried.strftime("%Y-%m-%dT%H:%M:%SZ"))


def freshness(
    states: Mapping[str, SourceState],
    limits: Mapping[str, int],
    at: Moment,
    *,
    stages_agree: bool | None,
    stage_untold: int | None = None,
    pace: Fraction = USUAL_PACE,
    machine_clock: bool = False,
) -> tuple[Freshness, ...]:
    """Judge every source that has a limit, in seconds, at a council time.

    Lag is the time from the source's newest block to ``at``; the node's is at least what the query node is ahead of it, at
    ``pace`` milliseconds per block. A source that only gives a lower bound of its height is fresh as long as it agrees
    with the node on both stages (``stages_agree``): its newest event may be hours old. None is fresh that should tell of a stage of
    the council which began in the block ``stage_untold``, and does not: it, or the node, is of another chain. One beyond what can be yet is no
    height at all; it shows that the node lags, unless blocks carry the time of day (``machine_clock``), which tells that.
    """
    lead = blocks_ahead(states.get(CHAIN), states.get(QUERY_NODE))
    impossible = lead > AHEAD_BLOCKS and states[QUERY_NODE].lower_bound
    node_late = 0 if impossible and machine_clock else int(max(lead, 0) * pace / 1000)
    found = []
    for name in sorted(limits):
        state = states.get(name)
        if name == QUERY_NODE and impossible and state is not None:
            found.append(_without_height(state, lead, limits[name]))
            continue
        judged = _judged(name, state, limits[name], at, stages_agree, node_late if name == CHAIN else 0)
        if name == QUERY_NODE and stage_untold is not None and judged.fresh:
            judged = _of_another_chain(name, stage_untold, limits[name])
        found.append(judged)
    return tuple(found)


def blocks_ahead(node: SourceState | None, query_node: SourceState | None) -> int:
    """Count the blocks by which the query node is ahead of the node's finalised head, below zero where it is behind.

    0 where the height of one is not known.
    """
    if node is None or query_node is None or node.height is None or query_node.height is None:
        return 0
    return query_node.height - node.height


def _without_height(state: SourceState, lead: int, limit: int) -> Freshness:
    reason = (
        f"{state.source} cannot be used: its newest event is {lead:,} blocks after the node's finalised head, which cannot be yet. "
        "It is of another chain, or the node lags: look at [query_node] urls and [chain] urls"
    )
    return Freshness(source=state.source, verdict="stale", lag=None, limit=limit, reason=reason, height_told=False)


def _of_another_chain(name: str, began: int, limit: int) -> Freshness:
    reason = (
        f"{name} cannot be used: by the node the stage of the council began in block {began:,}, and {name} does not tell of it. One of "
        "the two is of another chain, or lacks it: look at [query_node] urls and [chain] urls"
    )
    return Freshness(source=name, verdict="stale", lag=None, limit=limit, reason=reason)


def _judged(
    name: str, state: SourceState | None, limit: int, at: Moment, stages_agree: bool | None, at_least: int
) -> Freshness:
    """Judge one source; its lag is not below so many seconds ``at_least``."""
    if state is not None and state.height is not None and state.height_at is None and state.read_at is not None:
        reason = (
            f"{name} was read at block {state.height:,}, whose time cannot be read: how far behind it is nothing tells"
        )
        return Freshness(source=name, verdict="unknown", lag=None, limit=limit, reason=reason)
    if state is None or state.height_at is None or state.read_at is None:
        reason = f"{name} was never read" + (f": {state.failure}" if state and state.failure else "")
        return Freshness(source=name, verdict="unknown", lag=None, limit=limit, reason=reason)
    by_clock = max(0, seconds_between(state.height_at, at))
    lag = max(by_clock, at_least)
    if state.lower_bound:
        return _judged_by_stages(name, state, lag, limit, at, stages_agree)
    if lag <= limit:
        return Freshness(source=name, verdict="fresh", lag=lag, limit=limit)
    told = _behind(name, state, lag, limit)
    reason = told if by_clock >= at_least else f"{told}: the query node is ahead of it by as much"
    return Freshness(source=name, verdict="stale", lag=lag, limit=limit, reason=reason)


def _judged_by_stages(
    name: str, state: SourceState, lag: int, limit: int, at: Moment, stages_agree: bool | None
) -> Freshness:
    """Judge a source whose height is only known from its newest event."""
    unread = seconds_between(state.read_at or at, at)
    if stages_agree and unread <= limit:
        reason = f"{name} does not say its height; it agrees with the node on both stages"
        return Freshness(source=name, verdict="fresh", lag=lag, limit=limit, reason=reason)
    if unread > limit:
        return Freshness(source=name, verdict="stale", lag=lag, limit=limit, reason=_behind(name, state, lag, limit))
    why = "differs from the node on a stage" if stages_agree is False else "cannot be compared with the node's stages"
    return Freshness(
        source=name, verdict="stale", lag=lag, limit=limit, reason=f"{name} does not say its height and {why}"
    )


def _behind(name: str, state: SourceState, lag: int, limit: int) -> str:
    height = f"at block {state.height:,}, " if state.height is not None else ""
    failed = f"; the last attempt failed: {state.failure}" if state.failure else ""
    return f"{name} is {height}{duration(lag)} behind, more than {duration(limit)}{failed}"


def duration(seconds: int) -> str:
    """Write a number of seconds for readers: ``45 s``, ``12 min``, ``3 h 05 min``, ``2 d 4 h``."""
    if seconds < 120:
        return f"{seconds} s"
    minutes = seconds // 60
    if minutes < 120:
        return f"{minutes} min"
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest:02d} min" if hours < 48 else f"{hours // 24} d {hours % 24} h"


def banner(judged: tuple[Freshness, ...]) -> str:
    """Give the sentence that stands on everything published from stale facts; empty when all is fresh."""
    late = [one.reason.rstrip(".") for one in judged if not one.fresh]
    return f"The facts are not up to date: {'; '.join(late)}." if late else ""
