"""Refills of the council's dollar pool: each payment once, with every report that states it."""

from collections.abc import Hashable
from dataclasses import dataclass

from secretariat.facts.records import Stated
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.term_view import chain_rank
from secretariat.facts.terms import Refill


@dataclass(frozen=True, kw_only=True, slots=True)
class RefillLine:
    """One payment of Jsgenesis. ``stated`` holds the reports that state it, by path and line; the first one counts."""

    stated: tuple[Stated[Refill], ...]

    @property
    def fact(self) -> Refill:
        """Give the payment as the first report states it."""
        return self.stated[0].fact

    @property
    def source(self) -> str:
        """Name every file and line that states the payment."""
        return "; ".join(record.source for record in self.stated)


def refills(snapshot: Snapshot) -> tuple[RefillLine, ...]:
    """Give every refill once, in the order of chains, terms and blocks.

    Statements with the same chain, block, dollars and reason are one payment: a copy of a report, or a report that
    kept the session number of another term, states it again. With another amount or reason they stay apart, so that
    a contradiction is seen and none of the two amounts is chosen. Where the block is not known, or the chain, only
    another file of the same network and term can state a payment again: two such rows of one file are two payments.
    """
    found: dict[Hashable, list[Stated[Refill]]] = {}
    times: dict[Hashable, int] = {}
    for record in sorted(snapshot.of(Refill), key=lambda record: (record.file, record.line, record.key)):
        fact = record.fact
        key: Hashable = (fact.chain, fact.block, fact.usd, fact.reason)
        if fact.block is None or fact.chain is None:
            within = (record.file, fact.network, fact.term, key)
            times[within] = times.get(within, 0) + 1
            key = (fact.network, fact.term, key, times[within])
        found.setdefault(key, []).append(record)
    lines = (RefillLine(stated=tuple(records)) for records in found.values())
    return tuple(sorted(lines, key=_order))


def _order(line: RefillLine) -> tuple[object, ...]:
    fact, first = line.fact, line.stated[0]
    return chain_rank(fact.chain), fact.term, fact.block or 0, first.file, first.line, first.key
