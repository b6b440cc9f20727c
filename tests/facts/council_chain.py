"""A chain of council elections and proposals, carried out block by block by the pallets' rules, to hold deadlines against.

Written from the pallets alone (council 19, referendum 20, proposals engine 29, in this order in every block, before the
block's extrinsics) and sharing nothing with the product but the state it starts from.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from secretariat.facts.council_stages import Announcing, Idle, Revealing, Voting
from secretariat.facts.council_state import CouncilState, OpenProposal


@dataclass
class Proposal:
    """One proposal as it changes; ``approving`` says that its votes approve it when they are counted next."""

    of: OpenProposal
    status: str
    activated_at: int
    confirmations: int
    approved_at: int | None
    approving: bool = False
    ended: tuple[str, int] | None = None


@dataclass
class Chain:
    """The state after a block. ``announcings`` and ``reveals`` tell how the next ones end: True well; then all end well."""

    block: int
    state: CouncilState
    announcings: list[bool] = field(default_factory=list)
    reveals: list[bool] = field(default_factory=list)
    events: list[tuple[str, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        stage, referendum = self.state.council.stage, self.state.referendum
        if isinstance(referendum, Voting | Revealing):
            self.stage, self.ends = type(referendum).__name__.lower(), referendum.ends_at
        else:
            assert isinstance(stage, Announcing | Idle)
            self.stage, self.ends = type(stage).__name__.lower(), stage.ends_at
        self.proposals = [
            Proposal(
                of=one,
                status=one.status,
                activated_at=one.activated_at,
                confirmations=one.council_confirmations,
                approved_at=one.approved_at,
            )
            for one in self.state.proposals
        ]

    def run(self, last: int, extrinsics: Callable[["Chain"], None] = lambda _: None) -> "Chain":
        """Carry out every block up to one; ``extrinsics`` are those of each block, after its hooks."""
        while self.block < last:
            self.block += 1
            self._elections()
            self._proposals()
            extrinsics(self)
        return self

    def _elections(self) -> None:
        if self.block != self.ends:
            return
        ending = self.stage
        if ending == "idle":
            self._begin_announcing()
        elif ending == "announcing":
            self._said("last-candidacy")
            if self.announcings.pop(0) if self.announcings else True:
                self.stage, self.ends = "voting", self.block + self.state.constants.vote_stage_duration
            else:
                self._begin_announcing()
        elif ending == "voting":
            self._said("last-vote")
            self.stage, self.ends = "revealing", self.block + self.state.constants.reveal_stage_duration
        else:
            self._said("last-reveal")
            self._elect() if (self.reveals.pop(0) if self.reveals else True) else self._begin_announcing()

    def _begin_announcing(self) -> None:
        self._said("announcing-begins")
        self.stage, self.ends = "announcing", self.block + self.state.constants.announcing_period_duration

    def _elect(self) -> None:
        self._said("election")
        self.stage, self.ends = "idle", self.block + self.state.constants.idle_period_duration
        for one in self.proposals:
            if one.status == "active":
                one.status, one.ended = "ended", ("council-change", self.block)
            elif one.status == "pending-constitutionality":
                one.status, one.activated_at, one.approving = "active", self.block, False

    def _said(self, name: str) -> None:
        self.events.append((name, self.block))

    def _proposals(self) -> None:
        for one in self.proposals:
            if one.status == "active":
                self._decide(one)
            if one.status == "pending-execution":
                assert one.approved_at is not None
                if self.block >= max(one.approved_at + one.of.grace_period, one.of.exact_execution_block or 0):
                    one.status, one.ended = "ended", ("executed", self.block)

    def _decide(self, one: Proposal) -> None:
        if one.approving:
            one.confirmations += 1
            one.approving = False
            enough = one.confirmations >= one.of.constitutionality
            one.status = "pending-execution" if enough else "pending-constitutionality"
            one.approved_at = self.block
        elif self.block >= one.activated_at + one.of.voting_period:
            one.status, one.ended = "ended", ("expired", self.block)
