"""A guide: what a proposal of one type costs, needs and risks by the constants of the runtime in force, as figures."""

from dataclasses import dataclass
from typing import Literal

from secretariat.facts.proposal_outcomes import VotingRule, voting_rule
from secretariat.facts.proposal_parameters import CODEX, Parameters, constant_of
from secretariat.facts.proposal_types import PROPOSAL_TYPES, ProposalType
from secretariat.facts.runtime_constants import InForce
from secretariat.facts.votes_needed import VotesNeeded, approvals_needed, slashes_needed

Standing = Literal["can be filed", "refused", "not in this runtime", "not known"]

REJECTION_FEE, CANCELLATION_FEE = "ProposalsEngine.RejectionFee", "ProposalsEngine.CancellationFee"


@dataclass(frozen=True, kw_only=True, slots=True)
class Guide:
    """The figures of one type. Fees and stake are base units, periods blocks; what is unknown is None.

    ``standing`` tells whether somebody can file one; ``why_not`` says it in a sentence where nobody can. ``seats`` is the size of the
    council that ``approvals`` and ``slashes`` are worked out for.
    """

    type: ProposalType
    spec_version: int | None
    standing: Standing
    why_not: str
    parameters: Parameters
    seats: int | None
    approvals: VotesNeeded | None
    slashes: VotesNeeded | None
    rejection_fee: int | None
    cancellation_fee: int | None
    source: str

    @property
    def longest(self) -> int | None:
        """Give the blocks from filing to execution when the last vote that counts approves: the votes are counted a block later."""
        voting, grace = self.parameters.voting_period, self.parameters.grace_period
        return None if voting is None or grace is None else voting + grace


def guides_of(runtime: InForce, seats: int | None) -> tuple[Guide, ...]:
    """Give the guides of all types, in the order of the chain's variants."""
    return tuple(guide_of(each, runtime, seats) for each in PROPOSAL_TYPES)


def guide_of(type_: ProposalType, runtime: InForce, seats: int | None) -> Guide:
    """Give the guide of one type by a runtime's constants, for a council of so many seats."""
    parameters = runtime.parameters(type_.name)
    rule = rule_of(parameters)
    standing, why_not = _standing(type_, runtime)
    return Guide(
        type=type_,
        spec_version=runtime.spec_version,
        standing=standing,
        why_not=why_not,
        parameters=parameters,
        seats=seats,
        approvals=None if rule is None or not seats else approvals_needed(rule, seats),
        slashes=None if rule is None or not seats else slashes_needed(rule, seats),
        rejection_fee=runtime.number(REJECTION_FEE),
        cancellation_fee=runtime.number(CANCELLATION_FEE),
        source=runtime.source(CODEX + constant_of(type_.name)),
    )


def rule_of(parameters: Parameters) -> VotingRule | None:
    """Give quorums and thresholds; None where one is unknown."""
    return voting_rule(
        parameters.approval_quorum,
        parameters.approval_threshold,
        parameters.slashing_quorum,
        parameters.slashing_threshold,
    )


def _standing(type_: ProposalType, runtime: InForce) -> tuple[Standing, str]:
    if type_.refused:
        return "refused", type_.refused
    if runtime.text(CODEX + constant_of(type_.name)) is not None:
        return "can be filed", ""
    if any(name.startswith(CODEX) for name in runtime.constants):
        return (
            "not in this runtime",
            f"The runtime of spec version {runtime.spec_version} has no proposals of this type.",
        )
    return "not known", "The constants of the runtime in force were not read, so nothing is known of this type."
