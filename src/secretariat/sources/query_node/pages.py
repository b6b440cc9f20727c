"""Reading a list page by page: whole and proven, or refused by name."""

from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from secretariat.facts.moments import moment_of_milliseconds
from secretariat.facts.texts import quoted
from secretariat.sources.query_node.complete import Answer, Asked, Step, answer_of, step_after
from secretariat.sources.query_node.lists import BY_BLOCK
from secretariat.sources.query_node.refused import TRIES, Counts, ListIncomplete, RowWithoutId, row_without_id
from secretariat.sources.query_node.shapes import key_of

Ask = Callable[[str, Mapping[str, Any]], Mapping[str, Any]]
"""From a document and its variables to the answer's ``data``. Raises SecretariatError when there is no usable answer."""


class Connected(Protocol):
    """A list as far as reading its pages needs to know it."""

    @property
    def name(self) -> str:
        """Name the list and its query."""

    @property
    def connection(self) -> str:
        """Name the connection field."""

    @property
    def order(self) -> tuple[str, ...]:
        """Give what it is ordered by."""

    @property
    def document(self) -> str:
        """Give the words of its query."""

    @property
    def without_rows(self) -> bool:
        """Tell whether rows without a readable id are left out, and do not refuse the list."""


MOST_SMALL_PAGES = 1_000
"""A server that cuts its answers is asked for no more pages of a list than this."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Head:
    """The finalised head that a run reads at: its height, and its time in milliseconds since 1970."""

    block: int
    milliseconds: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """One page of a list. Pages of a higher ``attempt`` replace all those of a lower one.

    ``keys`` and ``ends`` go with ``rows``; a row without a readable id has no key. ``whole`` marks the last page of a
    reading that is proven, ``total`` is the list's ``totalCount``. ``cut`` is how many rows the
    server gives at once where it gave fewer than were asked for, else 0.
    """

    attempt: int
    rows: tuple[Any, ...]
    keys: tuple[str | None, ...]
    ends: tuple[str, ...]
    total: int
    cut: int
    whole: bool


Tally = Callable[[Sequence[str | None]], int]
"""How many of a page's rows count towards ``totalCount``: all of them, or those that are not known."""

CountApart = Callable[[], int | str]
"""Ask for a list's ``totalCount`` by another query, or say what is wrong with the answer. Raises what ``ask`` raises."""


def variables(listed: Connected, head: Head, size: int, after: str | None, more: Mapping[str, Any]) -> dict[str, Any]:
    """Give a query's variables; those without a value are left out, since null would be a filter."""
    until: Any = head.block if listed.order == BY_BLOCK else moment_text(head.milliseconds)
    found = {"first": size, "until": until, **more}
    return found if after is None else {**found, "after": after}


def moment_text(milliseconds: int) -> str:
    """Write a moment as the schema's DateTime, with milliseconds: rows of the head's own block are within it."""
    return f"{moment_of_milliseconds(milliseconds)[:-1]}.{milliseconds % 1000:03d}Z"


@dataclass(frozen=True, kw_only=True, slots=True)
class _Asking:
    """How the pages of one reading are asked for: see ``whole_pages``."""

    ask: Ask
    listed: Connected
    head: Head
    size: int
    first_size: int
    after: str | None
    already: int
    tally: Tally
    more: Mapping[str, Any]
    count_apart: CountApart | None
    cut: int = 0

    def answer(self, size: int, cursor: str | None) -> Answer | str:
        """Ask for one page."""
        asked = variables(self.listed, self.head, size, cursor, self.more)
        return answer_of(self.ask(self.listed.document, asked), self.listed.connection)

    def in_pages_of(self, size: int) -> "_Asking":
        """Ask for no more rows at once than this."""
        return replace(self, size=min(size, self.size), first_size=min(size, self.first_size), cut=size)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Failed:
    """Why an attempt was not whole. ``cut_to`` rows came at once where the server said that these were all; 0 if not so."""

    why: str
    counts: Counts
    nameless: bool = False
    cut_to: int = 0

    def refusal(self, name: str) -> ListIncomplete:
        """Give it as the refusal of a list."""
        return (RowWithoutId if self.nameless else ListIncomplete)(name, self.why, self.counts)


def whole_pages(
    ask: Ask,
    listed: Connected,
    head: Head,
    size: int,
    *,
    after: str | None = None,
    already: int = 0,
    tally: Tally = len,
    first_size: int | None = None,
    more: Mapping[str, Any] | None = None,
    count_apart: CountApart | None = None,
) -> Iterator[Page]:
    """Give a list's pages until it is proven whole. ``already`` rows are known and lie before ``after``.

    The first page may be asked for with another size than the others. A server that cut the first page to as many rows
    twice is asked for pages of so many. A cache may give the answer to the same query with other variables, which is whole
    in itself: with ``ids`` in ``more`` no other row may come, and ``count_apart`` must give the same total, which is asked
    for unless every one of the ids came. In memory are one page and the ids of the reading. Raises ListIncomplete after
    three attempts, RowWithoutId for a row that names nothing each time, and what ``ask`` raises.
    """
    asking = _Asking(
        ask=ask,
        listed=listed,
        head=head,
        size=size,
        first_size=first_size or size,
        after=after,
        already=already,
        tally=tally,
        more=more or {},
        count_apart=count_apart,
    )
    failures: list[_Failed] = []
    for attempt in range(1, TRIES + 1):
        cuts = {one.cut_to for one in failures}
        if attempt == TRIES and len(cuts) == 1 and (rows := cuts.pop()):
            asking = asking.in_pages_of(rows)
        failed = yield from _attempt(asking, attempt)
        if failed is None:
            return
        failures.append(failed)
    raise failures[-1].refusal(listed.name)


def _attempt(asking: _Asking, attempt: int) -> Generator[Page, None, _Failed | None]:
    """Give the pages of one attempt, and at the end why they are not the whole list, or None."""
    seen: set[str] = set()
    cursor, counted, rows, first, last = asking.after, asking.already, 0, None, None
    size, before = asking.first_size, None
    while True:
        answer = asking.answer(size, cursor)
        if isinstance(answer, str):
            return _Failed(why=answer, counts=Counts(rows=rows, first_total=first, last_total=last))
        asked = Asked(size=size, after=cursor, first_total=first, counted=counted)
        first, last = answer.total if first is None else first, answer.total
        keys = tuple(key_of(row) for row in answer.rows)
        step, counted = _judge(answer, asked, keys, seen, asking.tally)
        nameless = _nameless(asking.listed, answer, keys, rows, before)
        rows += len(keys)
        if nameless or step.do == "again":
            only = rows == len(keys) < size and not answer.more
            cut_to = rows if only and 0 < last - asking.already <= MOST_SMALL_PAGES * rows else 0
            counts = Counts(rows=rows, first_total=first, last_total=last)
            return _Failed(why=nameless or step.why, counts=counts, nameless=bool(nameless), cut_to=cut_to)
        if other := _of_another_query(asking, keys, rows, last, ended=step.do == "done"):
            return _Failed(why=other, counts=Counts(rows=rows, first_total=first, last_total=last))
        yield _page(attempt, answer, keys, asking.cut, whole=step.do == "done")
        if step.do == "done":
            return None
        cursor, size = step.cursor, asking.size
        before = keys[-1] if keys else before


def _of_another_query(asking: _Asking, keys: Sequence[str | None], rows: int, total: int, *, ended: bool) -> str:
    """Say by what an answer is seen to be that to other variables. Empty when by nothing. ``rows`` came so far."""
    ids = asking.more.get("ids")
    if ids is not None and (odd := sorted({key for key in keys if key is not None}.difference(ids))):
        return f"the row {quoted(odd[0])} came, which was not asked for"
    if not ended or asking.count_apart is None or (ids is not None and rows == len(ids)):
        return ""
    apart = asking.count_apart()
    if isinstance(apart, str):
        return apart
    return "" if apart == total else f"totalCount is {total:,} with the rows, and {apart:,} where it is asked for alone"


def stretch_pages(ask: Ask, listed: Connected, head: Head, size: int, after: str | None, rows: int) -> Iterator[Page]:
    """Give the pages of a stretch of at least so many rows after a cursor; ``whole`` marks the end of the list.

    What a stretch lacks is found by the count of the whole list; an answer of a wrong shape is refused here as well.
    """
    cursor, read = after, 0
    seen: set[str] = set()
    while read < rows:
        answer, keys = _one(ask, listed, head, size, cursor, seen)
        seen.update(key for key in keys if key is not None)
        read += len(keys)
        ended = len(keys) < size and not answer.more
        yield _page(1, answer, keys, 0, whole=ended)
        if ended:
            return
        cursor = answer.cursor


def _one(
    ask: Ask, listed: Connected, head: Head, size: int, cursor: str | None, seen: set[str]
) -> tuple[Answer, tuple[str | None, ...]]:
    why, nameless, counts = "", "", Counts(rows=0, first_total=None, last_total=None)
    for _ in range(TRIES):
        answer = answer_of(ask(listed.document, variables(listed, head, size, cursor, {})), listed.connection)
        if isinstance(answer, str):
            why = answer
            continue
        keys = tuple(key_of(row) for row in answer.rows)
        asked = Asked(size=size, after=cursor, first_total=None, counted=answer.total)
        step = step_after(answer, asked, _repeated(keys, seen), 0)
        nameless = _nameless(listed, answer, keys, 0, None)
        if step.do != "again" and not nameless:
            return answer, keys
        why = nameless or step.why
        counts = Counts(rows=len(keys), first_total=answer.total, last_total=answer.total)
    raise _Failed(why=why, counts=counts, nameless=bool(nameless)).refusal(listed.name)


def _nameless(listed: Connected, answer: Answer, keys: Sequence[str | None], rows: int, before: str | None) -> str:
    """Say which row names nothing, where such rows are not left out. Empty when all have a name.

    ``rows`` came before, the last of them with the id ``before``.
    """
    if listed.without_rows or None not in keys:
        return ""
    place = keys.index(None)
    return row_without_id(answer.rows[place], rows + place + 1, keys[place - 1] if place else before)


def _judge(
    answer: Answer, asked: Asked, keys: tuple[str | None, ...], seen: set[str], tally: Tally
) -> tuple[Step, int]:
    repeated = _repeated(keys, seen)
    new = 0 if repeated else tally(keys)
    seen.update(key for key in keys if key is not None)
    return step_after(answer, asked, repeated, new), asked.counted + new


def _repeated(keys: Sequence[str | None], seen: set[str]) -> list[str]:
    """Name the ids that came before, in an earlier page or in this one."""
    if None not in keys and len(set(keys)) == len(keys) and seen.isdisjoint(keys):
        return []
    here: set[str] = set()
    twice = []
    for key in keys:
        if key is not None and (key in seen or key in here):
            twice.append(key)
        elif key is not None:
            here.add(key)
    return twice


def _page(attempt: int, answer: Answer, keys: tuple[str | None, ...], cut: int, *, whole: bool) -> Page:
    return Page(
        attempt=attempt, rows=answer.rows, keys=keys, ends=answer.ends, total=answer.total, cut=cut, whole=whole
    )
