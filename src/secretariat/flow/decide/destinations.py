"""Where a person's own words go: how it is written, and whether it is there and takes them, as far as the desk knows."""

import re
from dataclasses import dataclass, replace
from typing import Any, cast

from sqlalchemy import Connection

from secretariat.desk.acts import Channel, Destination, Kind
from secretariat.facts.chain_proposals import DiscussionPost
from secretariat.facts.live_forum import LiveCategory, LivePost, LiveThread
from secretariat.facts.stored_proposals import StoredProposal
from secretariat.flow.channels import check_configured, check_not_a_duty_s
from secretariat.flow.context import Context
from secretariat.flow.decide.refusals import LARGEST_MEMBER, DecisionRefused
from secretariat.store.facts import records_in_parts

ON_CHAIN: dict[str, Kind] = {
    "forum-category": "forum-thread",
    "forum": "forum-post",
    "proposal": "discussion-post",
}
"""What words for a place on the chain are, by how the place is written."""

GONE = frozenset({"removed", "moderated"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Where:
    """Where a person's own words go, as ``--channel`` and ``--reply-to`` say it."""

    kind: Kind
    channel: Channel
    place: str = ""
    category: int | None = None
    thread: int | None = None
    proposal: int | None = None
    replies_to: int | None = None


def where_of(channel: str, reply_to: int | None = None) -> Where:
    """Read where words go. Raises DecisionRefused with the forms there are."""
    name, _, rest = channel.strip().partition("/")
    if name in ("discord", "telegram", "email", "file") and rest:
        return Where(kind="message", channel=cast("Channel", name), place=rest, replies_to=reply_to)
    if name in ON_CHAIN and re.fullmatch(r"[0-9]{1,20}", rest) and int(rest) <= LARGEST_MEMBER:
        at: dict[str, Any] = {{"forum-category": "category", "forum": "thread"}.get(name, name): int(rest)}
        return Where(kind=ON_CHAIN[name], channel="chain", replies_to=reply_to, **at)
    raise DecisionRefused(
        f"{channel!r} is no channel. Write discord/PLACE, telegram/PLACE, email/PLACE, file/NAME, forum/THREAD, forum-category/CATEGORY or proposal/NUMBER, "
        "for example --channel discord/council. Nothing was changed."
    )


def again(kind: Kind, channel: Channel, at: Destination) -> Where:
    """Give where an act with words of a person's own goes."""
    thread = at.thread if kind == "forum-post" else None
    return Where(
        kind=kind,
        channel=channel,
        place=at.place,
        category=at.category,
        thread=thread,
        proposal=at.proposal,
        replies_to=at.replies_to,
    )


def checked(context: Context, connection: Connection, where: Where) -> Where:
    """Make sure that a place is configured or known and takes words; gives it with the category that a post names too.

    Raises ChannelMissing and DecisionRefused, both with nothing changed.
    """
    check_configured(context, where.channel, where.place)
    check_not_a_duty_s(context, where.channel, where.place)
    if where.replies_to is not None and where.kind not in ("forum-post", "discussion-post"):
        raise DecisionRefused("Only a post in a thread or a discussion answers another post. Nothing was changed.")
    if where.kind == "forum-thread":
        _category(connection, where.category)
    elif where.kind == "forum-post":
        thread = _thread(connection, where.thread)
        _answers(connection, LivePost.KIND, where.replies_to, where.thread, f"the thread {where.thread}")
        return replace(where, category=int(thread.category_id))
    elif where.kind == "discussion-post":
        discussion = _discussion(connection, where.proposal)
        of = f"the discussion of proposal {where.proposal}"
        _answers(connection, DiscussionPost.KIND, where.replies_to, discussion, of)
    return where


def _category(connection: Connection, number: int | None) -> None:
    found = _known(connection, LiveCategory.KIND, number)
    if found is None:
        raise _unknown(f"The category {number} of the forum")
    if found.status not in (None, "active"):
        raise DecisionRefused(f"The forum's category {number} is {found.status} and takes no thread. {_NOTHING}")


def _thread(connection: Connection, number: int | None) -> Any:
    found = _known(connection, LiveThread.KIND, number)
    if found is None or found.category_id is None:
        raise _unknown(f"The thread {number}")
    if found.status not in (None, "active"):
        raise DecisionRefused(f"The thread {number} is {found.status} and takes no post. {_NOTHING}")
    return found


def _discussion(connection: Connection, proposal: int | None) -> int:
    """Give the number of a proposal's discussion: the chain knows it as long as the proposal is not finished."""
    found = _known(connection, StoredProposal.KIND, proposal)
    if found is None or found.thread is None:
        raise DecisionRefused(
            f"Proposal {proposal} is not among the unfinished ones, and the chain forgets a proposal's discussion when it ends. "
            f"Run `secretariat sync`, and look at its number. {_NOTHING}"
        )
    return int(found.thread)


def _answers(connection: Connection, kind: str, number: int | None, thread: int | None, of: str) -> None:
    """Make sure that the post which is answered stands where the answer goes."""
    if number is None:
        return
    found = _known(connection, kind, number)
    if found is None or found.thread_id not in (None, thread):
        raise _unknown(f"A post {number} in {of}")
    if found.status in GONE:
        raise DecisionRefused(f"The post {number} in {of} is gone and cannot be answered. {_NOTHING}")


_NOTHING = "Nothing was changed."


def _unknown(what: str) -> DecisionRefused:
    return DecisionRefused(f"{what} is not known. Run `secretariat sync`, and look at its number. {_NOTHING}")


def _known(connection: Connection, kind: str, number: int | None) -> Any:
    """Give the newest known fact of a kind with a number; None where there is none."""
    for part in records_in_parts(connection, kind, [str(number)]):
        for record in part:
            return record.fact
    return None
