"""The table of proposals' discussion threads, each with the proposal it belongs to where that is certain."""

from collections.abc import Iterable
from dataclasses import dataclass

from secretariat.duties.leaderboard.titles import folded_title
from secretariat.facts.live_as_dumped import live_discussions
from secretariat.facts.proposals import DumpedProposal, ProposalThread
from secretariat.facts.records import Stated
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.tables import BLOCK, LONG_TEXT, MOMENT, NUMBER, TEXT, Column, Table
from secretariat.facts.term_view import chain_rank

Made = tuple[str | None, int, str]
"""Chain, block of creation and folded title."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ThreadRow:
    """One discussion thread, and the number of the proposal that was made with it."""

    stated: Stated[ProposalThread]
    proposal: int | None


def _rows(snapshot: Snapshot) -> Iterable[ThreadRow]:
    """List the threads by chain and number; a number dumped twice stands once, as its first dump has it.

    The chain makes a proposal and its thread in one block with one title: where one proposal alone has both, it is the
    thread's. The main network's follow, which state their proposal.
    """
    proposals: dict[Made, set[int]] = {}
    for dumped in snapshot.of(DumpedProposal):
        if dumped.fact.created_block is not None:
            made = dumped.fact.chain, dumped.fact.created_block, folded_title(dumped.fact.title)
            proposals.setdefault(made, set()).add(dumped.fact.number)
    threads: dict[tuple[str | None, int], Stated[ProposalThread]] = {}
    for stated in snapshot.of(ProposalThread):
        threads.setdefault((stated.fact.chain, stated.fact.thread_id), stated)
    for (chain, _), stated in sorted(threads.items(), key=lambda item: (chain_rank(item[0][0]), item[0][1])):
        block = stated.fact.created_block
        numbers = proposals.get((chain, block, folded_title(stated.fact.title)), set()) if block is not None else set()
        yield ThreadRow(stated=stated, proposal=next(iter(numbers)) if len(numbers) == 1 else None)
    for discussion, proposal in live_discussions(snapshot):
        yield ThreadRow(stated=discussion, proposal=proposal)


_THREADS = "chain dump of proposalsDiscussion.threadById, query node"
_BOTH = f"{_THREADS} beside proposals"

TABLE: Table[ThreadRow] = Table(
    name="proposal-threads",
    title="Proposal threads",
    description="Every discussion thread of a proposal: when it was made, by whom, and for which proposal.",
    columns=(
        Column(
            name="chain",
            description="Chain of the thread.",
            unit=TEXT,
            value=lambda row: row.stated.fact.chain,
            source=_THREADS,
        ),
        Column(
            name="thread_id",
            description="Number of the thread; not the number of the proposal.",
            unit=NUMBER,
            value=lambda row: row.stated.fact.thread_id,
            source=_THREADS,
        ),
        Column(
            name="title",
            description="Title of the thread.",
            unit=LONG_TEXT,
            value=lambda row: row.stated.fact.title,
            source=_THREADS,
        ),
        Column(
            name="proposal",
            description="Number of the only dumped proposal made at the same block with the same title; on the main network as it states.",
            unit=NUMBER,
            value=lambda row: row.proposal,
            source=_BOTH,
        ),
        Column(
            name="created_block",
            description="Block of its creation.",
            unit=BLOCK,
            value=lambda row: row.stated.fact.created_block,
            source=_THREADS,
        ),
        Column(
            name="created_at",
            description="Moment of its creation.",
            unit=MOMENT,
            value=lambda row: row.stated.fact.created_at,
            source=_THREADS,
        ),
        Column(
            name="author_id",
            description="Member id of who made it.",
            unit=NUMBER,
            value=lambda row: row.stated.fact.author_id,
            source=_THREADS,
        ),
        Column(
            name="source",
            description="File and line of the thread.",
            unit=TEXT,
            value=lambda row: row.stated.source,
            source=_THREADS,
        ),
    ),
    rows=_rows,
)
