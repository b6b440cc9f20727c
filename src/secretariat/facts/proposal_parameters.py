"""The parameters a finished proposal was made with: the constants of the runtime that was in force then."""

import json
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass

from secretariat.facts.amounts import Amount
from secretariat.facts.chain_head import ChainHead, RuntimeConstant
from secretariat.facts.past_states import PastState
from secretariat.facts.snapshot import Snapshot

CODEX = "ProposalsCodex."
ODD_NAMES: Mapping[str, str] = {
    "fill-working-group-lead-opening": "FillWorkingGroupOpeningProposalParameters",
    "set-initial-invitation-count": "SetInvitationCountProposalParameters",
    "veto": "VetoProposalProposalParameters",
    "update-pallet-frozen-status": "SetPalletFozenStatusProposalParameters",
    "update-token-pallet-token-constraints": "UpdateTokenPalletTokenConstraints",
    "update-argo-bridge-constraints": "UpdateArgoBridgeConstraints",
}
"""Constants whose name is not that of the type and ``ProposalParameters`` (proposals codex pallet)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Parameters:
    """The parameters of one type of proposal. Periods are blocks, quorums and thresholds per cent, the stake base units.

    ``constitutionality`` is how many councils in a row must approve.
    """

    voting_period: int | None = None
    grace_period: int | None = None
    approval_quorum: int | None = None
    approval_threshold: int | None = None
    slashing_quorum: int | None = None
    slashing_threshold: int | None = None
    required_stake: Amount | None = None
    constitutionality: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Runtimes:
    """Which runtime was in force when, as far as states tell, and the constants of each.

    ``points`` are blocks with the spec version of the runtime that had written the state after them, in rising order.
    """

    points: tuple[tuple[int, int], ...]
    constants: Mapping[tuple[int, str], str]

    def at(self, block: int) -> int | None:
        """Give the spec version in force in a block: that of the states around it where both have the same."""
        place = bisect_left(self.points, (block, -1))
        if not 0 < place < len(self.points):
            return None
        before, after = self.points[place - 1][1], self.points[place][1]
        return before if before == after else None

    def parameters(self, type_: str | None, block: int | None) -> Parameters:
        """Give the parameters that a proposal of a type made in a block has; all unknown where one of these is."""
        spec = None if type_ is None or block is None else self.at(block)
        text = None if spec is None else self.constants.get((spec, CODEX + constant_of(type_ or "")))
        return parameters_in(text)


def parameters_in(text: str | None) -> Parameters:
    """Read the parameters out of a constant's JSON; what is not there, or no whole number, is unknown."""
    values = None if text is None else json.loads(text)
    if not isinstance(values, dict):
        return Parameters()
    stake = _whole(values, "required_stake")
    return Parameters(
        voting_period=_whole(values, "voting_period"),
        grace_period=_whole(values, "grace_period"),
        approval_quorum=_whole(values, "approval_quorum_percentage"),
        approval_threshold=_whole(values, "approval_threshold_percentage"),
        slashing_quorum=_whole(values, "slashing_quorum_percentage"),
        slashing_threshold=_whole(values, "slashing_threshold_percentage"),
        required_stake=None if stake is None else Amount(stake),
        constitutionality=_whole(values, "constitutionality"),
    )


def constant_of(type_: str) -> str:
    """Give the name of the constant that has the parameters of a type of proposal."""
    return ODD_NAMES.get(type_) or "".join(part.capitalize() for part in type_.split("-")) + "ProposalParameters"


def runtimes(snapshot: Snapshot) -> Runtimes:
    """Gather what states of the past and the head tell of runtimes."""
    points = {one.line: one.fact.spec_version for one in snapshot.of(PastState) if one.fact.spec_version is not None}
    points.update((one.fact.block, one.fact.spec_version) for one in snapshot.of(ChainHead))
    constants = {
        (one.fact.spec_version, one.fact.name): one.fact.value
        for one in snapshot.of(RuntimeConstant)
        if one.fact.name.startswith(CODEX)
    }
    return Runtimes(points=tuple(sorted(points.items())), constants=constants)


def _whole(values: Mapping[str, object], name: str) -> int | None:
    found = values.get(name)
    return found if type(found) is int else None
