"""Memberships, what members say of themselves, and the events of the membership pallet."""

_BORN = """
  rootAccount String!
  controllerAccount String!
  handle String!
  metadata MemberMetadata!
"""
"""What each event tells in which somebody becomes a member."""

ENTITIES = f"""
Membership
  handleRaw String! unique
  handle String!
  metadata MemberMetadata! <1 member
  controllerAccount String!
  rootAccount String!
  entry MembershipEntryMethod!
  isVerified Boolean!
  boundAccounts [String!]!
  inviteCount Int!
  invitedBy Membership < invitees
  referredBy Membership < referredMembers
  isFoundingMember Boolean!
  isCouncilMember Boolean!
  totalChannelsCreated Int!
MemberMetadata
  name String
  avatar Avatar
  about String
  isVerifiedValidator Boolean
MembershipExternalResource
  type MembershipExternalResourceType!
  value String!
  memberMetadata MemberMetadata! <? externalResources
  member Membership <? externalResources
MembershipBoughtEvent
  newMember Membership!
{_BORN}
  referrer Membership
MembershipGiftedEvent
  newMember Membership!
{_BORN}
MemberInvitedEvent
  invitingMember Membership!
  newMember Membership!
{_BORN}
  initialBalance BigInt!
MemberCreatedEvent
  newMember Membership!
{_BORN}
  isFoundingMember Boolean!
MemberProfileUpdatedEvent
  member Membership!
  newHandle String
  newHandleRaw String
  newMetadata MemberMetadata!
MemberAccountsUpdatedEvent
  member Membership!
  newRootAccount String
  newControllerAccount String
MemberVerificationStatusUpdatedEvent
  member Membership!
  worker Worker!
  isVerified Boolean!
InvitesTransferredEvent
  sourceMember Membership!
  targetMember Membership!
  numberOfInvites Int!
StakingAccountAddedEvent
  member Membership!
  account String!
StakingAccountConfirmedEvent
  member Membership!
  account String!
StakingAccountRemovedEvent
  member Membership!
  account String!
MembershipPriceUpdatedEvent
  newPrice BigInt!
ReferralCutUpdatedEvent
  newValue Int!
InitialInvitationBalanceUpdatedEvent
  newInitialBalance BigInt!
InitialInvitationCountUpdatedEvent
  newInitialInvitationCount Int!
LeaderInvitationQuotaUpdatedEvent
  newInvitationQuota Int!
"""

ENUMS = {
    "MembershipExternalResourceType": (
        "EMAIL HYPERLINK TWITTER TELEGRAM DISCORD FACEBOOK YOUTUBE MATRIX IRC WECHAT WHATSAPP LINKEDIN GITHUB"
    ),
}

UNIONS = {
    "MembershipEntryMethod": (
        "MembershipEntryPaid MembershipEntryInvited MembershipEntryGifted MembershipEntryMemberCreated "
        "MembershipEntryGenesis"
    ),
    "Avatar": "AvatarObject AvatarUri",
}

MEMBERS = """
MembershipEntryPaid
  membershipBoughtEvent MembershipBoughtEvent
MembershipEntryInvited
  memberInvitedEvent MemberInvitedEvent
MembershipEntryGifted
  membershipGiftedEvent MembershipGiftedEvent
MembershipEntryMemberCreated
  memberCreatedEvent MemberCreatedEvent
MembershipEntryGenesis
AvatarObject
  avatarObject StorageDataObject
AvatarUri
  avatarUri String!
"""
