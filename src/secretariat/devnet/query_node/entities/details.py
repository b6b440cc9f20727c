"""What each type of proposal asks for."""

MEMBERS = """
SignalProposalDetails
  text String!
RuntimeUpgradeProposalDetails
  newRuntimeBytecode RuntimeWasmBytecode
FundingRequestProposalDetails
  destinationsList FundingRequestDestinationsList
SetMaxValidatorCountProposalDetails
  newMaxValidatorCount Int!
CreateWorkingGroupLeadOpeningProposalDetails
  metadata WorkingGroupOpeningMetadata
  stakeAmount BigInt!
  unstakingPeriod Int!
  rewardPerBlock BigInt!
  group WorkingGroup
FillWorkingGroupLeadOpeningProposalDetails
  opening WorkingGroupOpening
  application WorkingGroupApplication
UpdateWorkingGroupBudgetProposalDetails
  amount BigInt!
  group WorkingGroup
DecreaseWorkingGroupLeadStakeProposalDetails
  lead Worker
  amount BigInt!
SlashWorkingGroupLeadProposalDetails
  lead Worker
  amount BigInt!
SetWorkingGroupLeadRewardProposalDetails
  lead Worker
  newRewardPerBlock BigInt!
TerminateWorkingGroupLeadProposalDetails
  lead Worker
  slashingAmount BigInt
AmendConstitutionProposalDetails
  text String!
CancelWorkingGroupLeadOpeningProposalDetails
  opening WorkingGroupOpening
SetMembershipPriceProposalDetails
  newPrice BigInt!
SetCouncilBudgetIncrementProposalDetails
  newAmount BigInt!
SetCouncilorRewardProposalDetails
  newRewardPerBlock BigInt!
SetInitialInvitationBalanceProposalDetails
  newInitialInvitationBalance BigInt!
SetInitialInvitationCountProposalDetails
  newInitialInvitationsCount Int!
SetMembershipLeadInvitationQuotaProposalDetails
  newLeadInvitationQuota Int!
SetReferralCutProposalDetails
  newReferralCut Int!
VetoProposalDetails
  proposal Proposal
UpdateChannelPayoutsProposalDetails
  commitment String
  minCashoutAllowed BigInt
  maxCashoutAllowed BigInt
  channelCashoutsEnabled Boolean
  payloadHash String
UpdatePalletFrozenStatusProposalDetails
  frozen Boolean!
  pallet String!
UpdateGlobalNftLimitProposalDetails
  newDailyNftLimit Int
  newWeeklyNftLimit Int
DecreaseCouncilBudgetProposalDetails
  amount BigInt!
UpdateTokenPalletTokenConstraintsProposalDetails
  maxYearlyRate Int
  minAmmSlope BigInt
  minSaleDuration Int
  minRevenueSplitDuration Int
  minRevenueSplitTimeToStart Int
  salePlatformFee Int
  ammBuyTxFees Int
  ammSellTxFees Int
  bloatBond BigInt
SetEraPayoutDampingFactorProposalDetails
  dampingFactor Int!
UpdateArgoBridgeConstraintsProposalDetails
  operatorAccount String
  pauserAccounts [String!]
  bridgingFee BigInt
  thawnDuration Int
  remoteChains [Int!]
"""

UNIONS = {"ProposalDetails": " ".join(line for line in MEMBERS.splitlines() if line and not line.startswith(" "))}
