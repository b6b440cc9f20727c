"""The ways an election can go from where it stands: which stage ends in which block, on which branch.

Stages after the present one take the constants of the runtime in force; the present one keeps its stored end
("in case the duration is changed via runtime upgrade", ``joy:runtime-modules/council/src/lib.rs``).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from secretariat.facts.council_constants import candidates_needed, durations_of
from secretariat.facts.council_stages import Announcing, Revealing, StateWrong, Voting, current_span
from secretariat.facts.council_state import CouncilState
from secretariat.facts.schedule import Durations, StageSpan, following

Branch = Literal[
    "always", "proposal-approved", "enough-candidates", "council-elected", "failed-reveal", "too-few-candidates"
]

FOLLOWS: Mapping[Branch, tuple[Branch, ...]] = {
    "always": (),
    "proposal-approved": ("always",),
    "enough-candidates": ("always",),
    "council-elected": ("enough-candidates", "always"),
    "failed-reveal": ("enough-candidates", "always"),
    "too-few-candidates": ("always",),
}
"""Every branch in order, with the branches that come before it, nearest first: what holds on them holds on it too."""

MEANINGS: Mapping[Branch, str] = {
    "always": "Holds whatever happens: stored by the chain, or common to every way on.",
    "too-few-candidates": (
        "Announcing ends with too few candidates: it begins anew at once, for a full period and with the next cycle "
        "number; every candidacy is void and must be announced again; the council stays."
    ),
    "enough-candidates": "Announcing ends with enough candidates: voting begins in that block.",
    "failed-reveal": (
        "Revealing ends with too few candidates that got a revealed vote: nobody is elected, announcing begins anew at "
        "once without an idle period and with the next cycle number; the council stays."
    ),
    "council-elected": (
        "Revealing ends with enough candidates that got a revealed vote: the new council takes office, active proposals "
        "are rejected with a fee, dormant ones come up again, and the idle period begins."
    ),
    "proposal-approved": "The proposal gets the approvals it needs with the last vote that counts.",
}

StageEnd = Literal["last-candidacy", "last-vote", "last-reveal", "election", "announcing-begins"]

_ALWAYS: Branch = "always"

_ENDS: Mapping[str, StageEnd] = {
    "announcing": "last-candidacy",
    "voting": "last-vote",
    "revealing": "last-reveal",
    "idle": "announcing-begins",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark:
    """What happens in one block on one branch. ``cycle`` is the election's cycle number where it is known."""

    name: StageEnd
    block: int
    branch: Branch
    cycle: int | None
    note: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Ways:
    """The present stage, every mark, and the elections of each branch that comes to one.

    ``elections`` has the block of the branch's election, and of the one after it if nothing fails before.
    """

    span: StageSpan
    cycle: int | None
    marks: tuple[Mark, ...]
    elections: Mapping[Branch, tuple[int, int]]


def ways(state: CouncilState) -> Ways:
    """Follow the election from its present stage, on every branch that is still possible, to the next announcing.

    Raises StateWrong when the chain cannot be in this state.
    """
    present = current_span(state.council, state.referendum, state.pace.head.block)
    durations = durations_of(state.constants)
    first_cycle = _cycle(state)
    marks: list[Mark] = []
    elections: dict[Branch, tuple[int, int]] = {}
    span, cycle, branch = present, first_cycle, _ALWAYS
    if span.stage == "idle":
        cycle = _next(cycle)
        marks.append(_end(span, branch, cycle))
        span = following(span, durations)
    possible = possible_branches(state)
    if span.stage == "announcing":
        marks.append(_end(span, branch, cycle))
        if "too-few-candidates" in possible:
            _anew(span, cycle, "too-few-candidates", durations, marks, elections)
        span, branch = following(span, durations), "enough-candidates"
    if branch in possible:
        while span.stage != "revealing":
            marks.append(_end(span, branch, cycle))
            span = following(span, durations)
        marks.append(_end(span, branch, cycle))
    if "council-elected" in possible:
        _elected(span, cycle, "council-elected", durations, marks, elections)
    if "failed-reveal" in possible:
        _anew(span, cycle, "failed-reveal", durations, marks, elections)
    return Ways(span=present, cycle=first_cycle, marks=tuple(marks), elections=elections)


def possible_branches(state: CouncilState) -> frozenset[Branch]:
    """Tell which branches can still happen.

    Candidacies can be announced and withdrawn, and votes revealed, as long as a block comes before the stage's end;
    a candidate with a revealed vote keeps it. Sources: ``end_announcement_period`` and ``end_election_period``.
    """
    stage, referendum, size = state.council.stage, state.referendum, state.constants.council_size
    next_block = state.pace.head.block + 1
    if isinstance(referendum, Voting):
        return frozenset({"always", "council-elected", "failed-reveal"})
    if isinstance(referendum, Revealing):
        winners = referendum.intermediate_winners
        if winners is not None and winners >= size:
            return frozenset({"always", "council-elected"})
        if winners is not None and referendum.ends_at == next_block:
            return frozenset({"always", "failed-reveal"})
        return frozenset({"always", "council-elected", "failed-reveal"})
    enough: frozenset[Branch] = frozenset({"always", "enough-candidates", "council-elected", "failed-reveal"})
    if isinstance(stage, Announcing) and stage.ends_at == next_block:
        if stage.candidates_count < candidates_needed(state.constants):
            return frozenset({"always", "too-few-candidates"})
        return enough
    return enough | {"too-few-candidates"}


def _cycle(state: CouncilState) -> int | None:
    if not isinstance(state.referendum, Voting | Revealing):
        return state.cycle
    stored = state.referendum.current_cycle_id
    if state.cycle is not None and state.cycle != stored:
        raise StateWrong(
            "cycle", f"it is {state.cycle}, and the referendum's current_cycle_id is {stored}; they are one number"
        )
    return stored


def _next(cycle: int | None) -> int | None:
    return None if cycle is None else cycle + 1


def _end(span: StageSpan, branch: Branch, cycle: int | None) -> Mark:
    return Mark(name=_ENDS[span.stage], block=span.ends, branch=branch, cycle=cycle)


def _anew(
    failed: StageSpan,
    cycle: int | None,
    branch: Branch,
    durations: Durations,
    marks: list[Mark],
    elections: dict[Branch, tuple[int, int]],
) -> None:
    """Begin announcing anew where a stage failed, and let everything go well from there."""
    cycle = _next(cycle)
    note = "announcing begins anew; candidacies of the cycle before are void"
    marks.append(Mark(name="announcing-begins", block=failed.ends, branch=branch, cycle=cycle, note=note))
    span = following(failed, durations, fails=True)
    marks.append(_end(span, branch, cycle))
    while span.stage != "revealing":
        span = following(span, durations)
        marks.append(_end(span, branch, cycle))
    _elected(span, cycle, branch, durations, marks, elections)


def _elected(
    revealing: StageSpan,
    cycle: int | None,
    branch: Branch,
    durations: Durations,
    marks: list[Mark],
    elections: dict[Branch, tuple[int, int]],
) -> None:
    """Elect a council where revealing ends, and go on to the next announcing and its election."""
    marks.append(Mark(name="election", block=revealing.ends, branch=branch, cycle=cycle))
    span = following(revealing, durations)
    marks.append(_end(span, branch, _next(cycle)))
    while span.stage != "revealing":
        span = following(span, durations)
    elections[branch] = (revealing.ends, span.ends)
