"""The two stored stages of a council election, and the one stage a person sees.

As ``Council.Stage`` and ``Referendum.Stage`` (instance 1) are decoded from storage: the types are those of
``joy:runtime-modules/council/src/lib.rs`` and ``joy:runtime-modules/referendum/src/lib.rs``.
"""

from dataclasses import dataclass

from secretariat.errors import SecretariatError
from secretariat.facts.schedule import StageName, StageSpan


class StateWrong(SecretariatError):
    """A state that the chain cannot be in. ``place`` names the value, in the words of the state's contract."""

    def __init__(self, place: str, what: str) -> None:
        """Keep the place beside the message, so that a reader of files can name it in the file's spelling."""
        super().__init__(f"{place}: {what}")
        self.place = place
        self.what = what


@dataclass(frozen=True, kw_only=True, slots=True)
class Announcing:
    """Candidacies are announced until block ``ends_at``."""

    candidates_count: int
    ends_at: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Election:
    """Votes are cast and revealed; the referendum's stage says which, and until when."""

    candidates_count: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Idle:
    """No election until block ``ends_at``."""

    ends_at: int


@dataclass(frozen=True, kw_only=True, slots=True)
class CouncilStage:
    """``Council.Stage``: the stage, and the block in which it began."""

    stage: Announcing | Election | Idle
    changed_at: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Inactive:
    """No referendum."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Voting:
    """Sealed votes are cast until block ``ends_at``."""

    started: int
    winning_target_count: int
    current_cycle_id: int
    ends_at: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Revealing:
    """Votes are revealed until block ``ends_at``. ``intermediate_winners`` counts candidates with a revealed vote."""

    started: int
    winning_target_count: int
    current_cycle_id: int
    ends_at: int
    intermediate_winners: int | None = None


ReferendumStage = Inactive | Voting | Revealing


def current_span(council: CouncilStage, referendum: ReferendumStage, head: int) -> StageSpan:
    """Give the one stage a person sees, with its stored end, as of the state after block ``head``.

    Raises StateWrong for a pair of stages that cannot be stored together, and for a stage that has ended already or
    has not begun: each hook acts in the block that equals ``ends_at``, so after it another stage is stored.
    """
    if council.changed_at > head:
        raise StateWrong(
            "council_stage.changed_at",
            f"the stage began in block {council.changed_at:,}, after the head {head:,}; give a head that goes with the stages",
        )
    if isinstance(council.stage, Election):
        return _election_span(council, council.stage, referendum, head)
    if not isinstance(referendum, Inactive):
        raise StateWrong(
            "referendum_stage",
            f"it is {_name(referendum)} while the council's stage is {_name(council.stage)}; outside an election it is Inactive",
        )
    name: StageName = "announcing" if isinstance(council.stage, Announcing) else "idle"
    place = f"council_stage.stage.{_name(council.stage)}"
    return _span(name, council.changed_at, council.stage.ends_at, head, place)


def _election_span(council: CouncilStage, election: Election, referendum: ReferendumStage, head: int) -> StageSpan:
    if isinstance(referendum, Inactive):
        raise StateWrong(
            "referendum_stage",
            "it is Inactive while the council's stage is Election; during an election it is Voting or Revealing",
        )
    place = f"referendum_stage.{_name(referendum)}"
    if referendum.started > head:
        raise StateWrong(
            f"{place}.started",
            f"the stage began in block {referendum.started:,}, after the head {head:,}; give a head that goes with the stages",
        )
    if referendum.started < council.changed_at:
        raise StateWrong(
            f"{place}.started",
            f"it is block {referendum.started:,}, before the election began in block {council.changed_at:,} (council_stage.changed_at)",
        )
    _check_candidates(election, referendum, place)
    name: StageName = "voting" if isinstance(referendum, Voting) else "revealing"
    return _span(name, referendum.started, referendum.ends_at, head, place)


def _check_candidates(election: Election, referendum: Voting | Revealing, place: str) -> None:
    """Raise StateWrong for candidates and winners that do not go together.

    An election begins with at least as many candidates as it has seats, and nobody can withdraw in it
    (``end_announcement_period``, ``withdraw_candidacy``); the winners of the moment are at most as many candidates as there
    are seats (``try_winner_insert`` in ``joy:runtime-modules/referendum/src/lib.rs``).
    """
    seats, stood = referendum.winning_target_count, election.candidates_count
    if seats < 1:
        raise StateWrong(f"{place}.winning_target_count", "it is 0, and a council has a seat at least")
    if stood < seats:
        raise StateWrong(
            "council_stage.stage.Election.candidates_count",
            f"it is {stood}, and {seats} are elected (winning_target_count): with fewer candidates than seats announcing begins "
            "anew, and no election",
        )
    winners = referendum.intermediate_winners if isinstance(referendum, Revealing) else None
    if winners is not None and winners > seats:
        raise StateWrong(
            f"{place}.intermediate_winners",
            f"they are {winners}, and no more than {seats} are kept (winning_target_count); give those of the stage, not all "
            "candidates",
        )


def _span(name: StageName, begins: int, ends: int, head: int, place: str) -> StageSpan:
    if ends <= head:
        raise StateWrong(
            f"{place}.ends_at",
            f"the stage ended in block {ends:,}, and the head is {head:,}: in that block another stage was stored; "
            "read the stages at the head",
        )
    return StageSpan(stage=name, begins=begins, ends=ends)


def _name(stage: object) -> str:
    return type(stage).__name__
