"""What pages become: parts with records, problems and digests, collected into the reading of one list."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from secretariat.facts.problems import Problem, problem
from secretariat.facts.records import AnyStated
from secretariat.sources.query_node.lists import Listed
from secretariat.sources.query_node.pages import Head, Page
from secretariat.sources.query_node.shapes import digest_of, earlier_digest_of, file_of, read_named_row, read_row

PAST_BLOCKS = (
    *("block", "created_block", "status_block", "ended_block", "changed_block", "elected_block", "started_block"),
    *("leaving_block", "announced_block", "funded_block", "last_vote_block", "last_payment_block"),
)
"""Fields of facts that tell of a block that was; a row that names one after the finalised head is left for later."""

Digests = Callable[[Sequence[str]], Mapping[str, str]]
"""From the keys of one page to the digests of those that are known: the store looks them up, none holds them all."""


def _none_known(_: Sequence[str]) -> Mapping[str, str]:
    return {}


@dataclass(frozen=True, kw_only=True, slots=True)
class Known:
    """What the last run left of a list.

    ``count`` rows were met and not left out, also refused ones. New rows come after ``cursor``. ``digests`` looks up what
    is known of a page's rows. ``open_keys`` are rows that were not settled; ``by_id`` those of them that the filter for
    open rows will not give, as far as that is known. ``unreadable`` are rows of which a field could not be read: they
    count as rows that can still change, and are read anew by their ids.
    """

    count: int = 0
    cursor: str | None = None
    digests: Digests = _none_known
    open_keys: frozenset[str] = frozenset()
    by_id: frozenset[str] = frozenset()
    unreadable: frozenset[str] = frozenset()


NOTHING = Known()


def known_of(
    digests: Mapping[str, str],
    *,
    count: int | None = None,
    cursor: str | None = None,
    open_keys: Collection[str] = (),
    unreadable: Collection[str] = (),
) -> Known:
    """Make what is known from digests held in memory."""

    def look_up(keys: Sequence[str]) -> Mapping[str, str]:
        return {key: digests[key] for key in keys if key in digests}

    rows = len(digests) if count is None else count
    return Known(
        count=rows,
        cursor=cursor,
        digests=look_up,
        open_keys=frozenset(open_keys),
        unreadable=frozenset(unreadable),
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Proof:
    """How a reading was proven: the rows it met, the list's ``totalCount``, the cursor new rows come after, the height.

    ``count`` is what the next run knows: ``totalCount`` without the rows that were left out. ``cut`` is how many rows the
    server gives at once where it gave fewer than were asked for, else 0.
    """

    rows: int
    total: int
    count: int
    cursor: str | None
    height: int
    cut: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """One page of a reading. Parts of a higher ``attempt`` replace all those of a lower one.

    ``records`` are new or changed rows; ``digests`` name the content of every row of the page that was taken, also of
    the unchanged, whose problems are those known before. ``changed`` are known rows with another content than before,
    ``left_out`` rows of a block after the finalised head, ``open_keys`` rows that are not settled. ``proof`` comes with
    the last part.
    """

    attempt: int
    records: tuple[AnyStated, ...]
    problems: tuple[Problem, ...]
    digests: Mapping[str, str]
    changed: tuple[str, ...]
    left_out: tuple[str, ...]
    open_keys: tuple[str, ...]
    proof: Proof | None = None


@dataclass(kw_only=True)
class ListReading:
    """The parts of the readings of one list in one run; parts are added as they come.

    ``absent`` are rows that were asked for by id and are not there.
    """

    name: str
    records: dict[str, AnyStated] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    digests: dict[str, str] = field(default_factory=dict)
    changed: set[str] = field(default_factory=set)
    left_out: set[str] = field(default_factory=set)
    open_keys: set[str] = field(default_factory=set)
    absent: set[str] = field(default_factory=set)
    proof: Proof | None = None

    def add(self, part: Part) -> None:
        """Take a part."""
        self.records.update((record.key, record) for record in part.records)
        self.problems += part.problems
        self.digests.update(part.digests)
        self.changed.update(part.changed)
        self.left_out.update(part.left_out)
        self.open_keys.update(part.open_keys)
        self.proof = part.proof

    def join(self, other: "ListReading") -> None:
        """Take another reading of the same list, made later in the same run; the proof stays that of this one."""
        self._forget_problems(other.records.keys())
        self.records.update(other.records)
        self.problems += other.problems
        self.digests.update(other.digests)
        self.changed |= other.changed
        self.open_keys = (self.open_keys - set(other.digests)) | other.open_keys
        self.left_out |= other.left_out
        self.absent |= other.absent

    def put_right(self, again: "ListReading") -> None:
        """Put rows that were asked for again in the place of how they came; one left out now is not counted as known."""
        keys = again.digests.keys() | again.left_out
        self._forget_problems(keys)
        for key in keys:
            self.records.pop(key, None)
            self.digests.pop(key, None)
        self.changed -= keys
        self.open_keys -= keys
        later = again.left_out - self.left_out
        if self.proof is not None and later:  # too low a count lets the next run read the list whole
            self.proof = replace(self.proof, count=self.proof.count - len(later))
        self.join(again)

    def _forget_problems(self, keys: AbstractSet[str]) -> None:
        if self.problems and keys:
            self.problems = [one for one in self.problems if row_of(one) not in keys]


def row_of(one: Problem) -> str:
    """Name the row that a problem of a list is about."""
    return one.target.key if one.target is not None else one.subject.partition(" ")[2]


def unreadable_rows(problems: Iterable[Problem]) -> frozenset[str]:
    """Name the rows of which a field could not be read, by the problems of their list."""
    return frozenset(row_of(one) for one in problems if one.code == "field-unreadable")


def collected(listed: Listed, parts: Iterator[Part]) -> ListReading:
    """Collect the parts of one reading; the first part of another attempt puts all before it aside."""
    reading, attempt = ListReading(name=listed.name), 0
    for part in parts:
        if part.attempt != attempt:
            reading, attempt = ListReading(name=listed.name), part.attempt
        reading.add(part)
    return reading


def parts_of(listed: Listed, head: Head, known: Known, pages: Iterator[Page], *, after: str | None) -> Iterator[Part]:
    """Read pages into parts. The cursor for new rows stays before the first row that is left out."""
    attempt, rows, left, cursor, stopped = 0, 0, 0, after, False
    for page in pages:
        if page.attempt != attempt:
            attempt, rows, left, cursor, stopped = page.attempt, 0, 0, after, False
        part = _part(listed, head, known, page)
        rows += len(page.rows)
        left += len(part.left_out)
        if not stopped:
            taken = next((n for n, key in enumerate(page.keys) if key in part.left_out), len(page.keys))
            cursor = page.ends[taken - 1] if taken else cursor
            stopped = taken < len(page.rows)
        if page.whole:
            count = page.total - left
            proof = Proof(rows=rows, total=page.total, count=count, cursor=cursor, height=head.block, cut=page.cut)
            part = replace(part, proof=proof)
        yield part


def row_gone(listed: Listed, key: str, height: int) -> Problem:
    """Say that a known row is not in the query node any more."""
    return problem(
        "row-gone",
        file=file_of(listed.name),
        line=height,
        subject=f"{listed.shape.kind} {key}",
        what=f"{listed.shape.kind} {key} was in the query node before and is not any more.",
        repair="Compare it with the chain, or ask the operator of the query node.",
    )


def rows_gone(listed: Listed, count: int, height: int) -> Problem:
    """Say that many known rows are not in the query node any more."""
    return problem(
        "rows-gone",
        file=file_of(listed.name),
        line=height,
        subject=f"{listed.shape.kind} {height}",
        what=f"{count:,} rows of {listed.name} were in the query node before and are not any more at block {height:,}.",
        repair="A query node that was built anew may give its rows other ids. If it was not, ask its operator.",
    )


def _settled_changed(listed: Listed, key: str, height: int) -> Problem:
    return problem(
        "settled-row-changed",
        file=file_of(listed.name),
        line=height,
        subject=f"{listed.shape.kind} {key}",
        what=f"{listed.shape.kind} {key} was settled and has another content in the query node now; the new one is kept.",
        repair="Compare it with the chain; a query node that was processed anew may have put a fault right.",
    )


@dataclass(kw_only=True, slots=True)
class _Taken:
    """What the rows of one page became so far; the fields are those of Part."""

    records: list[AnyStated] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    digests: dict[str, str] = field(default_factory=dict)
    changed: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    open_keys: list[str] = field(default_factory=list)


def _part(listed: Listed, head: Head, known: Known, page: Page) -> Part:
    before = known.digests([key for key in page.keys if key is not None])
    taken = _Taken()
    for key, row in zip(page.keys, page.rows, strict=True):
        if key is None:
            taken.problems += read_row(listed.shape, listed.name, row, head.block).problems
            continue
        digest, as_known = digest_of(row, listed.shape.reader), before.get(key)
        if as_known is not None and _is_named(as_known, digest, row, listed):
            taken.digests[key] = as_known
            if key in known.open_keys:
                taken.open_keys.append(key)
        else:
            _take(taken, listed, head, known, key, row, digest, met=key in before)
    return Part(
        attempt=page.attempt,
        records=tuple(taken.records),
        problems=tuple(taken.problems),
        digests=taken.digests,
        changed=tuple(taken.changed),
        left_out=tuple(taken.left_out),
        open_keys=tuple(taken.open_keys),
    )


def _is_named(as_known: str, digest: str, row: Any, listed: Listed) -> bool:
    """Tell whether a known digest names this content, as this version does or as earlier ones did."""
    return as_known == digest or as_known == earlier_digest_of(row, listed.shape.reader)


def _take(
    taken: _Taken, listed: Listed, head: Head, known: Known, key: str, row: Any, digest: str, *, met: bool
) -> None:
    """Read a row that is new or changed; leave it out when it tells of a block after the finalised head."""
    record, problems = read_named_row(listed.shape, file_of(listed.name), key, row, head.block)
    if _is_later(record.fact, head.block):
        taken.left_out.append(key)
        return
    taken.records.append(record)
    taken.problems += problems
    taken.digests[key] = digest
    if listed.by_ids and not listed.settled(record.fact):  # of other lists every row is settled
        taken.open_keys.append(key)
    if met:
        taken.changed.append(key)
        settled = key not in known.open_keys and key not in known.unreadable
        if settled and not listed.free and not problems:
            taken.problems.append(_settled_changed(listed, key, head.block))


def _is_later(fact: Any, block: int) -> bool:
    """Tell whether a fact names a past block that is after a block."""
    for name in _past_blocks_of(fact.__class__):
        named = getattr(fact, name)
        if named is not None and named > block:
            return True
    return False


@cache
def _past_blocks_of(kind: Any) -> tuple[str, ...]:
    """Name the fields of a class of facts that tell of a block that was."""
    return tuple(name for name in PAST_BLOCKS if name in kind.__dataclass_fields__)
