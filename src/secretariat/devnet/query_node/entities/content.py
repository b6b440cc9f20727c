"""Channels, videos, NFTs and stored objects, as far as growth is counted by them."""

ENTITIES = """
Channel
  ownerMember Membership < channels
  title String
  description String
  activeVideosCounter Int!
  coverPhoto StorageDataObject
  avatarPhoto StorageDataObject
  isPublic Boolean
  isCensored Boolean!
  createdInBlock Int!
  bannedMembers [Membership!]! <> memberBannedFromChannels
  rewardAccount String!
  channelStateBloatBond BigInt!
  privilegeLevel Int
  cumulativeRewardClaimed BigInt
  totalVideosCreated Int!
Video
  channel Channel! < videos
  title String
  description String
  duration Int
  thumbnailPhoto StorageDataObject <1 videoThumbnail
  hasMarketing Boolean
  publishedBeforeJoystream DateTime
  isPublic Boolean
  isCensored Boolean!
  nft OwnedNft <1! video
  isExplicit Boolean
  media StorageDataObject <1 videoMedia
  videoStateBloatBond BigInt!
  createdInBlock Int!
  isCommentSectionEnabled Boolean!
  commentsCount Int!
  isReactionFeatureEnabled Boolean!
  reactionsCount Int!
  ytVideoId String
  isShort Boolean
OwnedNft
  ownerMember Membership < ownedNfts
  metadata String!
  transactionalStatus TransactionalStatus
  creatorRoyalty Float
  isOwnedByChannel Boolean!
  creatorChannel Channel!
  lastSalePrice BigInt
  lastSaleDate DateTime
NftIssuedEvent
  contentActor ContentActor!
  video Video!
  royalty Float
  metadata String!
  ownerMember Membership
NftBoughtEvent
  video Video!
  member Membership!
  ownerMember Membership
  price BigInt!
ChannelRewardClaimedEvent
  channel Channel! < claimedRewards
  amount BigInt!
ChannelRewardClaimedAndWithdrawnEvent
  channel Channel!
  amount BigInt!
  account String
  actor ContentActor!
StorageBag
  objectsSize BigInt!
  storageBuckets [StorageBucket!]! <> bags
  owner StorageBagOwner!
StorageBucket
  operatorStatus StorageBucketOperatorStatus!
  acceptingNewBags Boolean!
  dataObjectsSizeLimit BigInt!
  dataObjectCountLimit BigInt!
  dataObjectsCount BigInt!
  dataObjectsSize BigInt!
StorageDataObject
  isAccepted Boolean!
  size BigInt!
  storageBag StorageBag! < objects
  ipfsHash String!
  type DataObjectType!
  stateBloatBond BigInt!
  unsetAt DateTime
"""

ENUMS: dict[str, str] = {}

UNIONS = {
    "ContentActor": "ContentActorMember ContentActorLead",
    "TransactionalStatus": "TransactionalStatusIdle TransactionalStatusInitiatedOfferToMember TransactionalStatusBuyNow",
    "StorageBagOwner": (
        "StorageBagOwnerCouncil StorageBagOwnerWorkingGroup StorageBagOwnerMember StorageBagOwnerChannel "
        "StorageBagOwnerDAO"
    ),
    "StorageBucketOperatorStatus": (
        "StorageBucketOperatorStatusMissing StorageBucketOperatorStatusInvited StorageBucketOperatorStatusActive"
    ),
    "DataObjectType": (
        "DataObjectTypeChannelAvatar DataObjectTypeChannelCoverPhoto DataObjectTypeVideoMedia "
        "DataObjectTypeVideoThumbnail DataObjectTypeChannelPayoutsPayload DataObjectTypeUnknown"
    ),
}

MEMBERS = """
ContentActorMember
  dummy Int
  member Membership
ContentActorLead
  dummy Int
TransactionalStatusIdle
  dummy Int
TransactionalStatusInitiatedOfferToMember
  memberId Int!
  price BigInt
TransactionalStatusBuyNow
  price BigInt!
StorageBagOwnerCouncil
StorageBagOwnerWorkingGroup
  workingGroupId String
StorageBagOwnerMember
  memberId Int
StorageBagOwnerChannel
  channelId Int
StorageBagOwnerDAO
  daoId Int
StorageBucketOperatorStatusMissing
StorageBucketOperatorStatusInvited
  workerId Int!
StorageBucketOperatorStatusActive
  workerId Int!
  transactorAccountId String!
DataObjectTypeChannelAvatar
  channel Channel
DataObjectTypeChannelCoverPhoto
  channel Channel
DataObjectTypeVideoMedia
  video Video
DataObjectTypeVideoThumbnail
  video Video
DataObjectTypeChannelPayoutsPayload
DataObjectTypeUnknown
"""
