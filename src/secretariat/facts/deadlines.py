"""Deadlines: until which block and when something can still be done, with the band of the projection, by branch."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from secretariat.facts.council_constants import MAINNET_GENESIS, candidates_needed
from secretariat.facts.council_stages import Announcing, Idle, Revealing, Voting
from secretariat.facts.council_state import CouncilState
from secretariat.facts.election_ways import FOLLOWS, Branch, Mark, possible_branches, ways
from secretariat.facts.pace import Pace, project, seconds_text
from secretariat.facts.proposal_ways import ProposalMark, proposal_marks
from secretariat.facts.schedule import StageSpan

TITLES: Mapping[str, str] = {
    "last-candidacy": "last candidacy",
    "last-vote": "last vote",
    "last-reveal": "last reveal",
    "election": "election",
    "announcing-begins": "announcing begins",
    "last-proposal-vote": "last vote on proposal {proposal}",
    "council-change-rejects": "council change rejects proposal {proposal}",
    "proposal-execution": "execution of proposal {proposal}",
    "dormant-proposal-returns": "dormant proposal {proposal} comes up again",
}
"""Every deadline's name, and the words for it, with the proposal's number where it is about one."""

ACTED_ON = frozenset({"last-candidacy", "last-vote", "last-reveal", "last-proposal-vote"})
"""The deadlines before which somebody has to act; the others tell what the chain will do."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Deadline:
    """One deadline. Times are milliseconds since 1970, UTC, and those of ``block``.

    ``block`` is the block in which the chain acts; an extrinsic must be in ``last_usable_block`` or before. ``open``
    tells whether that block is still to come. ``branch`` says when the deadline holds at all (``MEANINGS``).
    """

    name: str
    block: int
    last_usable_block: int
    at: int
    earliest: int
    latest: int
    branch: Branch
    open: bool
    cycle: int | None = None
    proposal: int | None = None
    note: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Outlook:
    """The answer: the present stage, the branches that can still happen, the deadlines, and what is odd in the state."""

    span: StageSpan
    cycle: int | None
    candidates: int | None
    candidates_needed: int
    branches: tuple[Branch, ...]
    deadlines: tuple[Deadline, ...]
    notes: tuple[str, ...]


def deadlines(state: CouncilState) -> tuple[Deadline, ...]:
    """List every deadline from the state, by branch, then block, then proposal.

    Raises StateWrong when the chain cannot be in this state, PaceUnknown when a block is too far away for a date.
    """
    return outlook(state).deadlines


def outlook(state: CouncilState) -> Outlook:
    """Work out the whole answer. Raises as ``deadlines`` does."""
    found = ways(state)
    head = state.pace.head.block
    marks: list[Mark | ProposalMark] = [*found.marks, *proposal_marks(state.proposals, found.elections, head)]
    listed = [_timed(state, mark) for mark in marks]
    order = list(FOLLOWS)
    listed.sort(
        key=lambda each: (
            order.index(each.branch),
            each.block,
            each.last_usable_block,
            -1 if each.proposal is None else each.proposal,
        )
    )
    possible = possible_branches(state) | {each.branch for each in listed}
    return Outlook(
        span=found.span,
        cycle=found.cycle,
        candidates=_candidates(state),
        candidates_needed=candidates_needed(state.constants),
        branches=tuple(branch for branch in order if branch in possible),
        deadlines=tuple(listed),
        notes=_notes(state),
    )


def _timed(state: CouncilState, mark: Mark | ProposalMark) -> Deadline:
    when = project(state.pace, mark.block)
    last = mark.last_usable if isinstance(mark, ProposalMark) else mark.block - 1
    return Deadline(
        name=mark.name,
        block=mark.block,
        last_usable_block=last,
        at=when.at,
        earliest=when.earliest,
        latest=when.latest,
        branch=mark.branch,
        open=last > state.pace.head.block,
        cycle=mark.cycle if isinstance(mark, Mark) else None,
        proposal=mark.proposal if isinstance(mark, ProposalMark) else None,
        note=mark.note,
    )


def _notes(state: CouncilState) -> tuple[str, ...]:
    """Say what a person should know before relying on the answer."""
    stage, referendum, size = state.council.stage, state.referendum, state.constants.council_size
    notes = list(_notes_on_pace(state.pace))
    if isinstance(stage, Announcing):
        needed = candidates_needed(state.constants)
        if stage.candidates_count < needed:
            notes.append(
                f"As it stands announcing begins anew: {stage.candidates_count} of at least {needed} candidates."
            )
    counted = _candidates(state)
    if None not in (counted, state.candidates) and counted != state.candidates:
        notes.append(
            f"{state.candidates} {'candidate is' if state.candidates == 1 else 'candidates are'} listed, and the chain's stage counts "
            f"{counted}; the chain goes by its own count."
        )
    if isinstance(referendum, Revealing) and (referendum.intermediate_winners or 0) >= size:
        notes.append("Enough candidates have a revealed vote: revealing cannot fail any more.")
    if isinstance(referendum, Voting | Revealing) and referendum.winning_target_count != size:
        notes.append(
            f"The referendum elects {referendum.winning_target_count}, and the constants say a council of {size}; "
            "check that the constants are those of this chain."
        )
    if state.constants_from_spec and state.genesis is not None and state.genesis.lower() != MAINNET_GENESIS:
        notes.append(
            "The genesis is not the main network's, and the constants are those of the main network's runtime; "
            "give constants if this chain's runtime was built with others."
        )
    return tuple(notes)


FEWEST_BLOCKS = 50
"""Five minutes of the main network: over less the pace is more chance than measure."""

FASTEST, SLOWEST = 500, 20_000
"""Milliseconds per block: the main network makes one in 6,000, builds for tests in 1,000."""


def _notes_on_pace(pace: Pace) -> Iterator[str]:
    """Say what makes the times doubtful; the blocks are right all the same."""
    if not FASTEST <= pace.mean <= SLOWEST:
        yield (
            f"The pace is {seconds_text(pace.mean)} s per block, and the main network makes a block in about 6 s: the times below "
            "are as wrong as it is; check block and time of the head and of the earlier blocks."
        )
    if pace.measured_blocks < FEWEST_BLOCKS:
        yield (
            f"The pace is measured over {pace.measured_blocks:,} {'block' if pace.measured_blocks == 1 else 'blocks'} only, so "
            "that the band may be too narrow; give an earlier block, best 14,400 to 100,800 before the head."
        )


def _candidates(state: CouncilState) -> int | None:
    """Count the candidates of the election under way as the chain does; none while it is idle."""
    return None if isinstance(state.council.stage, Idle) else state.council.stage.candidates_count
