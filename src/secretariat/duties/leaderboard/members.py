"""The table of members: identity and registration as member dumps have them."""

from collections.abc import Iterable

from secretariat.facts.live_as_dumped import live_members
from secretariat.facts.members import Member
from secretariat.facts.records import Stated
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.tables import BLOCK, MOMENT, NUMBER, TEXT, YES_NO, Column, Table
from secretariat.facts.term_view import chain_rank


def _rows(snapshot: Snapshot) -> Iterable[Stated[Member]]:
    """List the dumped members by chain and number, a number dumped twice as its first dump has it; then the main network's."""
    known: dict[tuple[str | None, int], Stated[Member]] = {}
    for stated in snapshot.of(Member):
        known.setdefault((stated.fact.chain, stated.fact.member_id), stated)
    for _, stated in sorted(known.items(), key=lambda item: (chain_rank(item[0][0]), item[0][1])):
        yield stated
    yield from live_members(snapshot)


_DUMP = "member dump, query node"

TABLE: Table[Stated[Member]] = Table(
    name="members",
    title="Members",
    description="Every member of the member dumps, and of the main network those whom other facts name: handle, registration and accounts;"
    " nothing of their profile.",
    columns=(
        Column(
            name="chain",
            description="Chain of the membership.",
            unit=TEXT,
            value=lambda row: row.fact.chain,
            source=_DUMP,
        ),
        Column(
            name="member_id",
            description="Number of the member.",
            unit=NUMBER,
            value=lambda row: row.fact.member_id,
            source=_DUMP,
        ),
        Column(
            name="handle",
            description="Handle of the member.",
            unit=TEXT,
            value=lambda row: row.fact.handle,
            source=_DUMP,
        ),
        Column(
            name="registered_block",
            description="Block of registration.",
            unit=BLOCK,
            value=lambda row: row.fact.registered_block,
            source=_DUMP,
        ),
        Column(
            name="registered_at",
            description="Moment of registration.",
            unit=MOMENT,
            value=lambda row: row.fact.registered_at,
            source=_DUMP,
        ),
        Column(
            name="entry",
            description="How the membership was made, in the words of the source.",
            unit=TEXT,
            value=lambda row: row.fact.entry,
            source=_DUMP,
        ),
        Column(
            name="suspended",
            description="Whether the membership is suspended.",
            unit=YES_NO,
            value=lambda row: row.fact.suspended,
            source=_DUMP,
        ),
        Column(
            name="root_account",
            description="Root account of the membership.",
            unit=TEXT,
            value=lambda row: row.fact.root_account,
            source=_DUMP,
        ),
        Column(
            name="controller_account",
            description="Controller account of the membership.",
            unit=TEXT,
            value=lambda row: row.fact.controller_account,
            source=_DUMP,
        ),
        Column(
            name="source",
            description="File and line of the member.",
            unit=TEXT,
            value=lambda row: row.source,
            source=_DUMP,
        ),
    ),
    rows=_rows,
)
