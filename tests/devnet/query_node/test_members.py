"""Memberships as the mappings tell them."""

from typing import Any

from secretariat.devnet.addresses import address_of
from tests.devnet.query_node.history import GROUP, History, account, applied, created, field, opening

MEMBERS = """{ memberships(orderBy: [createdAt_ASC]) { id handle handleRaw rootAccount controllerAccount boundAccounts
    inviteCount isFoundingMember isVerified invitedById referredById entry { __typename
    ... on MembershipEntryInvited { memberInvitedEvent { inBlock initialBalance } } }
    metadata { name about isVerifiedValidator } externalResources { type value } } }"""


def made(number: int, metadata: bytes = b"", **more: Any) -> dict[str, Any]:
    params = {key: value for key, value in created(number).items() if key != "is_founding_member"}
    return {**params, "metadata": metadata, **more}


def test_the_ways_of_becoming_a_member() -> None:
    history = History().members(1)
    history.at(1, ("MembershipWorkingGroup.BudgetSet", 1_000))
    history.at(2, ("Members.MembershipBought", 2, made(2, referrer_id=1), 5))
    history.at(3, ("Members.MemberInvited", 3, made(3, inviting_member_id=1), 80))
    history.at(4, ("Members.MembershipGifted", 4, made(4, handle="Zoë".encode())))
    first, bought, invited, gifted = history.ask(MEMBERS)["memberships"]
    entries = [one["entry"]["__typename"].removeprefix("MembershipEntry") for one in (first, bought, invited, gifted)]
    assert entries == ["MemberCreated", "Paid", "Invited", "Gifted"]
    assert [one["inviteCount"] for one in (first, bought, invited, gifted)] == [4, 5, 0, 0]
    assert (first["isFoundingMember"], bought["referredById"], invited["invitedById"]) == (True, "1", "1")
    assert invited["entry"]["memberInvitedEvent"] == {"inBlock": 3, "initialBalance": "80"}
    assert (gifted["handle"], gifted["handleRaw"]) == ("Zoë", "0x5a6fc3ab")
    assert gifted["rootAccount"] == address_of(account(4))
    group = history.ask('{ workingGroupByUniqueInput(where: { name: "membershipWorkingGroup" }) { budget } }')
    assert group["workingGroupByUniqueInput"] == {"budget": "920"}
    row = history.ask('{ membershipByUniqueInput(where: { handleRaw: "0x5a6fc3ab" }) { id } }')
    assert row["membershipByUniqueInput"] == {"id": "4"}


def test_what_a_member_says_and_changes() -> None:
    told = field(1, b"Ann") + field(3, b"About me") + field(5, field(1, 4) + field(2, b"ann#1"))
    history = History().at(1, ("Members.MembershipGifted", 1, made(1, told)))
    first = history.ask(MEMBERS)["memberships"][0]
    assert first["metadata"] == {"name": "Ann", "about": "About me", "isVerifiedValidator": None}
    assert first["externalResources"] == [{"type": "DISCORD", "value": "ann#1"}]
    history.at(2, ("Members.MemberProfileUpdated", 1, b"annie", field(1, b"") + field(5, field(2, b"a@b.c"))))
    history.at(3, ("Members.MemberAccountsUpdated", 1, None, account(99)))
    history.at(4, ("Members.StakingAccountAdded", account(7), 1), ("Members.StakingAccountConfirmed", account(7), 1))
    history.at(4, ("Members.StakingAccountConfirmed", account(8), 1), ("Members.StakingAccountRemoved", account(7), 1))
    changed = history.ask(MEMBERS)["memberships"][0]
    assert (changed["handle"], changed["metadata"]["name"]) == ("annie", None)
    assert changed["externalResources"] == [{"type": "EMAIL", "value": "a@b.c"}]
    assert changed["controllerAccount"] == address_of(account(99))
    assert changed["rootAccount"] == address_of(account(1))
    assert changed["boundAccounts"] == [address_of(account(8))]
    event = history.ask("{ memberProfileUpdatedEvents { newHandle newMetadata { about } } memberMetadata { id } }")
    assert event["memberProfileUpdatedEvents"] == [{"newHandle": "annie", "newMetadata": {"about": "About me"}}]
    born = history.ask("{ membershipGiftedEvents { handle metadata { name } newMember { handle } } }")
    assert born["membershipGiftedEvents"] == [
        {"handle": "member1", "metadata": {"name": "Ann"}, "newMember": {"handle": "annie"}}
    ]


def test_members_are_verified_and_give_invitations_away() -> None:
    group = GROUP.replace("Forum", "Membership")
    history = History().members(1, 2)
    leading = [(name.replace(GROUP, group), *values) for name, *values in (opening(0, "Leader"), applied(0, 0, 1))]
    history.at(1, *leading, (f"{group}.LeaderSet", 0), (f"{group}.OpeningFilled", 0, ((0, 0),), (0,)))
    history.at(2, ("Members.MemberVerificationStatusUpdated", 2, True, 0), ("Members.InvitesTransferred", 1, 2, 3))
    history.at(3, (f"{group}.WorkerRemarked", 0, field(2, field(1, 2) + field(2, 1))))
    first, second = history.ask(MEMBERS)["memberships"]
    assert (first["inviteCount"], second["inviteCount"], second["isVerified"]) == (2, 8, True)
    assert second["metadata"]["isVerifiedValidator"] is True
    told = history.ask(
        "{ memberVerificationStatusUpdatedEvents { workerId } invitesTransferredEvents { numberOfInvites } }"
    )
    assert told == {
        "memberVerificationStatusUpdatedEvents": [{"workerId": "membershipWorkingGroup-0"}],
        "invitesTransferredEvents": [{"numberOfInvites": 3}],
    }
