"""The 28 types of proposal of the runtime: what each is about, and which of them act on a person.

Source: ``ProposalDetails`` of the proposals codex pallet, spec 2004.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Addressee = Literal["group", "lead", "opening", "application", "proposal"]


@dataclass(frozen=True, kw_only=True, slots=True)
class ProposalType:
    """One type. ``name`` is the query node's word in small letters, ``variant`` the chain's.

    ``addressees`` is whom or what a proposal of it must name. ``personnel`` tells that it is about a person: hires, pays, slashes or
    dismisses a lead, or takes an opening back; a veto is about a proposal. ``refused`` says why the runtime lets nobody file one.
    """

    name: str
    variant: str
    addressees: tuple[Addressee, ...] = ()
    personnel: bool = False
    refused: str = ""

    @property
    def words(self) -> str:
        """Say it: ``Funding request``."""
        return type_words(self.name)


_FILTERED = (
    "The runtime's call filter refuses proposals of this type: nobody can file one, whatever the parameters say."
)


def _type(
    variant: str, name: str = "", *addressees: Addressee, personnel: bool = False, refused: str = ""
) -> ProposalType:
    return ProposalType(
        name=name or _word(variant), variant=variant, addressees=addressees, personnel=personnel, refused=refused
    )


def _word(variant: str) -> str:
    return "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in variant).lstrip("-")


PROPOSAL_TYPES: tuple[ProposalType, ...] = (
    _type("Signal"),
    _type("RuntimeUpgrade"),
    _type("FundingRequest"),
    _type("SetMaxValidatorCount"),
    _type("CreateWorkingGroupLeadOpening", "", "group"),
    _type("FillWorkingGroupLeadOpening", "", "group", "opening", "application", personnel=True),
    _type("UpdateWorkingGroupBudget", "", "group"),
    _type("DecreaseWorkingGroupLeadStake", "", "group", "lead", personnel=True),
    _type("SlashWorkingGroupLead", "", "group", "lead", personnel=True),
    _type("SetWorkingGroupLeadReward", "", "group", "lead", personnel=True),
    _type("TerminateWorkingGroupLead", "", "group", "lead", personnel=True),
    _type("AmendConstitution"),
    _type("CancelWorkingGroupLeadOpening", "", "group", "opening", personnel=True),
    _type("SetMembershipPrice"),
    _type("SetCouncilBudgetIncrement"),
    _type("SetCouncilorReward"),
    _type("SetInitialInvitationBalance"),
    _type("SetInitialInvitationCount"),
    _type("SetMembershipLeadInvitationQuota"),
    _type("SetReferralCut"),
    _type("VetoProposal", "veto", "proposal"),
    _type("UpdateGlobalNftLimit", refused=_FILTERED),
    _type("UpdateChannelPayouts"),
    _type("SetPalletFozenStatus", "update-pallet-frozen-status"),
    _type("UpdateTokenPalletTokenConstraints"),
    _type("UpdateArgoBridgeConstraints"),
    _type("SetEraPayoutDampingFactor"),
    _type("DecreaseCouncilBudget"),
)
"""In the order of the chain's variants."""

BY_NAME: Mapping[str, ProposalType] = {one.name: one for one in PROPOSAL_TYPES}
BY_VARIANT: Mapping[str, ProposalType] = {one.variant: one for one in PROPOSAL_TYPES}


NO_TITLE, NO_PROPOSER = "title not known yet", "an unknown member"
"""What is said of a proposal in the place of what the query node does not know yet."""


def type_words(type_: str | None) -> str:
    """Say a type: ``Funding request``; without one known, that it is not known yet."""
    if not type_:
        return "Type not known yet"
    words = type_.replace("-", " ")
    return words[:1].upper() + words[1:]
