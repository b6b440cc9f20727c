"""The members of a council as its report lists them: votes, stakes, roles, and the totals below."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from secretariat.facts.amounts import Amount, token_text, tokens
from secretariat.facts.elections import ReportedSeat
from secretariat.facts.networks import chain_of
from secretariat.facts.problems import Target
from secretariat.facts.texts import quoted
from secretariat.sources.archives.council.header import Header
from secretariat.sources.archives.council.moved_cells import HANDLE, ID, in_place
from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.reading.markdown import PipeTable, Row
from secretariat.sources.archives.reading.numbers import read_number
from secretariat.sources.archives.reports.figures import Kind, read_cell
from secretariat.sources.archives.reports.findings import Findings, put, values
from secretariat.sources.archives.reports.layout import Section, label_key, repeated_sections, section_at
from secretariat.sources.archives.reports.listed import listed_member
from secretariat.sources.archives.tokenomics.tables import as_printed, cell_at, is_short, note_lost_column

_COLUMNS = {
    **dict.fromkeys(("username", "user name", "user", "member", "council member", "handle", "member handle"), "handle"),
    **dict.fromkeys(("member id", "id", "memberid", "member number"), "member_id"),
    **dict.fromkeys(
        ("prop. votes cast", "prop votes cast", "proposal votes cast", "votes cast", "votes"), "votes_cast"
    ),
    **dict.fromkeys(("own stake",), "own_stake"),
    **dict.fromkeys(("voter stake", "voters stake", "backer stake", "backers stake"), "backers_stake"),
}
"""What a column holds, by its folded heading; ``_folded`` takes the stakes' leading CM and the apostrophes away."""
_FIGURES = (("votes_cast", Kind.COUNT), ("own_stake", Kind.TOKENS), ("backers_stake", Kind.TOKENS))


@dataclass(frozen=True, slots=True)
class Totals:
    """The rows below the members: how they are labelled, what stands in the two stake columns, and where."""

    label: str
    own: str
    voters: str
    line: int


@dataclass(frozen=True, slots=True)
class Seats:
    """The seats of a report as recorded, by key, with the line of each, and the rows of totals."""

    seats: dict[str, tuple[ReportedSeat, int]]
    totals: tuple[Totals, ...]


def is_member_table(table: PipeTable) -> bool:
    """Say whether a table lists council members."""
    keys = [_folded(cell) for cell in table.header.cells]
    return any(_COLUMNS.get(key) == "handle" for key in keys) and any("stake" in key for key in keys)


def _folded(heading: str) -> str:
    """Fold a column's heading: ``CM Voters' Stake`` is the same as ``voters stake``."""
    return re.sub("['\u2019]", "", label_key(heading)).removeprefix("cm ")


def read_seats(
    reading: Reading, header: Header, found: list[PipeTable], lines: list[str], parts: list[Section]
) -> Seats:
    """Record one seat for each member of the table, or of the plain list of the earliest reports."""
    seats: dict[str, tuple[ReportedSeat, int]] = {}
    totals: list[Totals] = []
    for table in _each_once(reading, found, parts):
        columns = _columns(reading, table)
        for row in table.rows:
            total = _total(row, columns)
            if is_short(table, row) and any(row.cells):
                kept = None if total else _only_handle(table, columns, row)
                note_lost_column(reading, table, row, left_out=kept is None)
                if kept is not None:
                    _read_row(reading, header, columns, kept, seats)
            elif total is not None:
                totals.append(total)
            elif any(row.cells):
                placed = in_place(reading, header, columns, row)
                if placed is not None:
                    _read_row(reading, header, columns, placed, seats)
    if not found:
        _read_list(reading, header, lines, parts, seats)
    return Seats(seats, tuple(totals))


def _each_once(reading: Reading, found: list[PipeTable], parts: list[Section]) -> Iterator[PipeTable]:
    """Give every table but those that repeat an earlier one; each of these is told once, with its section or by itself."""
    told = {second.line for _, second in repeated_sections(parts)}
    first: dict[tuple[tuple[str, ...], ...], int] = {}
    for table in found:
        cells = tuple(row.cells for row in (table.header, *table.rows))
        line = first.setdefault(cells, table.header.line)
        if line == table.header.line:
            yield table
        elif section_at(parts, table.header.line).line not in told:
            reading.problem(
                "section-repeated",
                table.header.line,
                subject="members printed twice",
                what=f"The table of members stands twice; the first is at line {line} and says the same.",
                repair="Counted once.",
                applied=True,
            )


def _only_handle(table: PipeTable, columns: dict[str, int], row: Row) -> Row | None:
    """Keep of a row that lost a column the handle, which the at sign tells, and under every other heading all of it."""
    handle = next((cell for cell in row.cells if HANDLE.match(cell.lstrip("[*` "))), None)
    if handle is None:
        return None
    cells = [as_printed(row)] * len(table.header.cells)
    cells[columns["handle"]] = handle
    return Row(tuple(cells), row.line)


def _columns(reading: Reading, table: PipeTable) -> dict[str, int]:
    columns: dict[str, int] = {}
    for index, cell in enumerate(table.header.cells):
        key = _folded(cell)
        if key in _COLUMNS:
            columns.setdefault(_COLUMNS[key], index)
        elif key not in ("key", ""):
            reading.problem(
                "value-unknown-label",
                table.header.line,
                subject=f"member column {key}",
                what=f"The members' column {quoted(cell)} has no known meaning and was left out.",
                repair="If it holds the votes cast on proposals, mend its heading and import the file again.",
            )
    return columns


def _total(row: Row, columns: dict[str, int]) -> Totals | None:
    """Read a row of totals: its words stand left of the stakes, and no member does."""
    words = [label_key(cell) for cell in row.cells]
    label = next((word for word in words if word in ("total stake", "total", "subtotal")), None)
    if label is None or "@" in cell_at(row, columns.get("handle")):
        return None
    own, voters = (cell_at(row, columns.get(name)) for name in ("own_stake", "backers_stake"))
    return Totals(label, own, voters, row.line)


def _read_row(
    reading: Reading,
    header: Header,
    columns: dict[str, int],
    row: Row,
    seats: dict[str, tuple[ReportedSeat, int]],
) -> None:
    printed = cell_at(row, columns["handle"])
    match = HANDLE.search(printed)
    handle = match[1] if match else printed.strip()
    member_id = _member_id(reading, header, columns, row, handle)
    key = f"{header.key}/{handle if member_id is None else member_id}"
    findings = Findings(reading, ReportedSeat.KIND, key)
    for name, kind in _FIGURES:
        cell = cell_at(row, columns.get(name))
        put(findings, name, kind, read_cell(kind, cell), label=f"{name.replace('_', ' ').capitalize()} of {handle}",
            printed=cell, line=row.line, topic="members")  # fmt: skip
    figures = values(findings)
    _add(reading, header, key, row.line, handle, member_id, figures, seats)


def _member_id(reading: Reading, header: Header, columns: dict[str, int], row: Row, handle: str) -> int | None:
    """Read the member's number; what is none is a problem of the seat, which then goes by its handle."""
    printed = cell_at(row, columns.get("member_id"))
    identity = ID.fullmatch(printed.strip("`* "))
    if identity is None and not read_number(printed).empty:
        key = f"{header.key}/{handle}"
        reading.problem(
            "amount-unparsable",
            row.line,
            subject=f"{key} member id",
            what=f"The member id of {handle} is written {quoted(printed)}, which is not one number.",
            repair="Set the member's number; until then the handle alone tells who it is.",
            target=Target(kind=ReportedSeat.KIND, key=key, field="member_id"),
        )
    return int(identity[1]) if identity else None


def _read_list(
    reading: Reading, header: Header, lines: list[str], parts: list[Section], seats: dict[str, tuple[ReportedSeat, int]]
) -> None:
    for part in parts:
        if not part.key.startswith("council members"):
            continue
        for number in range(part.line, part.last_line):
            listed = listed_member(lines[number])
            if listed:
                _add(reading, header, f"{header.key}/{listed[0]}", number + 1, listed[0], None, {}, seats)


def _add(
    reading: Reading,
    header: Header,
    key: str,
    line: int,
    handle: str,
    member_id: int | None,
    figures: dict[str, int | Decimal],
    seats: dict[str, tuple[ReportedSeat, int]],
) -> None:
    assert header.term is not None  # noqa: S101 - the report is refused without a term
    known: dict[str, object] = {name: figures.get(name) for name, _ in _FIGURES}
    fact = ReportedSeat(
        network=header.network,
        chain=chain_of(header.network),
        term=header.term,
        election_round=header.election_round,
        position=seats[key][0].position if key in seats else len(seats) + 1,
        handle=handle,
        member_id=member_id,
        **known,  # type: ignore[arg-type]
    )
    if reading.add(key, line, fact):
        seats[key] = (fact, line)


def read_totals(reading: Reading, findings: Findings, seats: Seats) -> None:
    """Take in the totals of stakes and compare them with the members' rows.

    A row with both columns holds the two subtotals; with one it holds the total of all stakes, unless it is exactly the
    sum of its own column only.
    """
    own, voters = (_sum(seats, name) for name in ("own_stake", "backers_stake"))
    for total in seats.totals:
        if total.own and total.voters:
            _read_total(reading, findings, "stake_subtotal_own", "own stake", total.own, total, own)
            _read_total(reading, findings, "stake_subtotal_voters", "voters' stake", total.voters, total, voters)
        elif total.own or total.voters:
            _read_single(reading, findings, total, own, voters)


def _read_single(reading: Reading, findings: Findings, total: Totals, own: int | None, voters: int | None) -> None:
    printed = total.own or total.voters
    column = own if total.own else voters
    whole = None if own is None or voters is None else own + voters
    value = _base_units(printed)
    if value is None or whole is None or value == whole or value != column:
        _read_total(reading, findings, "stake_total", "all stakes", printed, total, whole)
        return
    name, words = ("stake_subtotal_own", "own stake") if total.own else ("stake_subtotal_voters", "voters' stake")
    reading.problem(
        "label-drift",
        total.line,
        subject=f"{findings.key} total {name}",
        what=f"The row {quoted(total.label)} holds the sum of the {words} only; other reports print the sum of both "
        "columns there.",
        repair=f"Read as the subtotal of the {words}; the total stays unknown.",
        applied=True,
    )
    _read_total(reading, findings, name, words, printed, total, column)


def _read_total(
    reading: Reading, findings: Findings, name: str, words: str, printed: str, total: Totals, expected: int | None
) -> None:
    found = put(findings, name, Kind.TOKENS, read_cell(Kind.TOKENS, printed), label=f"The total of {words}",
                printed=printed, line=total.line, topic="totals")  # fmt: skip
    if found is None or expected is None or found.value == expected:
        return
    reading.problem(
        "total-not-sum",
        total.line,
        subject=f"{findings.key} {name}",
        what=f"The total of {words} is written {quoted(printed)}; the members' rows give {token_text(Amount(expected))}.",
        repair="Check the rows and the total; all are kept as printed.",
    )


def _base_units(printed: str) -> int | None:
    figure = read_cell(Kind.TOKENS, printed)
    try:
        return None if figure.value is None else tokens(figure.value)
    except ValueError:
        return None


def _sum(seats: Seats, name: str) -> int | None:
    """Add up a column in base units; None when there is no seat or any seat has no figure."""
    stakes = [getattr(seat, name) for seat, _ in seats.seats.values()]
    return None if not stakes or any(stake is None for stake in stakes) else sum(stakes)
