"""Channels, videos and stored objects: what is deleted on the chain is gone here, too, and past totals with it."""

from typing import Any

from secretariat.devnet.chain.kernel import Event
from secretariat.devnet.query_node.mappings.values import (
    Mapping,
    account,
    key,
    of_type,
    optional_key,
    text,
    told,
    variant,
)
from secretariat.devnet.query_node.orders import Row
from secretariat.devnet.query_node.store import Store


def _actor(actor: Any) -> Row:
    """Give who acted; curators act as the lead, since their groups are not kept here."""
    kind, content = variant(actor)
    return of_type("ContentActorMember", memberId=key(content)) if kind == "Member" else of_type("ContentActorLead")


def _gone(kind: str, place: int) -> Mapping:
    """Make the mapping of an event by which a row goes."""

    def mapping(store: Store, event: Event) -> None:
        row = store[kind].get(key(event.values[place]))
        if row is not None:
            store.remove(kind, row)

    return mapping


def channel_created(store: Store, event: Event) -> None:
    """Add a channel."""
    number, channel, _, reward_account = event.values
    kind, owner = variant(channel["owner"])
    store.add(
        "Channel",
        key(number),
        ownerMemberId=key(owner) if kind == "Member" else None,
        activeVideosCounter=0,
        isCensored=False,
        createdInBlock=store.block,
        bannedMembers=[],
        rewardAccount=account(reward_account),
        channelStateBloatBond=channel["channel_state_bloat_bond"]["amount"],
        privilegeLevel=channel["privilege_level"],
        cumulativeRewardClaimed=channel["cumulative_reward_claimed"],
        totalVideosCreated=channel["num_videos"],
    )


def video_created(store: Store, event: Event) -> None:
    """Add a video, and count it for its channel."""
    _, channel_number, number, params, _ = event.values
    channel = store.row("Channel", key(channel_number))
    store.change("Channel", channel, totalVideosCreated=channel["totalVideosCreated"] + 1)
    store.add(
        "Video",
        key(number),
        channelId=channel["id"],
        isCensored=False,
        videoStateBloatBond=params["expected_video_state_bloat_bond"],
        createdInBlock=store.block,
        isCommentSectionEnabled=True,
        commentsCount=0,
        isReactionFeatureEnabled=True,
        reactionsCount=0,
    )


def channel_reward_updated(store: Store, event: Event) -> None:
    """Claim a channel's reward."""
    cumulative, amount, number = event.values
    told(store, event, "ChannelRewardClaimedEvent", channelId=key(number), amount=amount)
    channel = store["Channel"].get(key(number))
    if channel is not None:
        store.change("Channel", channel, cumulativeRewardClaimed=cumulative)


def channel_reward_claimed_and_withdrawn(store: Store, event: Event) -> None:
    """Claim a channel's reward and pay it out."""
    actor, number, amount, destination = event.values
    kind, content = variant(destination)
    told(
        store,
        event,
        "ChannelRewardClaimedAndWithdrawnEvent",
        channelId=key(number),
        amount=amount,
        account=account(content) if kind == "AccountId" else None,
        actor=_actor(actor),
    )


def nft_issued(store: Store, event: Event) -> None:
    """Issue a video's NFT, to its channel's owner unless another member is named."""
    actor, number, params = event.values
    video = store.row("Video", key(number))
    channel = store["Channel"].get(video["channelId"]) or {}
    other = optional_key(params["non_channel_owner"])
    owner = other or channel.get("ownerMemberId")
    royalty = None if params["royalty"] is None else params["royalty"] / 10_000_000
    metadata = text(params["nft_metadata"])
    status, content = variant(params["init_transactional_status"])
    store.add(
        "OwnedNft",
        video["id"],
        ownerMemberId=owner,
        metadata=metadata,
        transactionalStatus=of_type("TransactionalStatusBuyNow", price=content)
        if status == "BuyNow"
        else of_type("TransactionalStatusIdle"),
        creatorRoyalty=royalty,
        isOwnedByChannel=other is None,
        creatorChannelId=video["channelId"],
    )
    store.change("Video", video, nftId=video["id"])
    told(
        store,
        event,
        "NftIssuedEvent",
        contentActor=_actor(actor),
        videoId=video["id"],
        royalty=royalty,
        metadata=metadata,
        ownerMemberId=owner,
    )


def nft_sell_order_made(store: Store, event: Event) -> None:
    """Offer an NFT at a price."""
    nft = store.row("OwnedNft", key(event.values[0]))
    status = of_type("TransactionalStatusBuyNow", price=event.values[2])
    store.change("OwnedNft", nft, transactionalStatus=status)


def nft_bought(store: Store, event: Event) -> None:
    """Sell an NFT at the price it was offered for."""
    number, member = event.values
    nft = store.row("OwnedNft", key(number))
    price = (nft.get("transactionalStatus") or {}).get("price") or 0
    told(
        store,
        event,
        "NftBoughtEvent",
        videoId=nft["id"],
        memberId=key(member),
        ownerMemberId=nft.get("ownerMemberId"),
        price=price,
    )
    store.change(
        "OwnedNft",
        nft,
        ownerMemberId=key(member),
        isOwnedByChannel=False,
        transactionalStatus=of_type("TransactionalStatusIdle"),
        lastSalePrice=price,
        lastSaleDate=store.milliseconds,
    )


# ------------------------------------------------------------------------------ storage


def storage_bucket_created(store: Store, event: Event) -> None:
    """Add a storage bucket."""
    number, invited, accepting, size_limit, count_limit = event.values
    status = of_type("StorageBucketOperatorStatusMissing")
    if invited is not None:
        status = of_type("StorageBucketOperatorStatusInvited", workerId=invited)
    store.add(
        "StorageBucket",
        key(number),
        operatorStatus=status,
        acceptingNewBags=accepting,
        dataObjectsSizeLimit=size_limit,
        dataObjectCountLimit=count_limit,
        dataObjectsCount=0,
        dataObjectsSize=0,
    )


def storage_bucket_invitation_accepted(store: Store, event: Event) -> None:
    """Let an operator begin."""
    number, worker, transactor = event.values
    status = of_type("StorageBucketOperatorStatusActive", workerId=worker, transactorAccountId=account(transactor))
    store.change("StorageBucket", store.row("StorageBucket", key(number)), operatorStatus=status)


def voucher_changed(store: Store, event: Event) -> None:
    """Set what a bucket holds and may hold."""
    number, voucher = event.values
    store.change(
        "StorageBucket",
        store.row("StorageBucket", key(number)),
        dataObjectsSizeLimit=voucher["size_limit"],
        dataObjectCountLimit=voucher["objects_limit"],
        dataObjectsSize=voucher["size_used"],
        dataObjectsCount=voucher["objects_used"],
    )


MAPPINGS: dict[str, Mapping] = {
    "Content.ChannelCreated": channel_created,
    "Content.ChannelDeleted": _gone("Channel", 1),
    "Content.VideoCreated": video_created,
    "Content.VideoDeleted": _gone("Video", 1),
    "Content.ChannelRewardUpdated": channel_reward_updated,
    "Content.ChannelRewardClaimedAndWithdrawn": channel_reward_claimed_and_withdrawn,
    "Content.NftIssued": nft_issued,
    "Content.NftSellOrderMade": nft_sell_order_made,
    "Content.NftBought": nft_bought,
    "Storage.StorageBucketCreated": storage_bucket_created,
    "Storage.StorageBucketInvitationAccepted": storage_bucket_invitation_accepted,
    "Storage.StorageBucketDeleted": _gone("StorageBucket", 0),
    "Storage.VoucherChanged": voucher_changed,
}
