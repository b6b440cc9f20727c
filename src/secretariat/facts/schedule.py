"""Schedule: the stages of council elections one after another, from durations and from what went otherwise.

The rules are the chain's (``joy:runtime-modules/council/src/lib.rs`` and ``joy:runtime-modules/referendum/src/lib.rs``):
a stage ends in the block that was stored when it began, and the next stage begins in that same block.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from secretariat.errors import SecretariatError

StageName = Literal["announcing", "voting", "revealing", "idle"]


class ScheduleWrong(SecretariatError):
    """What is said about a term cannot be; the message names the term."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Durations:
    """How many blocks each stage takes, by one runtime."""

    announcing: int
    voting: int
    revealing: int
    idle: int


@dataclass(frozen=True, kw_only=True, slots=True)
class StageSpan:
    """One stage: its first block ``begins``, and ``ends``, the stored block in which the next stage begins."""

    stage: StageName
    begins: int
    ends: int


def following(span: StageSpan, durations: Durations, *, fails: bool = False) -> StageSpan:
    """Give the stage that begins in the block in which a stage ends.

    ``fails`` means too few candidates at the end of announcing, and too few candidates with a revealed vote at the end
    of revealing: either way announcing begins anew at once, for a full period. Other stages cannot fail.
    Source: ``end_announcement_period``, ``end_election_period``, ``end_idle_period`` of the council pallet.
    """
    nexts: Mapping[StageName, tuple[StageName, StageName]] = {
        "idle": ("announcing", "announcing"),
        "announcing": ("voting", "announcing"),
        "voting": ("revealing", "revealing"),
        "revealing": ("idle", "announcing"),
    }
    return begin(nexts[span.stage][fails], span.ends, durations)


def begin(stage: StageName, block: int, durations: Durations) -> StageSpan:
    """Begin a stage in a block; its end is stored by the durations in force in that block."""
    lengths = {
        "announcing": durations.announcing,
        "voting": durations.voting,
        "revealing": durations.revealing,
        "idle": durations.idle,
    }
    return StageSpan(stage=stage, begins=block, ends=block + lengths[stage])


@dataclass(frozen=True, kw_only=True, slots=True)
class Term:
    """One council term, from the block of its election to the last block before the next election.

    Term 0 is the time before the first election.
    """

    number: int
    begins: int
    last_block: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Irregular:
    """What went otherwise in one term: how often the next election was begun anew, or the term's recorded last block."""

    term: int
    too_few_candidates: int = 0
    failed_reveals: int = 0
    last_block: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Upgrade:
    """Other durations from a block on, the first one that the new runtime carries out.

    A stage under way keeps its stored end; those that begin in this block or later take the new durations.
    """

    first_block: int
    durations: Durations


def replay(
    *,
    begins: int,
    durations: Durations,
    last_term: int,
    irregular: Iterable[Irregular] = (),
    upgrades: Iterable[Upgrade] = (),
) -> tuple[Term, ...]:
    """Give terms 0 to ``last_term``: each idle, announcing, voting and revealing, as often as its election took.

    Raises ScheduleWrong when a term is described twice, or its recorded last block is before its beginning.
    """
    events = _by_term(irregular)
    ordered = sorted(upgrades, key=lambda upgrade: upgrade.first_block)
    terms: list[Term] = []
    at = begins
    for number in range(last_term + 1):
        event = events.get(number, Irregular(term=number))
        last = _last_block(at, event, durations, ordered) if event.last_block is None else event.last_block
        if last < at:
            raise ScheduleWrong(f"Term {number} begins in block {at:,} and cannot end with block {last:,}.")
        terms.append(Term(number=number, begins=at, last_block=last))
        at = last + 1
    return tuple(terms)


def _by_term(irregular: Iterable[Irregular]) -> dict[int, Irregular]:
    events: dict[int, Irregular] = {}
    for event in irregular:
        if event.term in events:
            raise ScheduleWrong(f"Term {event.term} is described twice; put both into one description.")
        events[event.term] = event
    return events


def _last_block(at: int, event: Irregular, durations: Durations, upgrades: list[Upgrade]) -> int:
    """Walk one term's stages: each failed reveal is a whole election that was begun anew."""
    announcings, reveals = event.too_few_candidates, event.failed_reveals
    span = begin("idle", at, in_force(at, durations, upgrades))
    while True:
        fails = span.stage == "announcing" and announcings > 0
        announcings -= fails
        if span.stage == "revealing":
            if reveals == 0:
                return span.ends - 1
            fails = True
            reveals -= 1
        span = following(span, in_force(span.ends, durations, upgrades), fails=fails)


def in_force(block: int, durations: Durations, upgrades: Iterable[Upgrade]) -> Durations:
    """Give the durations in force in a block; upgrades come in the order of their blocks."""
    for upgrade in upgrades:
        if upgrade.first_block <= block:
            durations = upgrade.durations
    return durations
