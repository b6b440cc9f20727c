"""Memberships: how somebody became a member, and what a member changes."""

from typing import Any

from secretariat.devnet.chain.kernel import Event
from secretariat.devnet.query_node.entities.members import ENUMS
from secretariat.devnet.query_node.mappings import protobuf
from secretariat.devnet.query_node.mappings.group_names import MEMBERS, id_of
from secretariat.devnet.query_node.mappings.values import (
    Mapping,
    account,
    hexadecimal,
    key,
    of_type,
    optional_key,
    plain,
    text,
    told,
)
from secretariat.devnet.query_node.orders import Row
from secretariat.devnet.query_node.store import Store

RESOURCES = tuple(ENUMS["MembershipExternalResourceType"].split())


def _add_metadata(store: Store, found: dict[str, Any]) -> Row:
    return store.add(
        "MemberMetadata",
        name=found.get("name") or None,
        about=found.get("about") or None,
        avatar=of_type("AvatarUri", avatarUri=found.get("avatarUri", "")),
    )


def _add_resources(store: Store, found: dict[str, Any], metadata: Row, member: str) -> None:
    for one in found.get("externalResources", ()):
        number = one.get("type", 0)
        if number < len(RESOURCES) and one.get("value"):
            store.add(
                "MembershipExternalResource",
                type=RESOURCES[number],
                value=one["value"],
                memberMetadataId=metadata["id"],
                memberId=member,
            )


def _enrol(store: Store, member_id: int, params: dict[str, Any], entry: Row, **values: Any) -> tuple[Row, Row]:
    """Add a member. Gives the member, and what the event tells of it."""
    found = protobuf.decoded(params["metadata"], protobuf.MEMBERSHIP) or {}
    handle = params["handle"] or b""
    shared = {
        "rootAccount": account(params["root_account"]),
        "controllerAccount": account(params["controller_account"]),
        "handle": text(handle),
    }
    metadata = _add_metadata(store, found)
    member = store.add(
        "Membership",
        key(member_id),
        handleRaw=hexadecimal(handle),
        metadataId=metadata["id"],
        entry=entry,
        isVerified=False,
        boundAccounts=[],
        **{"isFoundingMember": False, "isCouncilMember": False, "totalChannelsCreated": 0, **shared, **values},
    )
    _add_resources(store, found, metadata, member["id"])
    copy = _add_metadata(store, found)
    return member, {"newMemberId": member["id"], **shared, "metadataId": copy["id"]}


def membership_bought(store: Store, event: Event) -> None:
    """Add a member who paid."""
    number, params, invites = event.values
    entry = of_type("MembershipEntryPaid")
    referrer = optional_key(params["referrer_id"])
    _, shared = _enrol(store, number, params, entry, inviteCount=invites, referredById=referrer)
    row = told(store, event, "MembershipBoughtEvent", **shared, referrerId=referrer)
    entry["membershipBoughtEventId"] = row["id"]


def membership_gifted(store: Store, event: Event) -> None:
    """Add a member for whom another account paid."""
    number, params = event.values
    entry = of_type("MembershipEntryGifted")
    _, shared = _enrol(store, number, params, entry, inviteCount=0)
    entry["membershipGiftedEventId"] = told(store, event, "MembershipGiftedEvent", **shared)["id"]


def member_invited(store: Store, event: Event) -> None:
    """Add a member whom another one let in, at the membership group's cost."""
    number, params, balance = event.values
    entry = of_type("MembershipEntryInvited")
    inviter = store.row("Membership", key(params["inviting_member_id"]))
    _, shared = _enrol(store, number, params, entry, inviteCount=0, invitedById=inviter["id"])
    store.change("Membership", inviter, inviteCount=inviter["inviteCount"] - 1)
    group = store.row("WorkingGroup", MEMBERS)
    store.change("WorkingGroup", group, budget=group["budget"] - balance)
    row = told(store, event, "MemberInvitedEvent", invitingMemberId=inviter["id"], **shared, initialBalance=balance)
    entry["memberInvitedEventId"] = row["id"]


def member_created(store: Store, event: Event) -> None:
    """Add a member whom the membership group's lead made."""
    number, params, invites = event.values
    entry = of_type("MembershipEntryMemberCreated")
    founding = params["is_founding_member"]
    _, shared = _enrol(store, number, params, entry, inviteCount=invites, isFoundingMember=founding)
    row = told(store, event, "MemberCreatedEvent", **shared, isFoundingMember=founding)
    entry["memberCreatedEventId"] = row["id"]


def _remove_resources(store: Store, metadata: str) -> None:
    for row in list(store["MembershipExternalResource"].having("memberMetadataId", metadata)):
        store.remove("MembershipExternalResource", row)


def member_profile_updated(store: Store, event: Event) -> None:
    """Change what is named of a member; named resources replace those that were there."""
    number, handle, metadata = event.values
    member = store.row("Membership", key(number))
    found = (None if metadata is None else protobuf.decoded(metadata, protobuf.MEMBERSHIP)) or {}
    own = store.row("MemberMetadata", member["metadataId"])
    changed: dict[str, Any] = {name: found[name] or None for name in ("name", "about") if name in found}
    if "avatarUri" in found:
        changed["avatar"] = of_type("AvatarUri", avatarUri=found["avatarUri"])
    if changed:
        store.change("MemberMetadata", own, **changed)
    if "externalResources" in found:
        _remove_resources(store, own["id"])
        _add_resources(store, found, own, member["id"])
    if handle is not None:
        store.change("Membership", member, handle=text(handle), handleRaw=hexadecimal(handle))
    copied = {name: own[name] for name in ("name", "about", "avatar")}
    told(
        store,
        event,
        "MemberProfileUpdatedEvent",
        memberId=member["id"],
        newHandle=member["handle"],
        newHandleRaw=member["handleRaw"],
        newMetadataId=store.add("MemberMetadata", **copied)["id"],
    )


def member_accounts_updated(store: Store, event: Event) -> None:
    """Change a member's accounts."""
    number, root, controller = event.values
    member = store.row("Membership", key(number))
    changed = {"rootAccount": account(root), "controllerAccount": account(controller)}
    store.change("Membership", member, **{name: value for name, value in changed.items() if value is not None})
    told(
        store,
        event,
        "MemberAccountsUpdatedEvent",
        memberId=member["id"],
        newRootAccount=member["rootAccount"],
        newControllerAccount=member["controllerAccount"],
    )


def member_verification_status_updated(store: Store, event: Event) -> None:
    """Verify a member, or no longer."""
    number, verified, worker = event.values
    member = store.row("Membership", key(number))
    store.change("Membership", member, isVerified=verified)
    told(
        store,
        event,
        "MemberVerificationStatusUpdatedEvent",
        memberId=member["id"],
        workerId=id_of(MEMBERS, worker),
        isVerified=verified,
    )


def invites_transferred(store: Store, event: Event) -> None:
    """Move invitations from one member to another."""
    source, target, count = event.values
    for number, change in ((source, -count), (target, count)):
        member = store.row("Membership", key(number))
        store.change("Membership", member, inviteCount=member["inviteCount"] + change)
    told(
        store,
        event,
        "InvitesTransferredEvent",
        sourceMemberId=key(source),
        targetMemberId=key(target),
        numberOfInvites=count,
    )


def staking_account_confirmed(store: Store, event: Event) -> None:
    """Bind an account to a member."""
    bound, number = account(event.values[0]), key(event.values[1])
    member = store.row("Membership", number)
    store.change("Membership", member, boundAccounts=[*member["boundAccounts"], bound])
    told(store, event, "StakingAccountConfirmedEvent", memberId=number, account=bound)


def staking_account_removed(store: Store, event: Event) -> None:
    """Let an account go that was bound to a member."""
    bound, number = account(event.values[0]), key(event.values[1])
    member = store.row("Membership", number)
    store.change("Membership", member, boundAccounts=[one for one in member["boundAccounts"] if one != bound])
    told(store, event, "StakingAccountRemovedEvent", memberId=number, account=bound)


MAPPINGS: dict[str, Mapping] = {
    "Members.MembershipBought": membership_bought,
    "Members.MembershipGifted": membership_gifted,
    "Members.MemberInvited": member_invited,
    "Members.MemberCreated": member_created,
    "Members.MemberProfileUpdated": member_profile_updated,
    "Members.MemberAccountsUpdated": member_accounts_updated,
    "Members.MemberVerificationStatusUpdated": member_verification_status_updated,
    "Members.InvitesTransferred": invites_transferred,
    "Members.StakingAccountAdded": plain("StakingAccountAddedEvent", account=(0, account), memberId=(1, key)),
    "Members.StakingAccountConfirmed": staking_account_confirmed,
    "Members.StakingAccountRemoved": staking_account_removed,
    "Members.MembershipPriceUpdated": plain("MembershipPriceUpdatedEvent", newPrice=0),
    "Members.ReferralCutUpdated": plain("ReferralCutUpdatedEvent", newValue=0),
    "Members.InitialInvitationBalanceUpdated": plain("InitialInvitationBalanceUpdatedEvent", newInitialBalance=0),
    "Members.InitialInvitationCountUpdated": plain("InitialInvitationCountUpdatedEvent", newInitialInvitationCount=0),
    "Members.LeaderInvitationQuotaUpdated": plain("LeaderInvitationQuotaUpdatedEvent", newInvitationQuota=0),
}
