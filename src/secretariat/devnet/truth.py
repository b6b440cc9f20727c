"""The truth about a world, for an independent check: counted from the chain's events and values alone.

Everything is told as of the end of one block. Amounts are base units in texts, as numbers of JSON may not hold them.
"""

from typing import Any

from secretariat.devnet.chain.kernel import Chain, Event, milliseconds_of
from secretariat.devnet.truth_elections import elections
from secretariat.devnet.truth_forum import categories
from secretariat.devnet.truth_groups import working_groups
from secretariat.devnet.truth_money import money
from secretariat.devnet.truth_proposals import proposals, seats
from secretariat.devnet.truth_rules import rules

COUNTERS = {
    "members": ("Members.NextMemberId", 0),
    "channels": ("Content.NextChannelId", 1),
    "videos": ("Content.NextVideoId", 1),
    "data_objects": ("Storage.NextDataObjectId", 0),
    "threads": ("Forum.NextThreadId", 1),
    "posts": ("Forum.NextPostId", 1),
    "categories": ("Forum.NextCategoryId", 1),
    "proposals": ("ProposalsEngine.ProposalCount", 0),
    "discussion_posts": ("ProposalsDiscussion.PostCount", 0),
}
"""What was ever made: the chain's counter, and the number with which it begins."""


def truth(chain: Chain, at: int | None = None) -> dict[str, Any]:
    """Tell everything that a secretary's desk should find out, as of the end of a block (the present one by default)."""
    block = chain.now if at is None else at
    events = [event for event in chain.events if event.block <= block]
    names = handles(events)
    held = elections(chain, events, block, names)
    made = proposals(chain, events)
    return {
        "truth": 1,
        "block": block,
        "milliseconds": milliseconds_of(block),
        "spec_version": chain.get_at(block, ":spec").version,
        "upgrades": [{"block": event.block, "spec_version": _spec(chain, event)} for event in of(events, _UPGRADED)],
        "rules": rules(chain, events),
        "elections": held,
        "councils": seats(chain, events, block, made, names),
        "proposals": made,
        "budgets": money(chain, events, block),
        "groups": working_groups(chain, events, block, names),
        "forum": {**forum(events), "categories": categories(chain, events)},
        "made": {name: (chain.get_at(block, item) or first) - first for name, (item, first) in COUNTERS.items()},
        "members": {str(member): handle for member, handle in sorted(names.items())},
        "validators": validators(chain, events, block),
        "acts": acts(chain, block),
        "issuance": str(chain.get_at(block, "Balances.TotalIssuance")),
    }


def acts(chain: Chain, block: int) -> list[dict[str, Any]]:
    """Tell what the world's file let happen by then, by its place in the file; ``error`` is why nothing came of an act."""
    done = sorted((key[0], chain.get_at(block, ":acts", *key)) for key in chain.keys(":acts", block))
    return [
        {"place": place, "block": one.block, "actor": one.actor, "act": one.act, "label": one.label, "error": one.error}
        for place, one in done
    ]


_UPGRADED = "System.CodeUpdated"

_JOINED = {
    "Members.MemberCreated": 1,
    "Members.MembershipBought": 1,
    "Members.MembershipGifted": 1,
    "Members.MemberInvited": 1,
}


def of(events: list[Event], *names: str) -> list[Event]:
    """Give the events of these names."""
    return [event for event in events if event.name in names]


def _spec(chain: Chain, event: Event) -> int:
    version: int = chain.get_at(event.block, ":spec").version
    return version


def handles(events: list[Event]) -> dict[int, str]:
    """Give the handles of all members who came by an event; those of the large series are not among them."""
    found: dict[int, str] = {}
    for event in events:
        if event.name in _JOINED:
            found[event.values[0]] = _text(event.values[1]["handle"])
        elif event.name == "Members.MemberProfileUpdated" and event.values[1] is not None:
            found[event.values[0]] = _text(event.values[1])
    return found


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")


def forum(events: list[Event]) -> dict[str, Any]:
    """Tell what was written: threads and posts ever made, and how many of each were taken away."""
    deleted = [event.values[2] for event in of(events, "Forum.PostDeleted")]
    threads = of(events, "Forum.ThreadCreated")
    posts = of(events, "Forum.PostAdded")
    authors: dict[int, int] = {}
    for event in threads:
        authors[event.values[3]] = authors.get(event.values[3], 0) + 1
    for event in posts:
        authors[event.values[1]] = authors.get(event.values[1], 0) + 1
    return {
        "threads_created": len(threads),
        "posts_created": len(posts) + len(threads),
        "posts_deleted": sum(map(len, deleted)),
        "threads_deleted": len(of(events, "Forum.ThreadDeleted")),
        "discussion_posts": len(of(events, "ProposalsDiscussion.PostCreated")),
        "posts_by_member": {str(member): count for member, count in sorted(authors.items())},
    }


def validators(chain: Chain, events: list[Event], block: int) -> dict[str, Any]:
    """Tell who validates, the points of the newest eras, and what was reported."""
    active = (chain.get_at(block, "Staking.ActiveEra") or {"index": 0})["index"]
    points = {
        era: chain.get_at(block, "Staking.ErasRewardPoints", era) for era in range(max(0, active - 7), active + 1)
    }
    paid = [event for event in of(events, "Staking.EraPaid") if event.values[0] >= active - 120]
    return {
        "era": active,
        "session": chain.get_at(block, "Session.CurrentIndex"),
        "validators": ["0x" + stash.hex() for stash in chain.get_at(block, "Session.Validators") or ()],
        "points": {
            str(era): {"0x" + stash.hex(): each for stash, each in found["individual"]}
            for era, found in points.items()
            if found
        },
        "rewards": {str(event.values[0]): str(event.values[1]) for event in paid},
        "offline": [
            {"block": event.block, "validators": ["0x" + stash.hex() for stash, _ in event.values[0]]}
            for event in of(events, "ImOnline.SomeOffline")
        ],
        "slashed": len(of(events, "Staking.SlashReported")),
        "chilled": len(of(events, "Staking.Chilled")),
    }
