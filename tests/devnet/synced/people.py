"""Members and the forum: what the truth tells, and what the product's facts say."""

from collections import Counter

from secretariat.facts.chain_proposals import DiscussionPost
from secretariat.facts.live_forum import LivePost, LiveThread
from secretariat.facts.memberships import Membership
from tests.devnet.synced.desk import Seen
from tests.devnet.synced.elections import Told, kept


def true_forum(seen: Seen) -> Told:
    """Give what was written, and by whom."""
    told = seen.truth["forum"]
    return {
        "threads": told["threads_created"],
        "posts": told["posts_created"],
        "discussion": told["discussion_posts"],
        "by_member": {int(member): count for member, count in told["posts_by_member"].items()},
    }


def found_forum(seen: Seen) -> Told:
    """Give what the product read of it; posts are those of threads and replies."""
    posts = seen.facts(LivePost)
    return {
        "threads": len(seen.facts(LiveThread)),
        "posts": len(posts),
        "discussion": len(seen.facts(DiscussionPost)),
        "by_member": dict(Counter(post.author_id for post in posts)),
    }


def true_members(seen: Seen) -> Told:
    """Give the handles of all members the product read that the truth names."""
    named = seen.truth["members"]
    known = {one.member_id for one in seen.facts(Membership)}
    return {int(member): kept(handle) for member, handle in named.items() if int(member) in known}


def found_members(seen: Seen) -> Told:
    """Give the handles that the product read, of members who came by an event."""
    named = seen.truth["members"]
    return {one.member_id: one.handle for one in seen.facts(Membership) if str(one.member_id) in named}


def needed_members(seen: Seen) -> set[int]:
    """Give everybody whom elections and proposals name: the product must know their handles."""
    standing = {each["member"] for one in seen.truth["elections"] for each in one["candidacies"]}
    return standing | {one["proposer"] for one in seen.truth["proposals"]}
