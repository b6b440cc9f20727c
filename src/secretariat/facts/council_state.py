"""What deadlines are worked out from: the chain's council and proposals as of one block, and the pace."""

from dataclasses import dataclass
from typing import Literal

from secretariat.facts.council_constants import CouncilConstants
from secretariat.facts.council_stages import CouncilStage, ReferendumStage
from secretariat.facts.pace import Pace

ProposalStatus = Literal["active", "pending-execution", "pending-constitutionality"]


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenProposal:
    """One proposal of ``ProposalsEngine.Proposals``; finished ones are not in storage.

    ``approved_at`` is the block in which it was approved (``PendingExecution``). ``council_confirmations`` counts the
    councils that have approved it, of ``constitutionality`` that must.
    """

    number: int
    title: str | None
    status: ProposalStatus
    activated_at: int
    voting_period: int
    grace_period: int
    constitutionality: int = 1
    council_confirmations: int = 0
    exact_execution_block: int | None = None
    approved_at: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class CouncilState:
    """The state after the head's block.

    ``cycle`` is the chain's ``AnnouncementPeriodNr`` where it is known. ``candidates`` counts the candidates of the
    present cycle as read beside the stage; the chain itself goes by the count in its stage.
    """

    pace: Pace
    constants: CouncilConstants
    council: CouncilStage
    referendum: ReferendumStage
    cycle: int | None = None
    candidates: int | None = None
    proposals: tuple[OpenProposal, ...] = ()
    genesis: str | None = None
    constants_from_spec: bool = False
