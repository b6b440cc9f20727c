"""The workers and the refills that a tokenomics report lists."""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import dropwhile, takewhile

from secretariat.facts.amounts import Usd
from secretariat.facts.networks import chain_of
from secretariat.facts.problems import Target
from secretariat.facts.terms import Refill
from secretariat.facts.texts import quoted
from secretariat.facts.working_groups import WorkerTerm
from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.reading.markdown import PipeTable, Row, link
from secretariat.sources.archives.reports.amounts import Figure
from secretariat.sources.archives.reports.figures import Kind, read_cell
from secretariat.sources.archives.reports.listed import listed_member
from secretariat.sources.archives.reports.ranges import height_of
from secretariat.sources.archives.tokenomics.header import Header
from secretariat.sources.archives.tokenomics.tables import (
    cell_at,
    check_shape,
    is_short,
    note_lost_column,
    refill_columns,
    without_columns,
    worker_columns,
)

OCCUPANTS = frozenset({"role occupants", "role occupant", "occupants"})
"""Labels of a line above a list of those who hold a group's roles."""

_ID = re.compile(r"#?\s*([0-9]{1,9})", re.ASCII)
_FIGURES = (("per_block", "tokens_per_block"), ("term", "millions_in_term"), ("total", "millions_total"))


def read_workers(reading: Reading, header: Header, table: PipeTable, slug: str) -> None:
    """Record every worker of a table that stands in the section of the group ``slug``."""
    columns = worker_columns(table.header)
    for row in table.rows:
        if any(row.cells) and is_short(table, row):
            note_lost_column(reading, table, row, left_out=True)
        elif any(row.cells) and check_shape(reading, table, row):
            _read_worker(reading, header, columns, row, slug)


def _read_worker(reading: Reading, header: Header, columns: dict[str, int], row: Row, slug: str) -> None:
    identity = _ID.fullmatch(cell_at(row, columns.get("id")))
    handle = handle_in(cell_at(row, columns.get("handle")))
    if identity is None or not handle or header.term is None:
        reading.problem(
            "row-malformed",
            row.line,
            subject=f"worker {slug} {' '.join(row.cells)[:60]}",
            what=f"The row {quoted(' | '.join(row.cells))} lists no worker with a number and a handle.",
            repair="Mend the row; it was left out.",
            refused=True,
        )
        return
    worker = int(identity[1])
    key = f"{header.key}/{slug}/{worker}"
    figures = {name: _worker_figure(reading, key, name, row, columns.get(column), handle) for column, name in _FIGURES}
    fact = WorkerTerm(
        network=header.network,
        chain=chain_of(header.network),
        term=header.term,
        group=slug,
        worker_id=worker,
        handle=handle,
        status=cell_at(row, columns.get("status")).lower() or None,
        tokens_per_block=figures["tokens_per_block"],
        millions_in_term=figures["millions_in_term"],
        millions_total=figures["millions_total"],
    )
    reading.add(key, row.line, fact)


def read_occupants(reading: Reading, header: Header, lines: list[str], heading: int, slug: str) -> None:
    """Record every worker of a list below line ``heading``, which gives handle and account and no number.

    A handle that stands more than once holds as many roles.
    """
    assert header.term is not None  # noqa: S101 - the report is refused without a term
    seen: Counter[str] = Counter()
    for number, text in _list_below(lines, heading):
        listed = listed_member(text)
        if listed is None:
            _note_unlisted(reading, slug, text, number)
            continue
        handle, account = listed
        seen[handle] += 1
        again = "" if seen[handle] == 1 else f".{seen[handle]}"
        fact = WorkerTerm(
            network=header.network,
            chain=chain_of(header.network),
            term=header.term,
            group=slug,
            handle=handle,
            account=account,
        )
        reading.add(f"{header.key}/{slug}/@{handle}{again}", number, fact)


def _list_below(lines: list[str], heading: int) -> Iterator[tuple[int, str]]:
    """Give the lines of the paragraph below line ``heading``, each with its number."""
    numbered = dropwhile(lambda each: not each[1].strip(), enumerate(lines[heading:], start=heading + 1))
    return takewhile(lambda each: bool(each[1].strip()) and not each[1].lstrip().startswith(("#", "|")), numbered)


def _note_unlisted(reading: Reading, slug: str, text: str, line: int) -> None:
    reading.problem(
        "row-malformed",
        line,
        subject=f"occupant {slug} {text.strip()[:80]}",
        what=f"The line {quoted(text.strip())} among those who hold a role lists no handle with an account.",
        repair="Write it as '@handle | (account)' and import the file again; it was left out.",
        refused=True,
    )


def _worker_figure(reading: Reading, key: str, name: str, row: Row, column: int | None, handle: str) -> Decimal | None:
    printed = cell_at(row, column)
    figure = read_cell(Kind.NUMBER, printed)
    if figure.value is None and not figure.empty:
        reading.problem(
            "amount-unparsable",
            row.line,
            subject=f"{key} {name}",
            what=f"{name.replace('_', ' ').capitalize()} of {handle} is written {quoted(printed)}: {figure.doubt}.",
            repair="Give the value; until then it is unknown.",
            target=Target(kind=WorkerTerm.KIND, key=key, field=name),
        )
    return figure.value


def handle_in(cell: str) -> str:
    """Give the handle of a cell: the label of its link or its text, without the at sign."""
    linked = link(cell)
    return (linked[0] if linked else cell).strip().lstrip("@").strip()


def read_refills(reading: Reading, header: Header, table: PipeTable) -> None:
    """Record every payment into the fiat pool; those of one block are told apart by their place in the table."""
    columns = refill_columns(table.header)
    seen: dict[int | None, list[Refill]] = {}
    for ordinal, row in enumerate(table.rows, start=1):
        if not any(row.cells) or header.term is None:
            continue
        if is_short(table, row):
            note_lost_column(reading, table, row)
            _read_refill(reading, header, columns, without_columns(table, row), ordinal, seen, short=True)
        elif check_shape(reading, table, row):
            _read_refill(reading, header, columns, row, ordinal, seen)


def _read_refill(
    reading: Reading,
    header: Header,
    columns: dict[str, int],
    row: Row,
    ordinal: int,
    seen: dict[int | None, list[Refill]],
    *,
    short: bool = False,
) -> None:
    dollars, block_text = cell_at(row, columns.get("usd")), cell_at(row, columns.get("block"))
    block = None if short else height_of(block_text)
    figure = Figure() if short else read_cell(Kind.USD, dollars)
    assert header.term is not None  # noqa: S101 - read_refills asks only then
    fact = Refill(
        network=header.network,
        chain=chain_of(header.network),
        term=header.term,
        usd=None if figure.value is None else Usd(figure.value),
        reason=None if short else " ".join(cell_at(row, columns.get("reason")).split()) or None,
        block=block,
    )
    known = seen.setdefault(block, [])
    place = f"row-{ordinal}" if block is None else str(block)
    key = f"{header.key}/{place}" if not known or fact in known else f"{header.key}/{place}.{len(known) + 1}"
    known.append(fact)
    if reading.add(key, row.line, fact):
        if figure.repair:
            reading.problem(
                "spreadsheet-damage",
                row.line,
                subject=f"{key} usd written",
                what=f"The refill is written {quoted(dollars)}.",
                repair=f"{figure.repair[:1].upper()}{figure.repair[1:]}: {fact.usd}.",
                applied=True,
            )
        _check_refill(reading, header, key, row, fact, dollars, block_text)


def _check_refill(
    reading: Reading, header: Header, key: str, row: Row, fact: Refill, dollars: str, block_text: str
) -> None:
    if fact.usd is None:
        _unknown(reading, key, "usd", row.line, f"The refill is written {quoted(dollars)}: not an amount of dollars.")
    if fact.block is None and block_text:
        _unknown(
            reading, key, "block", row.line, f"The refill's block is written {quoted(block_text)}: no block height."
        )
    start, end = header.blocks
    if fact.block is not None and start is not None and end is not None and not start <= fact.block <= end:
        reading.problem(
            "block-range-contradiction",
            row.line,
            subject=f"{key} outside",
            what=f"The refill {quoted(fact.reason) if fact.reason else 'without a reason'} was paid at block {fact.block}, outside of this report's blocks "
            f"{start} to {end}.",
            repair="Check the block; the payment is counted in this term, where it is listed.",
            target=Target(kind=Refill.KIND, key=key, field="block"),
        )


def _unknown(reading: Reading, key: str, field: str, line: int, what: str) -> None:
    reading.problem(
        "amount-unparsable",
        line,
        subject=f"{key} {field}",
        what=what,
        repair="Give the value; until then it is unknown.",
        target=Target(kind=Refill.KIND, key=key, field=field),
    )
