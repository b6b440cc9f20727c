"""The table of growth snapshots: the totals of the main network on the days on which they were taken."""

from collections.abc import Callable

from secretariat.facts.council_terms import MAINNET, starts_of_terms, term_number_at
from secretariat.facts.growth_totals import GrowthTotals
from secretariat.facts.records import Stated
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.tables import BLOCK, BYTES, COUNT, MOMENT, NUMBER, TEXT, Column, Table, Unit, Value

Row = tuple[Stated[GrowthTotals], int | None]
"""One snapshot and the council term its block lies in."""

_SOURCE = "query node"

_TOTALS: tuple[tuple[str, str, Unit], ...] = (
    ("members", "Members.", COUNT),
    ("members_bought", "Memberships bought so far.", COUNT),
    ("members_invited", "Memberships by invitation so far.", COUNT),
    ("members_gifted", "Memberships given as a gift so far.", COUNT),
    ("members_created", "Memberships made by the membership group so far.", COUNT),
    ("channels", "Channels that there are; those deleted before are not in it.", COUNT),
    ("channels_with_videos", "Channels with a video.", COUNT),
    ("videos", "Videos that there are.", COUNT),
    ("nfts", "Videos made tokens so far.", COUNT),
    ("nft_sales", "Sales of such tokens so far.", COUNT),
    ("data_objects", "Stored objects: media, pictures and subtitles.", COUNT),
    ("stored_bytes", "Size of all stored objects, each counted once.", BYTES),
    ("bags", "Bags the objects are stored in.", COUNT),
    ("buckets", "Storage buckets.", COUNT),
    ("bucket_bytes", "Size of what the buckets hold, replicas counted.", BYTES),
    ("bucket_limit", "Size of what the buckets have room for.", BYTES),
    ("threads", "Forum threads.", COUNT),
    ("posts", "Forum posts.", COUNT),
    ("proposals", "Proposals made so far.", COUNT),
)


def snapshots(snapshot: Snapshot) -> tuple[Row, ...]:
    """List the snapshots in the order of their blocks."""
    starts = starts_of_terms(snapshot)
    taken = sorted(snapshot.of(GrowthTotals), key=lambda one: (one.fact.block, one.fact.at, one.file, one.key))
    return tuple((one, term_number_at(starts, one.fact.block)) for one in taken)


def _total(name: str) -> Callable[[Row], Value]:
    def value(row: Row) -> Value:
        found: Value = getattr(row[0].fact, name)
        return found

    return value


TABLE: Table[Row] = Table(
    name="growth-snapshots",
    title="Growth snapshots",
    description="Totals of the main network at the moments at which they were taken. Rows are deleted in the query node, so that the past"
    " can only be remembered: a day without a snapshot has no row.",
    columns=(
        Column(
            name="chain",
            description="Chain of the totals.",
            unit=TEXT,
            value=lambda row: MAINNET,
            source=_SOURCE,
        ),
        Column(
            name="at",
            description="Moment of the block.",
            unit=MOMENT,
            value=lambda row: row[0].fact.at,
            source=_SOURCE,
        ),
        Column(
            name="block",
            description="Block the totals are of: what was made until then.",
            unit=BLOCK,
            value=lambda row: row[0].fact.block,
            source=_SOURCE,
        ),
        Column(
            name="until_block",
            description="Block of the query node's newest event after the totals were read: what was deleted or filled between the two"
            " blocks is in them as well, as the query node does not tell of an earlier block. Empty for totals read by earlier versions.",
            unit=BLOCK,
            value=lambda row: row[0].fact.until_block,
            source=_SOURCE,
        ),
        Column(
            name="term",
            description="Council term that the block lies in; empty before the first one, or where the terms are not known.",
            unit=NUMBER,
            value=lambda row: row[1] or None,
            source="table terms",
        ),
        *(
            Column(name=name, description=what, unit=unit, value=_total(name), source=_SOURCE)
            for name, what, unit in _TOTALS
        ),
        Column(
            name="source",
            description="List, key and block.",
            unit=TEXT,
            value=lambda row: row[0].source,
            source=_SOURCE,
        ),
    ),
    rows=snapshots,
)
