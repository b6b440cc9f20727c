"""What a proposal of each type holds besides what all have, by the members of a draft, and within which numbers.

Source: ``ProposalDetails`` of the proposals codex pallet, spec 2004: the fields of each variant and their types.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Member = Literal["group", "lead", "opening", "application", "proposal", "payees", "amount", "figure", "text"]

U32, U128 = 2**32 - 1, 2**128 - 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Content:
    """What a type takes. ``needs`` must be given, ``may`` can be; every other member is foreign to it.

    ``least`` and ``most`` bound amount (base units) or figure by the field's type in the runtime, whatever the constants say. ``beside`` names what the
    type holds that a draft has no member for.
    """

    needs: tuple[Member, ...] = ()
    may: tuple[Member, ...] = ()
    least: int = 0
    most: int = U128
    beside: str = ""

    @property
    def members(self) -> tuple[Member, ...]:
        """Give every member of a draft that the type takes."""
        return (*self.needs, *self.may)


_COUNT = Content(needs=("figure",), most=U32)
_BALANCE = Content(needs=("amount",))
_TEXT = Content(needs=("text",))

CONTENTS: Mapping[str, Content] = {
    "signal": _TEXT,
    "runtime-upgrade": Content(beside="the new runtime's code"),
    "funding-request": Content(needs=("payees",)),
    "set-max-validator-count": _COUNT,
    "create-working-group-lead-opening": Content(
        needs=("group",), beside="the opening's description, its stake and its reward"
    ),
    "fill-working-group-lead-opening": Content(needs=("group", "opening", "application")),
    "update-working-group-budget": Content(needs=("group", "amount"), least=-U128),
    "decrease-working-group-lead-stake": Content(needs=("group", "lead", "amount"), least=1),
    "slash-working-group-lead": Content(needs=("group", "lead", "amount"), least=1),
    "set-working-group-lead-reward": Content(
        needs=("group", "lead", "amount")
    ),  # the chain takes none as well, for no reward: a draft says 0
    "terminate-working-group-lead": Content(needs=("group", "lead"), may=("amount",)),
    "amend-constitution": _TEXT,
    "cancel-working-group-lead-opening": Content(needs=("group", "opening")),
    "set-membership-price": _BALANCE,
    "set-council-budget-increment": _BALANCE,
    "set-councilor-reward": _BALANCE,
    "set-initial-invitation-balance": _BALANCE,
    "set-initial-invitation-count": _COUNT,
    "set-membership-lead-invitation-quota": _COUNT,
    "set-referral-cut": Content(needs=("figure",), most=100),
    "veto": Content(needs=("proposal",)),
    "update-global-nft-limit": Content(beside="the period and the number of NFTs"),
    "update-channel-payouts": Content(beside="the payouts' commitment, payload and limits"),
    "update-pallet-frozen-status": Content(beside="the pallet, and whether it is frozen"),
    "update-token-pallet-token-constraints": Content(beside="the constraints"),
    "update-argo-bridge-constraints": Content(beside="the constraints"),
    "set-era-payout-damping-factor": Content(needs=("figure",), most=100),
    "decrease-council-budget": Content(needs=("amount",), least=1),
}
"""By the query node's word. The fee of a referral and the factor of an era's payout are per cent."""

NOT_ZERO = frozenset({"update-working-group-budget"})
"""Types whose amount may be below 0 and above, and does nothing where it is 0."""
