"""Forum, members and discussions of the main network in the form that dumps of the testnets have."""

from collections import Counter
from collections.abc import Iterable
from typing import TypeVar

from secretariat.facts.chain_proposals import Proposal, ProposalDiscussion
from secretariat.facts.council_terms import MAINNET
from secretariat.facts.forum import ForumCategory, ForumThread
from secretariat.facts.live_forum import LiveCategory, LiveThread
from secretariat.facts.members import Member
from secretariat.facts.memberships import Membership
from secretariat.facts.proposals import ProposalThread
from secretariat.facts.records import AnyStated, Stated
from secretariat.facts.snapshot import Snapshot

F = TypeVar("F")

GONE = ("moderated", "removed")
"""States of a thread that nobody can read any more."""


def _as(fact: F, record: AnyStated) -> Stated[F]:
    """State a fact at the place of another record, with what people decided about that."""
    return Stated(
        kind=fact.KIND,  # type: ignore[attr-defined]
        key=record.key,
        file=record.file,
        format=record.format,
        line=record.line,
        fact=fact,
        repaired=record.repaired,
    )


def _once(records: Iterable[tuple[int, Stated[F]]]) -> tuple[Stated[F], ...]:
    """Order by number, each number once."""
    found: dict[int, Stated[F]] = {}
    for number, record in records:
        found.setdefault(number, record)
    return tuple(found[number] for number in sorted(found))


def live_categories(snapshot: Snapshot) -> tuple[Stated[ForumCategory], ...]:
    """List the categories with their threads counted; not counted where the category or state of a thread is not known."""
    threads = [one.fact for one in snapshot.of(LiveThread)]
    exact = all(thread.category_id is not None and thread.status is not None for thread in threads)
    shown = Counter(thread.category_id for thread in threads if thread.status not in GONE)
    moderated = Counter(thread.category_id for thread in threads if thread.status == "moderated")
    return _once(
        (
            one.fact.category_id,
            _as(
                ForumCategory(
                    chain=MAINNET,
                    category_id=one.fact.category_id,
                    title=one.fact.title or "",
                    parent_id=one.fact.parent_id,
                    created_block=one.fact.created_block,
                    created_at=one.fact.created_at,
                    deleted=None if one.fact.status is None else one.fact.status == "removed",
                    archived=None if one.fact.status is None else one.fact.status == "archived",
                    threads=shown[one.fact.category_id] if threads and exact else None,
                    threads_moderated=moderated[one.fact.category_id] if threads and exact else None,
                ),
                one,
            ),
        )
        for one in snapshot.of(LiveCategory)
        if one.fact.category_id is not None
    )


def live_threads(snapshot: Snapshot) -> tuple[Stated[ForumThread], ...]:
    """List the threads with the posts that can be read; accounts and moderated posts are in no list of threads."""
    return _once(
        (
            one.fact.thread_id,
            _as(
                ForumThread(
                    chain=MAINNET,
                    thread_id=one.fact.thread_id,
                    title=one.fact.title or "",
                    category_id=one.fact.category_id,
                    created_block=one.fact.created_block,
                    created_at=one.fact.created_at,
                    posts=one.fact.posts,
                    moderated=None if one.fact.status is None else one.fact.status == "moderated",
                ),
                one,
            ),
        )
        for one in snapshot.of(LiveThread)
        if one.fact.thread_id is not None
    )


def thread_authors(snapshot: Snapshot) -> dict[int, int]:
    """Give the member id of the author of each thread of the main network."""
    return {
        one.fact.thread_id: one.fact.author_id
        for one in snapshot.of(LiveThread)
        if one.fact.thread_id is not None and one.fact.author_id is not None
    }


def live_members(snapshot: Snapshot) -> tuple[Stated[Member], ...]:
    """List the members that other facts name, which are those whose memberships are loaded."""
    return _once(
        (
            one.fact.member_id,
            _as(
                Member(
                    chain=MAINNET,
                    member_id=one.fact.member_id,
                    handle=one.fact.handle or "",
                    registered_at=one.fact.created_at,
                    entry=one.fact.entry,
                    root_account=one.fact.root_account,
                    controller_account=one.fact.controller_account,
                ),
                one,
            ),
        )
        for one in snapshot.of(Membership)
        if one.fact.member_id is not None
    )


def live_discussions(snapshot: Snapshot) -> tuple[tuple[Stated[ProposalThread], int | None], ...]:
    """List the discussions of proposals, each with the number of its proposal, whose title and creation are its own."""
    proposals = {one.fact.number: one.fact for one in snapshot.of(Proposal)}
    found = _once(
        (one.fact.thread_id, one) for one in snapshot.of(ProposalDiscussion) if one.fact.thread_id is not None
    )
    return tuple((_discussion(one, proposals.get(one.fact.proposal)), one.fact.proposal) for one in found)


def _discussion(one: Stated[ProposalDiscussion], proposal: Proposal | None) -> Stated[ProposalThread]:
    fact = ProposalThread(
        chain=MAINNET,
        thread_id=one.fact.thread_id or 0,
        title=(proposal.title if proposal else None) or "",
        created_block=proposal.created_block if proposal else None,
        author_id=proposal.creator_id if proposal else None,
        created_at=one.fact.created_at,
    )
    return _as(fact, one)
