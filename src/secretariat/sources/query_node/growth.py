"""Growth: all totals of one moment in one request, and the sizes summed over bags and buckets."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from secretariat.facts.growth_totals import GrowthTotals
from secretariat.facts.moments import moment_of_milliseconds
from secretariat.sources.query_node.height import newest_event
from secretariat.sources.query_node.lists import BY_TIME, query_text
from secretariat.sources.query_node.pages import Ask, Head, moment_text, variables, whole_pages
from secretariat.sources.query_node.reading import ListReading, Proof
from secretariat.sources.query_node.settings import MOST_ROWS
from secretariat.sources.query_node.shapes import Field, Shape, read_row
from secretariat.sources.query_node.together import Query
from secretariat.sources.query_node.values import Unreadable, whole

NAME = "growth-totals"
LONGER = 10
COUNTS = {
    "members": "members",
    "invited": "members_invited",
    "gifted": "members_gifted",
    "bought": "members_bought",
    "created": "members_created",
    "channels": "channels",
    "channelsWithVideos": "channels_with_videos",
    "videos": "videos",
    "nfts": "nfts",
    "nftSales": "nft_sales",
    "dataObjects": "data_objects",
    "threads": "threads",
    "posts": "posts",
    "proposals": "proposals",
}
"""From the query's names to the fact's fields."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Sized:
    """A list that is only summed. ``sums`` are the fields of its rows."""

    name: str
    connection: str
    sums: tuple[str, ...]
    order: tuple[str, ...] = BY_TIME
    without_rows: bool = False

    @property
    def document(self) -> str:
        """Give the words of the query."""
        return query_text(self.name)


BAGS = Sized(name="storage-bags", connection="storageBagsConnection", sums=("objectsSize",))
BUCKETS = Sized(
    name="storage-buckets",
    connection="storageBucketsConnection",
    sums=("dataObjectsSize", "dataObjectsSizeLimit"),
)


def asked_first(head: Head, size: int) -> list[Query]:
    """Give the queries that ``read_growth`` begins with when it is given the same."""
    sums = [
        Query(document=one.document, variables=variables(one, head, _longer(size), None, {}), rows=size)
        for one in (BAGS, BUCKETS)
    ]
    return [Query(document=query_text(NAME), variables=_variables(head), rows=0), *sums]


def _variables(head: Head) -> dict[str, Any]:
    return {"at": moment_text(head.milliseconds), "block": head.block}


def _longer(size: int) -> int:
    """Give the size of pages whose rows are a few numbers: there are as many bags as channels."""
    return min(LONGER * size, MOST_ROWS)


def read_growth(ask: Ask, head: Head, size: int, without_rows_of: Collection[str] = ()) -> ListReading:
    """Read the totals of what was made until the finalised head: one record, its key the day in UTC.

    The query node goes on meanwhile, and takes what is deleted out of them; how far it had come is asked for afterwards.

    ``without_rows_of`` names the lists of which rows without an id are left out.
    A total that cannot be read is a problem and unknown. Raises ListIncomplete for bags or buckets that do not come
    whole, and what ``ask`` raises.
    """
    at = moment_of_milliseconds(head.milliseconds)
    row: dict[str, Any] = {"id": at[:10]}
    data = ask(query_text(NAME), _variables(head))
    row.update(data if isinstance(data, Mapping) else {})
    rows, sums = _summed(ask, _asked_as(BAGS, without_rows_of), head, size)
    row.update(bags=rows, storedBytes=sums["objectsSize"])
    rows, sums = _summed(ask, _asked_as(BUCKETS, without_rows_of), head, size)
    row.update(buckets=rows, bucketBytes=sums["dataObjectsSize"], bucketLimit=sums["dataObjectsSizeLimit"])
    shape = Shape(
        fact=GrowthTotals,
        fixed={"block": head.block, "at": at, "until_block": max(newest_event(ask), head.block)},
        fields=(
            *(Field(f"{name}.totalCount", field, whole) for name, field in COUNTS.items()),
            Field("bags", "bags", whole),
            Field("storedBytes", "stored_bytes", whole),
            Field("buckets", "buckets", whole),
            Field("bucketBytes", "bucket_bytes", whole),
            Field("bucketLimit", "bucket_limit", whole),
        ),
    )
    read = read_row(shape, NAME, row, head.block)
    reading = ListReading(name=NAME, problems=list(read.problems))
    if read.record is not None:
        reading.records[read.record.key] = read.record
    reading.proof = Proof(rows=1, total=1, count=1, cursor=None, height=head.block)
    return reading


def _asked_as(sized: Sized, without_rows_of: Collection[str]) -> Sized:
    return replace(sized, without_rows=sized.name in without_rows_of)


def _summed(ask: Ask, sized: Sized, head: Head, size: int) -> tuple[int, dict[str, int | None]]:
    """Sum fields over all rows; one value that cannot be read makes its sum unknown."""
    attempt, rows = 0, 0
    sums: dict[str, int | None] = {}
    for page in whole_pages(ask, sized, head, _longer(size)):
        if page.attempt != attempt:
            attempt, rows, sums = page.attempt, 0, dict.fromkeys(sized.sums, 0)
        rows += len(page.rows)
        for name in sized.sums:
            sums[name] = _plus(sums[name], page.rows, name)
    return rows, sums


def _plus(sum_: int | None, rows: Sequence[Any], name: str) -> int | None:
    try:
        return None if sum_ is None else sum_ + sum([whole(row[name]) for row in rows])
    except (Unreadable, KeyError, TypeError):  # one that cannot be read, is missing, or is in no row at all
        return None
