"""Reading a list page by page: whole and proven, or refused by name."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from secretariat.errors import SecretariatError
from secretariat.facts.moments import moment_of_milliseconds
from secretariat.sources.query_node.complete import Answer, Asked, Step, answer_of, step_after
from secretariat.sources.query_node.lists import BY_BLOCK
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


TRIES = 3
"""A list that cannot be read whole is read again, twice."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Head:
    """The finalised head that a run reads at: its height, and its time in milliseconds since 1970."""

    block: int
    milliseconds: int


class ListIncomplete(SecretariatError):
    """A list could not be read whole. Nothing of it is used; what was read in earlier runs stays, with its age."""

    def __init__(self, name: str, why: str, *, rows: int, first_total: int | None, last_total: int | None) -> None:
        counts = "" if first_total is None else f" (totalCount {first_total:,} at first, {last_total or 0:,} at last)"
        super().__init__(
            f"The query node did not give the list {name} whole, asked {TRIES} times: {why}; {rows:,} rows came{counts}. "
            "What was read before stays. Run `secretariat sync` again; if it stays so, lower [query_node] page_size or "
            "give another address in [query_node] urls."
        )
        self.name = name
        self.why = why
        self.rows = rows
        self.first_total = first_total
        self.last_total = last_total


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """One page of a list. Pages of a higher ``attempt`` replace all those of a lower one.

    ``keys`` and ``ends`` go with ``rows``; a row without a readable id has no key. ``whole`` marks the last page of a
    reading that is proven, ``total`` is the list's ``totalCount``.
    """

    attempt: int
    rows: tuple[Any, ...]
    keys: tuple[str | None, ...]
    ends: tuple[str, ...]
    total: int
    whole: bool


Tally = Callable[[Sequence[str | None]], int]
"""How many of a page's rows count towards ``totalCount``: all of them, or those that are not known."""


def variables(listed: Connected, head: Head, size: int, after: str | None, more: Mapping[str, Any]) -> dict[str, Any]:
    """Give a query's variables; those without a value are left out, since null would be a filter."""
    until: Any = head.block if listed.order == BY_BLOCK else moment_text(head.milliseconds)
    found = {"first": size, "until": until, **more}
    return found if after is None else {**found, "after": after}


def moment_text(milliseconds: int) -> str:
    """Write a moment as the schema's DateTime, with milliseconds: rows of the head's own block are within it."""
    return f"{moment_of_milliseconds(milliseconds)[:-1]}.{milliseconds % 1000:03d}Z"


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
) -> Iterator[Page]:
    """Give a list's pages until it is proven whole. ``already`` rows are known and lie before ``after``.

    The first page may be asked for with another size than the others. In memory are one page and the ids of the reading.
    Raises ListIncomplete after three attempts, and what ``ask`` raises.
    """
    why, rows, first, last = "", 0, None, None
    for attempt in range(1, TRIES + 1):
        seen: set[str] = set()
        cursor, counted, rows, first, last = after, already, 0, None, None
        page_size = first_size or size
        while True:
            asked = Asked(size=page_size, after=cursor, first_total=first, counted=counted)
            answer = answer_of(
                ask(listed.document, variables(listed, head, page_size, cursor, more or {})), listed.connection
            )
            if isinstance(answer, str):
                why = answer
                break
            first, last = answer.total if first is None else first, answer.total
            keys = tuple(key_of(row) for row in answer.rows)
            rows += len(keys)
            step, counted = _judge(answer, asked, keys, seen, tally)
            if step.do == "again":
                why = step.why
                break
            whole = step.do == "done"
            yield _page(attempt, answer, keys, whole=whole)
            if whole:
                return
            cursor, page_size = step.cursor, size
    raise ListIncomplete(listed.name, why, rows=rows, first_total=first, last_total=last)


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
        yield _page(1, answer, keys, whole=ended)
        if ended:
            return
        cursor = answer.cursor


def _one(
    ask: Ask, listed: Connected, head: Head, size: int, cursor: str | None, seen: set[str]
) -> tuple[Answer, tuple[str | None, ...]]:
    why, answer = "", None
    for _ in range(TRIES):
        found = answer_of(ask(listed.document, variables(listed, head, size, cursor, {})), listed.connection)
        if isinstance(found, str):
            why = found
            continue
        answer = found
        keys = tuple(key_of(row) for row in answer.rows)
        asked = Asked(size=size, after=cursor, first_total=None, counted=answer.total)
        step = step_after(answer, asked, _repeated(keys, seen), 0)
        if step.do != "again":
            return answer, keys
        why = step.why
    raise ListIncomplete(
        listed.name,
        why,
        rows=0 if answer is None else len(answer.rows),
        first_total=None if answer is None else answer.total,
        last_total=None if answer is None else answer.total,
    )


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


def _page(attempt: int, answer: Answer, keys: tuple[str | None, ...], *, whole: bool) -> Page:
    return Page(attempt=attempt, rows=answer.rows, keys=keys, ends=answer.ends, total=answer.total, whole=whole)
